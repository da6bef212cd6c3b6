import { expect } from 'chai'
import fc from 'fast-check'
import { summarise } from '../../../../server/domain/statistics/quantiles.ts'

describe('summary of days', () => {
  const cases = [
    ['one value', [7], 7, 7, 7],
    ['an even number: the mean of the two middle values', [1, 2, 10, 20], 6, 20, 8.25],
    ['an odd number: the middle value', [30, 1, 2], 2, 30, 11],
    ['p90 of ten is the ninth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9, 5.5],
    ['p90 of eleven is the tenth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10, 6],
  ] as const

  for (const [title, values, median, p90, mean] of cases) {
    it(title, () => {
      const summary = summarise(values)
      expect(summary?.median).to.equal(median)
      expect(summary?.p90).to.equal(p90)
      expect(summary?.mean).to.equal(mean)
    })
  }

  it('is null of no values', () => {
    expect(summarise([])).to.equal(null)
  })

  it('p90 is the smallest value that nine in ten do not exceed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 200 }), values => {
        const share = (limit: number) =>
          values.filter(value => value <= limit).length * 10 >= values.length * 9
        const smallest = values.toSorted((a, b) => a - b).find(share)
        expect(summarise(values)?.p90).to.equal(smallest)
      }),
    )
  })
})
