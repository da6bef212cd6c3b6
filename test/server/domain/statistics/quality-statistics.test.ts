import { expect } from 'chai'
import fc from 'fast-check'
import { controlLimits, controlOf, z998 } from '../../../../server/domain/statistics/control-limits.ts'
import { wilsonInterval, z95 } from '../../../../server/domain/statistics/intervals.ts'
import { cohenKappa } from '../../../../server/domain/statistics/kappa.ts'
import { ratioInterval } from '../../../../server/domain/statistics/ratio-interval.ts'
import { reversalIn } from '../../../../server/domain/statistics/simpson.ts'
import { seeded } from './seeded.ts'

describe('Cohen’s kappa', () => {
  const pairsOf = (table: readonly (readonly number[])[]) =>
    table.flatMap((row, first) =>
      row.flatMap((count, second) =>
        Array.from({ length: count }, () => [String(first), String(second)] as const),
      ),
    )

  // The first: Sim and Wright 2005, Physical Therapy 85:257-268, table 2.
  const published: readonly [string, readonly (readonly number[])[], number][] = [
    [
      '22 and 11 of 39 alike',
      [
        [22, 2],
        [4, 11],
      ],
      0.67,
    ],
    [
      'full agreement',
      [
        [3, 0],
        [0, 5],
      ],
      1,
    ],
    [
      'as chance would have it',
      [
        [4, 4],
        [4, 4],
      ],
      0,
    ],
    [
      'against one another',
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
  ]

  for (const [title, table, kappa] of published) {
    it(title, () => {
      expect(cohenKappa(pairsOf(table)).kappa).to.be.closeTo(kappa, 0.005)
    })
  }

  it('is unknown of nothing, and where only one category was ever used', () => {
    expect(cohenKappa([])).to.eql({ pairs: 0, agreed: 0, kappa: null })
    expect(
      cohenKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).to.eql({ pairs: 2, agreed: 2, kappa: null })
  })

  it('agrees with the shares written out', () => {
    const category = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(fc.tuple(category, category), { minLength: 1 }), pairs => {
        const share = (holds: (pair: readonly [string, string]) => boolean) =>
          pairs.filter(holds).length / pairs.length
        const agreed = share(([first, second]) => first === second)
        const chance = ['a', 'b', 'c'].reduce(
          (sum, each) => sum + share(([first]) => first === each) * share(([, second]) => second === each),
          0,
        )
        const { kappa } = cohenKappa(pairs)
        if (kappa === null) expect(chance).to.be.closeTo(1, 1e-12)
        else expect(kappa).to.be.closeTo((agreed - chance) / (1 - chance), 1e-9)
      }),
    )
  })
})

describe('interval of a ratio of sums', () => {
  it('is unknown of one answer', () => {
    expect(ratioInterval([{ score: 3, most: 4 }])).to.equal(null)
    expect(ratioInterval([])).to.equal(null)
  })

  it('has the width of Student’s t where every answer has as many items', () => {
    // Ten answers of one item: a mean of 2 with a standard deviation of 1, t of 9 degrees 2.262.
    const scores = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3]
    const interval = ratioInterval(scores.map(score => ({ score, most: 4 })))
    const reach = (2.262 * Math.sqrt(10 / 9 / 10)) / 4
    expect(interval?.low).to.be.closeTo(0.5 - reach, 0.0005)
    expect(interval?.high).to.be.closeTo(0.5 + reach, 0.0005)
  })

  it('covers the true share in 93 to 97 % of samples, items of one answer being alike', () => {
    const random = seeded(21)
    let covered = 0
    const runs = 3000
    for (let run = 0; run < runs; run++) {
      const rows = Array.from({ length: 15 + Math.floor(random() * 60) }, () => {
        const items = 1 + Math.floor(random() * 5)
        const quality = random()
        const score = Array.from({ length: 4 * items }, () => (random() < quality ? 1 : 0)).reduce<number>(
          (sum, each) => sum + each,
          0,
        )
        return { score, most: 4 * items }
      })
      const interval = ratioInterval(rows)
      if (interval && interval.low <= 0.5 && 0.5 <= interval.high) covered++
    }
    expect(covered / runs).to.be.within(0.93, 0.97)
  })
})

describe('control limits of a share', () => {
  it('leave out just those whose Wilson interval does not hold the overall share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (n, part, overall) => {
          const count = Math.round(part * n)
          const interval = wilsonInterval(count, n)
          const holds = interval !== null && interval.low <= overall && overall <= interval.high
          expect(controlOf(count / n, n, overall) === 'within').to.equal(holds)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('leave out by chance about 5 % and 0.2 % of bodies that are like all the others', () => {
    const random = seeded(22)
    const seen = { within: 0, 'outside-95': 0, 'outside-998': 0 }
    const runs = 20_000
    for (let run = 0; run < runs; run++) {
      const n = 40 + Math.floor(random() * 160)
      let count = 0
      for (let at = 0; at < n; at++) if (random() < 0.6) count++
      seen[controlOf(count / n, n, 0.6)]++
    }
    expect((seen['outside-95'] + seen['outside-998']) / runs).to.be.within(0.03, 0.07)
    expect(seen['outside-998'] / runs).to.be.within(0.0005, 0.005)
  })

  it('stay within 0 and 1 and widen as n falls', () => {
    expect(controlLimits(0.9, 10, z998)).to.include({ high: 1 })
    const [few, many] = [controlLimits(0.5, 20, z95), controlLimits(0.5, 80, z95)]
    expect(few.high - few.low).to.be.closeTo(2 * (many.high - many.low), 1e-12)
  })
})

describe('Simpson’s paradox between two periods', () => {
  const part = (key: string, before: readonly [number, number], after: readonly [number, number]) => ({
    key,
    before: { count: before[0], n: before[1] },
    after: { count: after[0], n: after[1] },
  })
  const both = (parts: readonly ReturnType<typeof part>[]) => {
    const add = (period: 'before' | 'after') =>
      parts.reduce((sum, each) => ({ count: sum.count + each[period].count, n: sum.n + each[period].n }), {
        count: 0,
        n: 0,
      })
    return { before: add('before'), after: add('after') }
  }

  it('is seen where all parts fall and the whole rises', () => {
    // The kidney stones of Charig et al. 1986, BMJ 292:879, as two periods.
    const stones = [part('small', [81, 87], [234, 270]), part('large', [192, 263], [55, 80])]
    expect(reversalIn(both(stones), stones)).to.deep.include({ overall: 'up', parts: stones })
  })

  const none: readonly [string, readonly ReturnType<typeof part>[]][] = [
    ['one part goes with the whole', [part('a', [81, 87], [234, 270]), part('b', [5, 10], [9, 10])]],
    ['a part stays as it was', [part('a', [1, 2], [1, 2]), part('b', [5, 10], [4, 10])]],
    ['there is one part alone', [part('a', [5, 10], [4, 10])]],
    ['nothing moved', [part('a', [5, 10], [5, 10]), part('b', [1, 10], [1, 10])]],
    ['there is nothing', []],
  ]
  for (const [title, parts] of none) {
    it(`is not seen where ${title}`, () => {
      expect(reversalIn(both(parts), parts)).to.equal(null)
    })
  }

  it('leaves out parts of one period alone', () => {
    const stones = [part('small', [81, 87], [234, 270]), part('large', [192, 263], [55, 80])]
    const found = reversalIn(both(stones), [...stones, part('new', [0, 0], [3, 3])])
    expect(found?.parts.map(({ key }) => key)).to.eql(['small', 'large'])
  })
})
