import { expect } from 'chai'
import fc from 'fast-check'
import {
  medianInterval,
  newcombeInterval,
  wilsonInterval,
} from '../../../../server/domain/statistics/intervals.ts'
import { seeded } from './seeded.ts'

describe('Wilson interval of a share', () => {
  // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const

  for (const [count, n, low, high] of published) {
    it(`${count} of ${n}`, () => {
      const interval = wilsonInterval(count, n)
      expect(interval?.low).to.be.closeTo(low, 0.00005)
      expect(interval?.high).to.be.closeTo(high, 0.00005)
    })
  }

  it('is unknown of nothing', () => {
    expect(wilsonInterval(0, 0)).to.equal(null)
  })

  it('holds the shares that the score test does not reject, found by bisection', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const count = Math.round(part * n)
        const interval = wilsonInterval(count, n)
        expect(interval?.low).to.be.closeTo(edge(count, n, 0), 1e-9)
        expect(interval?.high).to.be.closeTo(edge(count, n, 1), 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('covers the true share in 93 to 97 % of samples', () => {
    const random = seeded(11)
    const covered = count(4000, () => {
      const n = 20 + Math.floor(random() * 180)
      const truth = 0.05 + 0.9 * random()
      const interval = wilsonInterval(binomial(n, truth, random), n)
      return interval !== null && interval.low <= truth && truth <= interval.high
    })
    expect(covered).to.be.within(0.93, 0.97)
  })
})

describe('Newcombe interval of a difference', () => {
  // Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
  const published = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const

  for (const [a, m, b, n, low, high] of published) {
    it(`${a}/${m} less ${b}/${n}`, () => {
      const interval = newcombeInterval({ count: a, n: m }, { count: b, n })
      expect(interval?.low).to.be.closeTo(low, 0.00005)
      expect(interval?.high).to.be.closeTo(high, 0.00005)
    })
  }

  it('is unknown where either side has nothing', () => {
    expect(newcombeInterval({ count: 1, n: 2 }, { count: 0, n: 0 })).to.equal(null)
    expect(newcombeInterval({ count: 0, n: 0 }, { count: 1, n: 2 })).to.equal(null)
  })

  it('covers the true difference in 93 to 97 % of samples', () => {
    const random = seeded(12)
    const covered = count(4000, () => {
      const [m, n] = [20 + Math.floor(random() * 100), 20 + Math.floor(random() * 100)]
      const [p, q] = [0.05 + 0.9 * random(), 0.05 + 0.9 * random()]
      const first = { count: binomial(m, p, random), n: m }
      const interval = newcombeInterval(first, { count: binomial(n, q, random), n })
      return interval !== null && interval.low <= p - q && p - q <= interval.high
    })
    expect(covered).to.be.within(0.93, 0.97)
  })
})

describe('interval of a median by order statistics', () => {
  // The ranks of the two-sided sign test at 5 %.
  const ranks = [
    [5, 0],
    [6, 1],
    [8, 1],
    [9, 2],
    [10, 2],
    [12, 3],
    [15, 4],
    [20, 6],
    [25, 8],
    [30, 10],
    [50, 18],
    [100, 40],
  ] as const

  for (const [n, rank] of ranks) {
    it(`of ${n} values reaches from the ${rank}th smallest to the ${rank}th largest`, () => {
      const values = Array.from({ length: n }, (_, at) => at + 1)
      expect(medianInterval(values)).to.eql(rank === 0 ? null : { low: rank, high: n + 1 - rank })
    })
  }

  it('survives ten thousand values', () => {
    const interval = medianInterval(Array.from({ length: 10_000 }, (_, at) => at + 1))
    expect(interval?.low).to.be.within(4900, 4904)
  })

  it('covers the true median in 93 to 97 % of samples', () => {
    const random = seeded(13)
    const covered = count(3000, () => {
      const n = 60 + Math.floor(random() * 140)
      const values = Array.from({ length: n }, () => -Math.log(1 - random())).sort((a, b) => a - b)
      const interval = medianInterval(values)
      return interval !== null && interval.low <= Math.LN2 && Math.LN2 <= interval.high
    })
    expect(covered).to.be.within(0.93, 0.97)
  })
})

/** Where |p̂ - p| = z √(p(1-p)/n), between the sample's share and an end. */
function edge(count: number, n: number, end: 0 | 1): number {
  const share = count / n
  if (share === end) return end
  let inside = share
  let outside: number = end
  for (let step = 0; step < 100; step++) {
    const middle = (inside + outside) / 2
    const isInside = Math.abs(share - middle) <= 1.959963984540054 * Math.sqrt((middle * (1 - middle)) / n)
    if (isInside) inside = middle
    else outside = middle
  }
  return inside
}

function binomial(n: number, share: number, random: () => number): number {
  let hits = 0
  for (let at = 0; at < n; at++) if (random() < share) hits++
  return hits
}

function count(runs: number, holds: () => boolean): number {
  let held = 0
  for (let run = 0; run < runs; run++) if (holds()) held++
  return held / runs
}
