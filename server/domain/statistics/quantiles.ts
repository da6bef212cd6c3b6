import { medianInterval, type Interval } from './intervals.ts'

export interface Summary {
  readonly median: number
  readonly p90: number
  readonly mean: number
  readonly min: number
  readonly max: number
  /** 95 % interval of the median; null below six values. */
  readonly interval: Interval | null
}

/**
 * Median: the middle value, or the mean of the two middle ones where n is even. p90: nearest rank, the
 * smallest value that at least nine in ten values do not exceed. Null of no values.
 */
export function summarise(values: readonly number[]): Summary | null {
  const sorted = values.toSorted((a, b) => a - b)
  const min = sorted[0]
  const max = sorted.at(-1)
  if (min === undefined || max === undefined) return null
  return {
    median: (at(sorted, Math.floor((sorted.length - 1) / 2)) + at(sorted, Math.floor(sorted.length / 2))) / 2,
    // In whole numbers: 0.9 × 10 is 9 exactly, 0.9 × 70 is not 63 in doubles.
    p90: at(sorted, Math.ceil((9 * sorted.length) / 10) - 1),
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    min,
    max,
    interval: medianInterval(sorted),
  }
}

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index]
  if (value === undefined) throw new RangeError(`No value at ${index} of ${sorted.length}`)
  return value
}
