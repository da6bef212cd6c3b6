import type { Context } from '../context.ts'
import type { Lease } from '../store/lease-store.ts'

export interface LeaseOptions {
  readonly name: string
  readonly owner: string
  readonly signal: AbortSignal
}

/** A holder that stopped without a word is replaced after this long. */
export const leaseMs = 60_000
const renewEveryMs = 20_000

/**
 * Does something that only one process may do at a time. The lease is renewed while the work goes on; when it
 * is lost after all, to a pause say, the work's signal is aborted. Returns null while somebody else holds it.
 */
export async function underLease<R>(
  { stores, log }: Pick<Context, 'stores' | 'log'>,
  { name, owner, signal }: LeaseOptions,
  work: (lease: Lease, signal: AbortSignal) => Promise<R>,
): Promise<R | null> {
  const lease = await stores.leases.acquire(name, owner, leaseMs)
  if (!lease) return null
  const lost = new AbortController()
  const renewal = setInterval(() => {
    if (signal.aborted) return
    stores.leases.renew(lease, leaseMs).then(
      isHeld => {
        if (!isHeld) lost.abort(new Error('The lease has passed to another process'))
      },
      (err: unknown) => log.error({ err }, 'The lease could not be renewed'),
    )
  }, renewEveryMs)
  try {
    return await work(lease, AbortSignal.any([signal, lost.signal]))
  } finally {
    clearInterval(renewal)
    await stores.leases.release(lease)
  }
}
