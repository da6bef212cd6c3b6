import { expect } from 'chai'
import fc from 'fast-check'
import { activity4Figures } from '../../../../reports/activity-4/figures.ts'
import { addDays, calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import type { EventType, RequestEvent } from '../../../../server/domain/request/events.ts'
import { grounds } from '../../../../server/domain/request/events.ts'
import { outcomes, reviewSenses } from '../../../../server/domain/request/states.ts'
import { caseFactsOf } from '../../../../server/domain/statistics/case-facts-of.ts'
import { cellOf, keyOf } from '../../../../server/domain/statistics/cells.ts'
import { cohortsOf } from '../../../../server/domain/statistics/cohorts.ts'
import { contributionOf } from '../../../../server/domain/statistics/contribution.ts'
import { createMonthCounter } from '../../../../server/domain/statistics/month-count.ts'
import { createTallying, sumOfTallies } from '../../../../server/domain/statistics/tally.ts'
import {
  groupOfTally,
  indicatorsOfTally,
  monthsOfTally,
} from '../../../../server/domain/statistics/tally-figures.ts'
import { did, history, lawOf, told } from '../../../support/history.ts'

const law = lawOf()
const start = calendarDate('2026-01-05')
const counting = {
  workingDaysBetween: law.calendar.workingDaysBetween,
  clarificationRestarts: law.policy.clarification === 'restarts',
}

const types = [
  ...['admitted', 'clarification_requested', 'clarified', 'assigned', 'referred', 'extended', 'resolved'],
  ...['resolved', 'resolved', 'notified', 'delivered', 'review_filed', 'review_decided', 'review_notified'],
  ...['complied', 'amparo_noted', 'withdrawn', 'stated'],
] as readonly EventType[]

const anAct = fc.record({
  type: fc.constantFrom(...types),
  after: fc.integer({ min: 0, max: 14 }),
  outcome: fc.constantFrom(...outcomes),
  grounds: fc.uniqueArray(fc.constantFrom(...grounds), { maxLength: 2 }),
  article: fc.constantFrom('23', ''),
  cost: fc.constantFrom(0, 12),
  sense: fc.constantFrom(...reviewSenses),
  fact: fc.constantFrom('resolved' as const, 'delivered' as const, 'extended' as const),
})

type GivenAct = typeof anAct extends fc.Arbitrary<infer T> ? T : never

const aCase = fc.record({
  received: fc.integer({ min: 0, max: 60 }),
  kind: fc.constantFrom('access' as const, 'habeas_modify' as const),
  published: fc.boolean(),
  institution: fc.constantFrom('a', 'b'),
  acts: fc.array(anAct, { maxLength: 6 }),
})

type GivenCase = typeof aCase extends fc.Arbitrary<infer T> ? T : never

function doing(given: GivenAct, on: string) {
  const { type, outcome, cost, article } = given
  if (type === 'resolved')
    return did(type, on, { outcome, grounds: given.grounds, article, costQuetzales: cost })
  if (type === 'delivered') return did(type, on, { costQuetzales: cost })
  if (type === 'review_decided') return did(type, on, { sense: given.sense })
  if (type === 'stated') return told(given.fact, on, given.fact === 'resolved' ? { outcome } : {})
  return did(type, on)
}

function eventsOf({ received, kind, acts }: GivenCase): RequestEvent[] {
  let day = addDays(start, received)
  const first = day
  const done = acts.map(given => {
    day = addDays(day, given.after)
    return doing(given, day)
  })
  return history(first, done, { kind })
}

/** The figures without the ids of the requests behind them. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'caseIds' ? undefined : part)))
}

interface Asked {
  readonly cases: readonly GivenCase[]
  readonly from: number
  readonly length: number
  readonly asOf: number
  readonly countedBefore: number
}

const asked: fc.Arbitrary<Asked> = fc.record({
  cases: fc.array(aCase, { maxLength: 40 }),
  from: fc.integer({ min: -20, max: 120 }),
  length: fc.integer({ min: 0, max: 120 }),
  asOf: fc.integer({ min: 0, max: 160 }),
  countedBefore: fc.integer({ min: 0, max: 40 }),
})

function read({ cases, from, length, asOf, countedBefore }: Asked) {
  const window = {
    ...{ from: addDays(start, from), to: addDays(start, from + length) },
    asOf: addDays(start, asOf),
  }
  const requests = cases.map((given, at) => ({
    ...{ id: `r${at}`, reference: `R-${at}`, organisationId: 'o', institutionId: given.institution },
    events: eventsOf(given),
  }))
  const tallying = createTallying({ window, counting })
  let known = 0
  for (const request of requests) {
    const { cells, ...rest } = contributionAt(request, window.asOf, countedBefore)
    known += rest.known ? 1 : 0
    tallying.add(request.institutionId, Object.fromEntries(cells.map(key => [key, 1])))
  }
  const facts = requests.flatMap(request => caseFactsOf(request, law, window.asOf) ?? [])
  return { window, facts, tallying, known }
}

/** Counted some days before, as long as nothing was to be known of it in between. */
function contributionAt(
  request: Parameters<typeof contributionOf>[0],
  asOf: ReturnType<typeof calendarDate>,
  daysBefore: number,
) {
  const earlier = addDays(asOf, -daysBefore)
  const isSame = request.events.every(({ occurredOn }) => occurredOn <= earlier || occurredOn > asOf)
  return contributionOf(request, law, isSame ? earlier : asOf)
}

describe('the figures of the roll-ups', function () {
  this.timeout(60_000)

  it('are those that are folded from the requests, on whatever day they were counted', () => {
    fc.assert(
      fc.property(asked, given => {
        const { window, facts, tallying, known } = read(given)
        const naive = activity4Figures({
          ...{ cases: facts, period: window, asOf: window.asOf, organisations: [] },
          institutions: ['a', 'b'].map(id => ({ id, name: id, acronym: null, kind: 'otra' })),
          ...{ calendar: law.calendar, calendarVersion: law.calendar.version, policy: law.policy },
        })
        const all = sumOfTallies(tallying.byInstitution.values())
        const indicators = indicatorsOfTally(all, known)
        for (const part of ['volume', 'timeliness', 'outcomes', 'days'] as const)
          for (const [name, figure] of Object.entries(indicators[part]))
            expect(plain(figure), name).to.eql(
              plain(new Map(Object.entries(naive.indicators[part])).get(name)),
            )
        for (const group of naive.byInstitution) {
          const tally = tallying.byInstitution.get(group.key) ?? sumOfTallies([])
          expect(plain(groupOfTally(group.key, tally, indicators.timeliness.onTime))).to.eql(plain(group))
        }
        expect(plain(monthsOfTally(tallying.byMonth, window))).to.eql(plain(naive.monthly))
        const { known: seen } = cohortsOf(facts, window)
        expect(all.counts.openReviews).to.equal(
          seen.filter(({ review }) => review !== null && review.decidedOn === null).length,
        )
      }),
      { numRuns: 150 },
    )
  })

  it('are in a month of receipt the same in whatever order its requests are counted', () => {
    fc.assert(
      fc.property(fc.array(aCase, { maxLength: 12 }), cases => {
        const count = (order: readonly GivenCase[]) => {
          const counter = createMonthCounter('a', '2026-01')
          for (const given of order) {
            const request = {
              ...{ id: JSON.stringify(given), reference: JSON.stringify(given) },
              ...{ organisationId: 'o', institutionId: 'a', events: eventsOf(given) },
            }
            counter.add(given.published, contributionOf(request, law, calendarDate('2026-06-01')))
          }
          return counter.count()
        }
        expect(count(cases)).to.eql(count(cases.toReversed()))
      }),
      { numRuns: 30 },
    )
  })

  it('read each cell as it was written, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(aCase, { maxLength: 5 }), cases => {
        for (const given of cases) {
          const request = {
            ...{ id: 'r', reference: 'R', organisationId: 'o', institutionId: 'a' },
            events: eventsOf(given),
          }
          for (const key of contributionOf(request, law, calendarDate('2026-06-01')).cells)
            expect(keyOf(cellOf(key))).to.equal(key)
        }
      }),
      { numRuns: 50 },
    )
    for (const wrong of ['', 'closed 2026-01-05 regalada - - 3', 'due ayer t -'])
      expect(() => cellOf(wrong)).to.throw(RangeError)
  })
})
