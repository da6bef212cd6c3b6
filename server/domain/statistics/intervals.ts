/** A closed interval; of shares it lies within 0 and 1, of differences within -1 and 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Two-sided 95 % point of the normal distribution. */
export const z95 = 1.959963984540054

/**
 * Wilson's score interval (95 %) of a share, without continuity correction.
 * Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857-872, method 3. Null where n is 0.
 */
export function wilsonInterval(count: number, n: number): Interval | null {
  if (n === 0) return null
  const share = count / n
  const square = z95 * z95
  const centre = share + square / (2 * n)
  const reach = z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  const scale = 1 + square / n
  return {
    // At the ends the formula gives exactly 0 and 1; rounding of doubles would leave 1e-17.
    low: count === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: count === n ? 1 : Math.min(1, (centre + reach) / scale),
  }
}

export interface Share {
  readonly count: number
  readonly n: number
}

/**
 * Interval (95 %) of the difference of two independent shares, first less second, from their Wilson
 * intervals. Newcombe 1998, Statistics in Medicine 17:873-890, method 10. Null where either n is 0.
 */
export function newcombeInterval(first: Share, second: Share): Interval | null {
  const a = wilsonInterval(first.count, first.n)
  const b = wilsonInterval(second.count, second.n)
  if (!a || !b) return null
  const p = first.count / first.n
  const q = second.count / second.n
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  }
}

/**
 * Interval of the median by order statistics: from the k-th smallest to the k-th largest value, with the
 * largest k for which the binomial tail leaves at least 95 % between them (Conover, Practical Nonparametric
 * Statistics, 3.2). Null below six values, where no pair reaches 95 %.
 * @param sorted ascending
 */
export function medianInterval(sorted: readonly number[]): Interval | null {
  const rank = medianRank(sorted.length)
  const low = sorted[rank - 1]
  const high = sorted[sorted.length - rank]
  return rank === 0 || low === undefined || high === undefined ? null : { low, high }
}

/** The largest k with P(Binomial(n, ½) < k) ≤ 2.5 %; 0 where there is none. */
function medianRank(n: number): number {
  let logTerm = -n * Math.LN2
  let tail = 0
  let rank = 0
  while (rank < n) {
    tail += Math.exp(logTerm)
    if (tail > 0.025) return rank
    logTerm += Math.log((n - rank) / (rank + 1))
    rank += 1
  }
  return rank
}
