import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'

interface Sending {
  readonly userId: string
  readonly path: string
  /** The form's own, kept through its errors. */
  readonly key: string
}

/**
 * Does what a form asks once, however often it is sent, and says where to go on: pressing twice, or again
 * after a cut connection, leads to what the first time made.
 * @throws AppError 'idempotency-key-in-use' while the first is still at work, or what `act` throws.
 */
export async function once(context: Context, sending: Sending, act: () => Promise<string>): Promise<string> {
  const { idempotency } = context.stores
  const id = idOf(sending)
  const start = await idempotency.begin(id, 'form', context.clock.now())
  if (start.kind === 'done') return start.reply.body
  if (start.kind !== 'started') throw new AppError('idempotency-key-in-use')
  try {
    const location = await act()
    await idempotency.finish(id, { status: 303, body: location, headers: {} })
    return location
  } catch (error) {
    await idempotency.release(id)
    throw error
  }
}

/** For what a form makes: the same form, the same id. */
export function idOf({ userId, path, key }: Sending): string {
  return createHash('sha256').update([userId, path, key].join('\n')).digest('hex').slice(0, 32)
}
