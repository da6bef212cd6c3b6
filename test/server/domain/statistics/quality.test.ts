import { expect } from 'chai'
import { standingRatings, type RatingFact } from '../../../../server/domain/ratings.ts'
import { barrierFiguresOf } from '../../../../server/domain/statistics/barrier-figures.ts'
import type { BarrierFact } from '../../../../server/domain/barriers.ts'
import { cohortsOf } from '../../../../server/domain/statistics/cohorts.ts'
import { qualityOf } from '../../../../server/domain/statistics/quality.ts'
import { repeatOffendersOf } from '../../../../server/domain/statistics/repeat-offenders.ts'
import { caseFacts, day, lateAnswer } from '../../../reports/activity-4/cases.ts'

const window = { from: day('2025-01-01'), to: day('2025-12-31'), asOf: day('2026-01-30') }

function rating(requestId: string, given: Partial<RatingFact> = {}): RatingFact {
  const ratedOn = given.ratedOn ?? day('2025-06-02')
  return {
    id: `${requestId}-${given.raterId ?? 'ana'}-${ratedOn}`,
    requestId,
    raterId: 'ana',
    ratedOn,
    ratedAt: new Date(`${ratedOn}T15:00:00Z`),
    scores: [4, 2],
    format: 'abierto',
    askedFormat: 'respetado',
    ...given,
  }
}

describe('the ratings that stand', () => {
  it('are the last of each of the first two persons', () => {
    const ratings = [
      rating('r', { raterId: 'eva', ratedOn: day('2025-06-05') }),
      rating('r', { scores: [0, 0] }),
      rating('r', { raterId: 'leo', ratedOn: day('2025-06-03') }),
      rating('r', { scores: [3, 3], ratedOn: day('2025-06-09') }),
    ]
    const standing = standingRatings(ratings, window.asOf).get('r')
    expect(standing?.first)
      .to.include({ raterId: 'ana' })
      .and.deep.include({ scores: [3, 3] })
    expect(standing?.second).to.include({ raterId: 'leo' })
  })

  it('measure agreement by what each said before seeing the other’s', () => {
    const given = [
      rating('r', { scores: [1, 1], ratedOn: day('2025-06-02') }),
      rating('r', { scores: [2, 2], ratedOn: day('2025-06-03') }),
      rating('r', { raterId: 'leo', scores: [4, 4], ratedOn: day('2025-06-04') }),
      rating('r', { scores: [4, 4], ratedOn: day('2025-06-05') }),
      rating('r', { raterId: 'leo', scores: [2, 2], ratedOn: day('2025-06-06') }),
    ]
    const standing = standingRatings(given, window.asOf).get('r')
    expect(standing?.blind?.map(({ scores }) => scores)).to.eql([
      [2, 2],
      [4, 4],
    ])
    expect(standing?.first.scores).to.eql([4, 4])
    expect(standing?.second?.scores).to.eql([2, 2])
    expect(standingRatings(given.slice(0, 2), window.asOf).get('r')?.blind).to.equal(null)
  })

  it('know nothing of what was rated after the cut-off day', () => {
    expect(standingRatings([rating('r')], day('2025-06-01')).size).to.equal(0)
    expect(standingRatings([rating('r')], day('2025-06-02')).size).to.equal(1)
  })
})

describe('quality', () => {
  const delivered = Array.from({ length: 12 }, (_, at) =>
    caseFacts(`d${at}`, {
      receivedOn: '2025-02-03',
      answeredOn: '2025-02-17',
      costQuetzales: at < 2 ? 25 : 0,
    }),
  )
  const refused = caseFacts('refused', {
    receivedOn: '2025-02-03',
    answeredOn: '2025-02-17',
    outcome: 'negativa_reserva',
    costQuetzales: 9,
  })
  const open = caseFacts('open', { receivedOn: '2025-02-03' })
  const cohorts = cohortsOf([...delivered, refused, open], window)
  const unpriced = caseFacts('unpriced', { receivedOn: '2025-02-03', answeredOn: '2025-02-17' })
  const ratings = [
    ...delivered.map(({ id }, at) =>
      rating(id, {
        format: at < 9 ? 'abierto' : 'papel_o_imagen',
        askedFormat: at < 4 ? 'no_se_pidio' : at < 10 ? 'respetado' : 'no_respetado',
      }),
    ),
    ...delivered
      .slice(0, 10)
      .map(({ id }, at) =>
        rating(id, { raterId: 'leo', ratedOn: day('2025-06-03'), scores: at === 0 ? [4, 0] : [4, 2] }),
      ),
    rating('refused', { scores: [0], format: null, askedFormat: 'no_se_pidio' }),
    rating('open'),
    rating('of another period'),
  ]
  const { charged, cost, rated } = qualityOf(cohorts, ratings)

  it('counts the charge over what was delivered, from the histories', () => {
    expect(charged).to.deep.include({ code: 'Q4', n: 12, count: 2, caseIds: ['d0', 'd1'] })
    expect(cost).to.include({ n: 2, median: null, caution: 'counts-only' })
  })

  it('takes no delivery for free whose cost nobody put on record', () => {
    const { charged: known, costUnknown } = qualityOf(cohortsOf([...delivered, unpriced], window), null)
    expect(known).to.include({ n: 12, count: 2 })
    expect(costUnknown).to.deep.include({ code: 'Q4-unknown', n: 13, count: 1, caseIds: ['unpriced'] })
  })

  it('adds up the marks of the first raters, refusals too', () => {
    expect(rated?.rated).to.include({ n: 13, count: 13 })
    expect(rated?.completeness).to.include({
      n: 13,
      items: 25,
      score: 72,
      most: 100,
      share: 0.72,
      mean: 2.88,
    })
    expect(rated?.completeness.caseIds.length).to.equal(13)
  })

  it('classes the format of deliveries alone, and each in one class', () => {
    expect(rated?.formats.map(({ figure }) => [figure.count, figure.n])).to.eql([
      [9, 12],
      [0, 12],
      [3, 12],
    ])
    expect(rated?.formatRespected).to.deep.include({ n: 8, count: 6 })
  })

  it('compares two raters item by item', () => {
    expect(rated?.agreement).to.include({ n: 10, pairs: 20, agreed: 19 })
    // Both said 4 ten times; of the other ten the second said 0 once.
    expect(rated?.agreement.kappa).to.be.closeTo((0.95 - (0.25 + 0.225)) / (1 - 0.475), 1e-6)
    expect(rated?.formatAgreement).to.include({ n: 10, pairs: 10, agreed: 9 })
  })

  it('says nothing where the report does not reach the ratings', () => {
    expect(qualityOf(cohorts, null).rated).to.equal(null)
    expect(qualityOf(cohorts, []).rated?.completeness).to.include({ n: 0, share: null, caution: 'no-data' })
  })
})

describe('barriers', () => {
  const barrier = (id: string, given: Partial<BarrierFact> = {}): BarrierFact => ({
    id,
    kind: 'exigieron_identidad',
    occurredOn: day('2025-03-03'),
    organisationId: 'faro',
    institutionId: 'rios',
    requestId: null,
    ...given,
  })
  const cohorts = cohortsOf(
    [caseFacts('r1', { receivedOn: '2025-02-03' }), caseFacts('r2', { receivedOn: '2025-02-04' })],
    window,
  )

  it('are counted by attempts: a request once, and what never came to be one', () => {
    const { any, classes, lines } = barrierFiguresOf(cohorts, [
      barrier('b1', { requestId: 'r1' }),
      barrier('b2', { requestId: 'r1', kind: 'exigieron_motivo' }),
      barrier('b3', { requestId: 'r1' }),
      barrier('b4'),
      barrier('b5', { occurredOn: day('2024-12-31') }),
      barrier('b6', { occurredOn: day('2026-01-02') }),
    ])
    expect(any).to.deep.include({ n: 3, count: 2, caseIds: ['b4', 'r1'] })
    expect(classes.map(({ kind, figure }) => [kind, figure.count])).to.eql([
      ['exigieron_identidad', 2],
      ['exigieron_motivo', 1],
    ])
    expect(lines.length).to.equal(4)
    expect(JSON.stringify(lines)).not.to.contain('faro')
  })

  it('know nothing of what came after the cut-off day', () => {
    const early = { ...cohorts, window: { ...window, asOf: day('2025-03-02') } }
    expect(barrierFiguresOf(early, [barrier('b1')]).any.count).to.equal(0)
  })
})

describe('repeated breach', () => {
  const late = (id: string, dueOn: string, institutionId = 'rios') => {
    const breach = lateAnswer(day(dueOn), null, window.asOf)
    return caseFacts(id, { receivedOn: '2024-12-02', dueOn: day(dueOn), breaches: [breach], institutionId })
  }
  const quarters = ['2025-02-03', '2025-05-05', '2025-08-04', '2025-11-03'] as const
  const kept = (id: string) =>
    caseFacts(id, { receivedOn: '2025-02-03', answeredOn: '2025-02-10', institutionId: 'rios' })

  it('takes three of the last four calendar quarters and five due', () => {
    const cases = [...quarters.slice(1).map((dueOn, at) => late(`l${at}`, dueOn)), kept('k1'), kept('k2')]
    const found = repeatOffendersOf(cases, window)
    expect(found.quarters.map(({ id, from, to }) => [id, from, to])).to.eql([
      ['2025-Q1', '2025-01-01', '2025-03-31'],
      ['2025-Q2', '2025-04-01', '2025-06-30'],
      ['2025-Q3', '2025-07-01', '2025-09-30'],
      ['2025-Q4', '2025-10-01', '2025-12-31'],
    ])
    expect(found.share).to.deep.include({ n: 1, count: 1, caseIds: ['rios'] })
    const [body] = found.offenders
    expect(body?.quarters.map(({ count }) => count)).to.eql([0, 1, 1, 1])
    expect(body?.due.count).to.equal(5)
  })

  it('says nothing of a body with four due, nor of one in breach in two quarters', () => {
    const four = quarters.map((dueOn, at) => late(`l${at}`, dueOn))
    expect(repeatOffendersOf(four, window).share).to.include({ n: 0, count: 0, caution: 'no-data' })
    const two = [...four.slice(2), kept('k1'), kept('k2'), kept('k3')]
    expect(repeatOffendersOf(two, window).share).to.include({ n: 1, count: 0 })
  })

  it('ends with the quarter of the cut-off day where the period is not over', () => {
    const { quarters: seen } = repeatOffendersOf([], { ...window, asOf: day('2025-05-10') })
    expect(seen.map(({ id }) => id)).to.eql(['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'])
  })
})
