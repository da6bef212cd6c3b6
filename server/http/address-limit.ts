import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'

export type AddressLimit = ReturnType<typeof createAddressLimit>

/**
 * So much from one address in a while, whoever sends it and whichever instance it reaches: counted in the store.
 * @param options.name what is counted; each name has a count of its own.
 */
export function createAddressLimit(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  { name, points, minutes }: { name: string; points: number; minutes: number },
) {
  const windowMs = minutes * 60_000

  return {
    /** Counts one; the seconds to wait where it is one too many, else null. */
    async consume(address: string): Promise<number | null> {
      const now = clock.now()
      const until = await stores.loginAttempts.begin(keyOf(name, address), { now, limit: points, windowMs })
      return until && Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
    },

    /** Takes back one that was counted. */
    async giveBack(address: string): Promise<void> {
      await stores.loginAttempts.giveBack(keyOf(name, address))
    },
  }
}

/** The address is not to be read from the store, where its count stays until the next purge. */
function keyOf(name: string, address: string): string {
  return createHash('sha256').update(`${name}\n${address}`).digest('hex')
}
