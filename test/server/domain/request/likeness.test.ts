import { expect } from 'chai'
import fc from 'fast-check'
import { alike, likeness } from '../../../../server/domain/request/likeness.ts'
import { silenceIn } from '../../../../server/domain/request/silence.ts'

describe('how alike two texts are', () => {
  const cases: readonly [string, string, string, boolean][] = [
    ['the same words in another order', 'Contratos de obra 2025', '2025, obra: contratos', true],
    ['accents and capitals', 'NÓMINAS DEL PERSONAL', 'nominas del personal', true],
    [
      'one word more',
      'Contratos de mantenimiento de carreteras',
      'Contratos de mantenimiento de carreteras, Jalapa',
      true,
    ],
    ['another year of the same', 'Informe anual 2024', 'Informe anual 2025', false],
    ['half of the words', 'Contratos de publicidad', 'Contratos de limpieza', false],
    ['nothing in common', 'Actas del consejo', 'Planillas de enero', false],
    ['two empty texts', '', '', false],
    ['short words alone', 'de la', 'de la', false],
  ]
  for (const [title, one, other, expected] of cases) {
    it(title, () => {
      expect(likeness(one, other) >= alike).to.equal(expected)
    })
  }

  it('is the same both ways, between 0 and 1, and 1 with itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const value = likeness(one, other)
        expect(value).to.equal(likeness(other, one)).and.to.be.within(0, 1)
        expect(likeness(one, one)).to.be.oneOf([0, 1])
      }),
    )
  })
})

describe('silence', () => {
  const broken = (clock: 'K1' | 'K3' | 'K4' | 'K6', standing: 'vigente' | 'superado' = 'vigente') => ({
    clock,
    standing,
  })
  const cases = [
    ['nothing was broken', [], null],
    ['the term to answer ran out (article 44)', [broken('K1')], 'K1'],
    ['the extended term ran out', [broken('K3')], 'K3'],
    ['the delivery was not made either', [broken('K1'), broken('K4')], 'K1'],
    ['a correction has moved the breach', [broken('K1', 'superado')], null],
    ['only the review was late', [broken('K6')], null],
  ] as const
  for (const [title, breaches, clock] of cases) {
    it(title, () => {
      expect(silenceIn(breaches)?.clock ?? null).to.equal(clock)
    })
  }
})
