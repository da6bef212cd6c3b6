import { AppError } from '../errors.ts'

export interface BudgetOptions {
  /** Milliseconds. */
  readonly now: () => number
  /** How much may be spent in a minute. */
  readonly perMinute: number
}

/**
 * A purse that refills evenly. While anything is in it, one more spending of any size is let through, which may
 * leave a debt: so nothing is too big for ever, and nobody can keep the process busy for good.
 */
export function createBudget({ now, perMinute }: BudgetOptions): { spend(amount: number): void } {
  let left = perMinute
  let at = now()
  return {
    /** @throws AppError 'too-many-requests' { retryAfterSeconds } */
    spend(amount) {
      const elapsed = Math.max(0, now() - at)
      at = now()
      left = Math.min(perMinute, left + (elapsed / 60_000) * perMinute)
      if (left <= 0) {
        const retryAfterSeconds = Math.ceil(((1 - left) / perMinute) * 60)
        throw new AppError('too-many-requests', { retryAfterSeconds })
      }
      left -= amount
    },
  }
}
