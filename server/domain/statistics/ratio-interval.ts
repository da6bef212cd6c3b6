import { z95, type Interval } from './intervals.ts'

/** What one answer scored, of the most that it could. */
export interface Scored {
  readonly score: number
  readonly most: number
}

/**
 * Interval (95 %) of the ratio of sums, Σ score ÷ Σ most, where the answers are the units drawn and the items
 * of one answer are alike: the linearised variance of a ratio (Cochran 1977, Sampling Techniques, 6.4) with
 * Student's t of n - 1. Null below two answers.
 */
export function ratioInterval(rows: readonly Scored[]): Interval | null {
  const n = rows.length
  const most = rows.reduce((sum, row) => sum + row.most, 0)
  if (n < 2 || most === 0) return null
  const ratio = rows.reduce((sum, row) => sum + row.score, 0) / most
  const squares = rows.reduce((sum, row) => sum + (row.score - ratio * row.most) ** 2, 0)
  const reach = (t95(n - 1) * Math.sqrt((squares * n) / (n - 1))) / most
  return { low: Math.max(0, ratio - reach), high: Math.min(1, ratio + reach) }
}

/** Two-sided 95 % point of Student's t by its expansion in 1/ν (Abramowitz and Stegun 26.7.5); 1e-3 from ν = 5. */
function t95(degrees: number): number {
  const z = z95
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3
}
