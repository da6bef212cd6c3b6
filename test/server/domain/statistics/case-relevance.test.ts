import { expect } from 'chai'
import fc from 'fast-check'
import { caseQuestionOf } from '../../../../reports/activity-4/activity-figures.ts'
import { activity4Figures } from '../../../../reports/activity-4/figures.ts'
import type { Activities, Activity4Input, Training } from '../../../../reports/activity-4/inputs.ts'
import { addDays } from '../../../../server/domain/calendar/calendar-date.ts'
import type { CaseFacts } from '../../../../server/domain/statistics/case-facts.ts'
import { reasonFor, type CaseQuestion } from '../../../../server/domain/statistics/case-relevance.ts'
import { caseFacts, day, inputOf, lateAnswer } from '../../../reports/activity-4/cases.ts'
import { inventedInput } from '../../../reports/activity-4/invented-cases.ts'
import { inventedBarriers, inventedRatings } from '../../../reports/activity-4/invented-ratings.ts'

const window = { from: day('2025-07-01'), to: day('2025-07-31'), asOf: day('2026-01-30') }
const nothingMore: CaseQuestion = { window, named: new Set(), trained: new Map() }

/** Received, due and answered long before the month, and before everything that it is compared with. */
const old = { receivedOn: '2024-01-08', answeredOn: '2024-01-15' }
const review = {
  ...{ filedOn: day('2024-02-01'), filedInTime: true, decisionDueOn: day('2024-02-08') },
  ...{ decidedOn: null, sense: null, complianceDueOn: null, compliedOn: null },
}

describe('the requests that matter to a period', () => {
  const july = day('2025-07-15')
  const table: readonly [string, string | null, Parameters<typeof caseFacts>[1]][] = [
    ['received in it', 'received', { receivedOn: '2025-07-30', answeredOn: '2025-08-01' }],
    ['due in it', 'due', { receivedOn: '2025-06-27', answeredOn: '2025-06-30' }],
    ['withdrawn in it before its term began', 'due', { ...old, dueOn: null, withdrawnOn: july }],
    ['answered in it', 'closed', { receivedOn: '2024-01-08', answeredOn: '2025-07-15' }],
    ['open, however old', 'open', { receivedOn: '2020-01-08' }],
    ['with a term broken in it', 'breached', { ...old, breaches: [lateAnswer(july, july, window.asOf)] }],
    ['reviewed: decision due', 'reviewed', { ...old, review: { ...review, decisionDueOn: july } }],
    ['reviewed: decided', 'reviewed', { ...old, review: { ...review, decidedOn: july } }],
    ['with an amparo noted in it', 'reviewed', { ...old, amparoOn: july }],
    ['due in the period before', 'compared', { receivedOn: '2025-06-02', answeredOn: '2025-06-03' }],
    ['answered in the period before', 'compared', { receivedOn: '2024-01-08', answeredOn: '2025-06-20' }],
    ['due in the four quarters', 'quarters', { receivedOn: '2024-10-01', answeredOn: '2024-10-02' }],
    [
      'with a term broken in the four quarters',
      'quarters',
      { ...old, breaches: [lateAnswer(day('2024-10-01'), july, window.asOf)] },
    ],
    ['long over', null, old],
    ['withdrawn long ago', null, { receivedOn: '2024-01-08', withdrawnOn: day('2024-01-09') }],
    ['reviewed long ago', null, { ...old, review }],
  ]

  for (const [title, reason, given] of table) {
    it(`${title}: ${reason ?? 'none'}`, () => {
      expect(reasonFor(nothingMore)(caseFacts('a', given))).to.equal(reason)
    })
  }

  it('are those that were helped, and those that a training is judged by', () => {
    const facts = caseFacts('a', old)
    const spans = [{ from: day('2024-01-01'), to: day('2024-01-31') }]
    expect(reasonFor({ ...nothingMore, named: new Set(['a']) })(facts)).to.equal('named')
    expect(reasonFor({ ...nothingMore, trained: new Map([['puertos', spans]]) })(facts)).to.equal('trained')
    expect(reasonFor({ ...nothingMore, trained: new Map([['faros', spans]]) })(facts)).to.equal(null)
  })
})

interface Asked {
  readonly from: number
  readonly length: number
  readonly asOf: number
  readonly shift: readonly number[]
  readonly trainings: readonly { readonly on: number; readonly body: string }[]
  readonly helped: readonly number[]
}

/** Days after 2022-01-01; the invented requests are of the fourteen months from November 2024 on. */
const asked: fc.Arbitrary<Asked> = fc.record({
  from: fc.integer({ min: 300, max: 1_500 }),
  length: fc.integer({ min: 0, max: 400 }),
  asOf: fc.integer({ min: 900, max: 1_520 }),
  shift: fc.array(fc.constantFrom(0, 0, -300, -700), { minLength: 7, maxLength: 7 }),
  trainings: fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 400 }),
      body: fc.constantFrom('puertos', 'caminos', 'faros', 'telmo'),
    }),
    { maxLength: 3 },
  ),
  helped: fc.array(fc.integer({ min: 0, max: 399 }), { maxLength: 5 }),
})

const start = day('2022-01-01')

function inputFor({ from, length, asOf, shift, trainings, helped }: Asked): Activity4Input {
  const period = { from: addDays(start, from), to: addDays(start, from + length) }
  const plain = inventedInput(400)
  const cases = plain.cases.map((facts, at) => movedBy(facts, shift[at % shift.length] ?? 0))
  const ids = helped.map(at => cases[at]?.id ?? '')
  return inputOf(cases, {
    ...{ period, asOf: addDays(start, asOf), institutions: plain.institutions },
    ...{ ratings: inventedRatings(cases), barriers: inventedBarriers(cases) },
    activities: activitiesOf(
      trainings.map(({ on, body }, at) => aTraining(at, addDays(period.from, on), body)),
      ids,
      period.from,
    ),
  })
}

/** An older one, whose later acts keep their days: it was answered, reviewed and broken long after it was filed. */
function movedBy(facts: CaseFacts, days: number): CaseFacts {
  const { dueOn, baseDue } = facts
  const moved = { receivedOn: addDays(facts.receivedOn, days) }
  if (days > -500) return { ...facts, ...moved }
  return {
    ...facts,
    ...moved,
    dueOn: dueOn && addDays(dueOn, days),
    baseDue: baseDue && addDays(baseDue, days),
  }
}

function activitiesOf(
  trainings: readonly Training[],
  requestIds: readonly string[],
  on: Training['on'],
): Activities {
  const assistance = { id: 'h', on, organisationId: 'faro', subject: 'Plazos', minutes: 60, requestIds }
  return { trainings, assistances: [assistance], disseminations: [] }
}

function aTraining(at: number, on: Training['on'], body: string): Training {
  return {
    ...{ id: `t${at}`, on, days: 1, title: 'Plazos', kind: 'taller', audience: 'units' },
    ...{ organisationIds: [], institutionIds: [body], participants: 9, hours: null },
    ...{ women: null, men: null, otherGender: null, answers: null, meanBefore: null, meanAfter: null },
  }
}

describe('a report on the requests that matter alone', function () {
  this.timeout(60_000)

  it('has every figure of a report on all of them', () => {
    let left = 0
    fc.assert(
      fc.property(asked, given => {
        const input = inputFor(given)
        const isKnown = ({ receivedOn }: CaseFacts) => receivedOn <= input.asOf
        const reason = reasonFor(caseQuestionOf(input))
        const cases = input.cases.filter(facts => isKnown(facts) && reason(facts) !== null)
        const known = input.cases.filter(isKnown)
        left += known.length - cases.length
        const whole = activity4Figures({ ...input, cases: known })
        expect(activity4Figures({ ...input, cases, knownCount: known.length })).to.eql(whole)
      }),
      { numRuns: 60 },
    )
    expect(left).to.be.greaterThan(0)
  })
})
