import { z95, type Interval } from './intervals.ts'

/** Two-sided 99.8 % point of the normal distribution. */
export const z998 = 3.090232306167813

/**
 * Between which shares a body of n requests is expected where it is like all the others: the overall share
 * plus and minus z standard errors, cut at 0 and 1. Spiegelhalter 2005, Statistics in Medicine 24:1185-1202.
 * Outside the 95 % limits is the same as a Wilson interval that does not hold the overall share.
 */
export function controlLimits(overall: number, n: number, z: number): Interval {
  const reach = z * Math.sqrt((overall * (1 - overall)) / n)
  return { low: Math.max(0, overall - reach), high: Math.min(1, overall + reach) }
}

export type Control = 'within' | 'outside-95' | 'outside-998'

/** Where a share stands to the limits; on the limit is within. */
export function controlOf(rate: number, n: number, overall: number): Control {
  const isOutside = (z: number) => {
    const { low, high } = controlLimits(overall, n, z)
    return rate < low || rate > high
  }
  if (isOutside(z998)) return 'outside-998'
  return isOutside(z95) ? 'outside-95' : 'within'
}
