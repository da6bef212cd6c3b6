import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * So much from one address in a while, whoever sends it. Counted in this process, so that several instances
 * let through as many times more.
 */
export function createAddressLimit({ points, minutes }: { points: number; minutes: number }) {
  const limiter = new RateLimiterMemory({ points, duration: minutes * 60 })

  return {
    /** Counts one; the seconds to wait where it is one too many, else null. */
    async consume(address: string): Promise<number | null> {
      try {
        await limiter.consume(address)
        return null
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason
        return Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
      }
    },
  }
}
