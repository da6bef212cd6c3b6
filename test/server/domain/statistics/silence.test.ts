import { expect } from 'chai'
import { cohortsOf } from '../../../../server/domain/statistics/cohorts.ts'
import type { CaseFacts } from '../../../../server/domain/statistics/case-facts.ts'
import type { Figure } from '../../../../server/domain/statistics/figure.ts'
import { silenceOf } from '../../../../server/domain/statistics/silence.ts'
import { calendar, caseFacts, day, lateAnswer } from '../../../reports/activity-4/cases.ts'
import { inventedInput } from '../../../reports/activity-4/invented-cases.ts'

const asOf = day('2025-06-30')
const counting = {
  workingDaysBetween: (from: Parameters<typeof calendar.workingDaysBetween>[0], to: typeof asOf) =>
    calendar.workingDaysBetween(from, to),
  clarificationRestarts: true,
}

const review: CaseFacts['review'] = {
  ...{ filedOn: day('2025-03-03'), filedInTime: true, decisionDueOn: day('2025-03-10') },
  ...{ decidedOn: day('2025-03-10'), sense: 'revoca', complianceDueOn: day('2025-03-17'), compliedOn: null },
}

/** Filed on 3 February: due on the 17th, the ten days to deliver end on 3 March. */
const cases: readonly CaseFacts[] = [
  caseFacts('in-time', { receivedOn: '2025-02-03', answeredOn: '2025-02-17' }),
  caseFacts('free', { receivedOn: '2025-02-03', answeredOn: '2025-03-03', deliveredOn: day('2025-03-03') }),
  caseFacts('charged', {
    ...{ receivedOn: '2025-02-03', answeredOn: '2025-03-03', deliveredOn: day('2025-03-03') },
    costQuetzales: 5,
  }),
  caseFacts('refused', { receivedOn: '2025-02-03', answeredOn: '2025-02-18', outcome: 'negativa_reserva' }),
  caseFacts('after', { receivedOn: '2025-02-03', answeredOn: '2025-03-04', institutionId: 'faros' }),
  caseFacts('never', {
    ...{ receivedOn: '2025-02-03', review },
    breaches: [lateAnswer(day('2025-02-17'), null, asOf)],
  }),
  caseFacts('running', { receivedOn: '2025-06-04', firstResponseOn: day('2025-06-05') }),
]

function figuresOf(given: readonly CaseFacts[]) {
  const window = { from: day('2025-01-01'), to: asOf, asOf }
  return silenceOf(cohortsOf(given, window), counting, ['faros', 'puertos', 'rios'])
}

function ids({ caseIds }: Figure): readonly string[] {
  return caseIds
}

describe('the figures of silence', () => {
  const { silent, running, aftermath, outcomes, bands, reviews, byInstitution } = figuresOf(cases)

  it('count whatever had no answer on its due day, of all that were due', () => {
    expect(silent).to.include({ n: 7, count: 6 })
    expect(ids(running)).to.eql(['running'])
  })

  const stages: readonly [string, Figure, readonly string[]][] = [
    ['LAIP 44: in the ten days and without a charge; the last of them counts', aftermath.free, ['free']],
    ['in the ten days, but charged or refused', aftermath.other, ['charged', 'refused']],
    ['a day after the ten', aftermath.later, ['after']],
    ['nothing by the cut-off', aftermath.never, ['never']],
  ]
  for (const [title, figure, expected] of stages)
    it(`tell apart what followed: ${title}`, () => {
      expect(ids(figure)).to.eql(expected)
      expect(figure.n).to.equal(5)
    })

  it('say in what sense the answers of the ten days came', () => {
    expect(outcomes.map(({ outcome, figure }) => [outcome, figure.count])).to.eql([
      ['entrega_total', 2],
      ['negativa_reserva', 1],
    ])
  })

  it('say for how long, by the breach on record where there is one', () => {
    expect(bands.map(band => [band.answered.count, band.open.count])).to.eql([
      [3, 1],
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ])
  })

  it('follow the reviews of the same requests to their compliance', () => {
    const counts = [reviews.filed, reviews.decided, reviews.upheld, reviews.complied, reviews.amparos]
    expect(counts.map(({ count, n }) => [count, n])).to.eql([
      [1, 6],
      [1, 1],
      [1, 1],
      [0, 1],
      [0, 6],
    ])
  })

  it('say where, in the order given, and leave out who was never silent', () => {
    expect(byInstitution.map(({ key, silent: own }) => [key, own.count, own.n])).to.eql([
      ['faros', 1, 1],
      ['puertos', 5, 6],
    ])
  })

  it('add up, of any requests: by what followed, by institution and by days', () => {
    const { cases: many, institutions } = inventedInput(400)
    const window = { from: day('2025-01-01'), to: day('2025-12-31'), asOf: day('2025-11-15') }
    const keys = institutions.map(({ id }) => id)
    const all = silenceOf(cohortsOf(many, window), counting, keys)
    const parts = [...Object.values(all.aftermath), all.running]
    const sum = (figures: readonly Figure[]) => figures.reduce((total, { count }) => total + count, 0)
    expect(all.silent.count).to.be.greaterThan(50)
    expect(sum(parts)).to.equal(all.silent.count)
    expect(sum(all.byInstitution.map(body => body.silent))).to.equal(all.silent.count)
    expect(sum(all.bands.flatMap(band => [band.answered, band.open]))).to.equal(all.silent.count)
  })
})
