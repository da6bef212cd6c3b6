import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { createAddressLimit } from '../http/address-limit.ts'

const windowMinutes = 15
const perAccountAndAddress = 5
const perAddress = 20

export type LoginLimits = ReturnType<typeof createLoginLimits>

/**
 * Slows guessing down: 5 failures in 15 minutes for one account from one address, 20 from one address for any
 * account, counted in the store for all instances together. Nobody can lock somebody else's account: from
 * another address it stays open.
 */
export function createLoginLimits({ stores, clock }: Pick<Context, 'stores' | 'clock'>) {
  const addresses = createAddressLimit(
    { stores, clock },
    { name: 'sign-in', points: perAddress, minutes: windowMinutes },
  )

  return {
    /** Counts an attempt before it is made. @throws AppError 'too-many-requests' { retryAfterSeconds } */
    async begin(email: string, address: string): Promise<void> {
      const seconds = await addresses.consume(address)
      if (seconds !== null) throw tooMany(seconds)
      const now = clock.now()
      const limit = { now, limit: perAccountAndAddress, windowMs: windowMinutes * 60_000 }
      const until = await stores.loginAttempts.begin(keyOf(email, address), limit)
      if (until) throw tooMany((until.getTime() - now.getTime()) / 1000)
    },

    async succeeded(email: string, address: string): Promise<void> {
      await addresses.giveBack(address)
      await stores.loginAttempts.clear(keyOf(email, address))
    },
  }
}

function tooMany(seconds: number): AppError {
  return new AppError('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) })
}

/** Neither the account nor the address can be read from the store. */
function keyOf(email: string, address: string): string {
  return createHash('sha256').update(`${email}\n${address}`).digest('hex')
}
