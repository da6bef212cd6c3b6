import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, calendarDate, type CalendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { knownClosures } from '../../../../server/domain/calendar/closures.ts'
import { deadlinesFor, type DeadlineEvent, type Deadlines } from '../../../../server/domain/law/deadlines.ts'
import type { RequestKind } from '../../../../server/domain/law/laip.ts'
import { policyAlternative } from '../../../../server/domain/law/policy-alternatives.ts'
import { allowedActions, decide } from '../../../../server/domain/request/decide.ts'
import type { Act, RequestEvent } from '../../../../server/domain/request/events.ts'
import { foldRequest, type FoldedRequest } from '../../../../server/domain/request/fold.ts'
import type { LawContext } from '../../../../server/domain/request/law-context.ts'
import { stateOn } from '../../../../server/domain/request/state-on.ts'
import type { ClockId, RequestState } from '../../../../server/domain/request/states.ts'
import file from '../../../fixtures/law/deadline-examples.json' with { type: 'json' }
import { did, head, history, lawOf, member, officer, stamped, then } from '../../../support/history.ts'

const acuerdos = lawOf({}, knownClosures)
const laws = [acuerdos, lawOf({ clarification: 'no-suspension' }), lawOf({ weekendReceipt: 'literal' })]

/** A choice at a time: how long nobody acts, who acts, and which of the open acts. */
const attempt = fc.record({
  wait: fc.oneof(fc.nat(4), fc.nat(25)),
  actor: fc.constantFrom(member, officer, officer, head, head),
  pick: fc.nat(20),
  days: fc.integer({ min: 1, max: 10 }),
  sense: fc.constantFrom('confirma', 'revoca', 'modifica'),
})
type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never

const story = fc.record({
  law: fc.constantFrom(...laws),
  kind: fc.constantFrom('access', 'access', 'habeas_access', 'habeas_modify'),
  received: fc.integer({ min: 0, max: 1460 }).map(days => addDays(calendarDate('2024-01-01'), days)),
  attempts: fc.array(attempt, { maxLength: 12 }),
})

/** A history of lawful acts, each on its day. */
function tell({ law, kind, received, attempts }: typeof story extends fc.Arbitrary<infer V> ? V : never) {
  let events: readonly RequestEvent[] = history(received, [], { kind })
  let day = received
  for (const choice of attempts) {
    day = addDays(day, choice.wait)
    const act = chosenAct(events, day, choice, law)
    const decision = act && decide({ id: 'r', events }, act, choice.actor, day, law)
    if (decision?.ok)
      events = then(
        events,
        decision.acts.filter(({ type }) => type === act?.type),
        choice.actor,
      )
  }
  return { events, law, kind, received }
}

function chosenAct(
  events: readonly RequestEvent[],
  day: CalendarDate,
  choice: Attempt,
  law: LawContext,
): Act | null {
  const state = stateOn(foldRequest(events, law), day)
  const open = allowedActions(choice.actor, state, law.policy)
  const type = open[choice.pick % (open.length || 1)]
  // Withdrawing is always open, and would end most stories early.
  if (!type || (type === 'withdrawn' && choice.pick > 2)) return null
  return { ...actOf(type, day, state, choice), evidence: stamped }
}

function actOf(type: Act['type'], day: CalendarDate, state: RequestState, { days, sense }: Attempt): Act {
  switch (type) {
    case 'extended':
    case 'clarification_requested':
      return did(type, day, { days })
    case 'resolved':
      return did(type, day, { outcome: state === 'en_prevencion' ? 'desechada' : 'entrega_parcial' })
    case 'review_decided':
      return did(type, day, { sense })
    default:
      return did(type, day)
  }
}

describe('a thousand lives of a request', () => {
  it('the clocks of the fold are the deadlines of the law', () => {
    fc.assert(
      fc.property(story, told => {
        const { events, law, kind, received } = tell(told)
        const folded = foldRequest(events, law)
        const count = (answer: 'resolved' | 'notified') =>
          deadlinesFor({ kind, receivedAt: received, events: factsOf(events, answer), ...law })
        compareClocks(folded, count('resolved'), count('notified'))
      }),
      { numRuns: 2_000 },
    )
  })

  it('the state of each day is that of a count by hand, one day after another', () => {
    fc.assert(
      fc.property(story, told => {
        const { events, law, kind, received } = tell(told)
        const folded = foldRequest(events, law)
        const states = naiveStates(events, law, kind, 150)
        const read = states.map((_, index) => stateOn(folded, addDays(received, index)))
        expect(read).to.eql(states)
      }),
      { numRuns: 2_000 },
    )
  })

  it('every lawful act fits its place in the history, several on one day too', () => {
    fc.assert(
      fc.property(story, told => {
        const { events, law } = tell(told)
        expect(foldRequest(events, law).unfit).to.eql([])
      }),
      { numRuns: 2_000 },
    )
  })
})

function factsOf(events: readonly RequestEvent[], answer: 'resolved' | 'notified'): DeadlineEvent[] {
  return events.flatMap((event): DeadlineEvent[] => {
    const at = event.occurredAt ?? event.occurredOn
    switch (event.type) {
      case 'extended':
        return [{ type: 'extension_notified', at, days: event.data.days, motivated: true }]
      case 'clarification_requested':
        return [{ type: 'clarification_requested', at, days: event.data.days }]
      case 'clarified':
        return [{ type: 'clarification_received', at }]
      case 'resolved':
      case 'notified':
        return event.type === answer ? [{ type: 'resolution_notified', at }] : []
      case 'review_filed':
        return [{ type: 'review_filed', at }]
      case 'review_notified': {
        const decision = events.find(({ type }) => type === 'review_decided')
        const outcome = decision?.type === 'review_decided' ? decision.data.sense : null
        return [{ type: 'review_decision_notified', at, outcome, decidedOn: null }]
      }
      default:
        return []
    }
  })
}

function compareClocks(folded: FoldedRequest, law: Deadlines, notified: Deadlines): void {
  const last = (id: ClockId) => folded.clocks.findLast(clock => clock.id === id)?.dueOn ?? null
  expect(folded.countedReceipt).to.equal(law.effectiveReceipt)
  expect(last('K1')).to.equal(law.responseDue)
  expect(last('K2')).to.equal(law.clarificationDue)
  expect(last('K3')).to.equal(law.extendedResponseDue)
  if (last('K4')) expect(last('K4')).to.equal(law.fictaDeliveryDue)
  const k5 = folded.clocks.filter(({ id }) => id === 'K5')
  const silence = k5.find(({ startedOn }) => startedOn === law.finalResponseDue)
  if (last('K4')) expect(silence?.dueOn).to.equal(law.silenceReviewFileBy)
  const isNotified = folded.acts.some(({ type }) => type === 'notified')
  if (isNotified) expect(k5.at(-1)?.dueOn).to.equal(notified.reviewFileBy)
  expect(last('K6')).to.equal(law.reviewDecisionDue)
  expect(last('K7')).to.equal(law.complianceDue)
}

/** The states of the first days, each found by asking of one day after another what it brings. */
function naiveStates(
  events: readonly RequestEvent[],
  { calendar, policy }: LawContext,
  kind: RequestKind,
  days: number,
): RequestState[] {
  const count = (from: CalendarDate, working: number) => {
    let day = from
    for (let left = working; left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0) day = addDays(day, 1)
    return day
  }
  const presented = (day: CalendarDate) => {
    let counted = day
    while (policy.weekendReceipt !== 'literal' && !calendar.isWorkingDay(counted))
      counted = addDays(counted, 1)
    return counted
  }
  const received = calendarDate(String(events[0]?.occurredOn))
  const answerDays = kind === 'habeas_modify' ? 30 : 10
  let state: RequestState = 'presentada'
  let answerBy: CalendarDate | null = count(presented(received), answerDays)
  let deliverBy: CalendarDate | null = null
  let decideBy: CalendarDate | null = null
  let complyBy: CalendarDate | null = null
  let reviewBy: CalendarDate[] = []
  let since = received
  let sense = ''

  const lapse = (day: CalendarDate): RequestState | null => {
    const isOver = (due: CalendarDate | null) => due !== null && day > due
    const lastReview = reviewBy.toSorted().at(-1) ?? null
    switch (state) {
      case 'presentada':
      case 'en_prevencion':
      case 'en_tramite':
      case 'prorrogada':
        if (!answerBy || !isOver(answerBy)) return null
        deliverBy = kind === 'habeas_modify' ? null : count(answerBy, 10)
        reviewBy = [count(answerBy, 15)]
        return 'vencida_ficta'
      case 'vencida_ficta':
        if (!deliverBy || !isOver(deliverBy)) return null
        reviewBy.push(count(deliverBy, 15))
        return 'ficta_incumplida'
      case 'en_revision':
        return isOver(decideBy) ? 'revision_vencida' : null
      case 'revision_resuelta':
        return isOver(complyBy) ? 'incumplida' : null
      case 'notificada':
      case 'entregada':
        return isOver(lastReview) ? 'cerrada' : null
      case 'cumplida':
        return day > since ? 'cerrada' : null
      default:
        return null
    }
  }

  const act = (event: RequestEvent): RequestState => {
    switch (event.type) {
      case 'admitted':
        return 'en_tramite'
      case 'clarification_requested':
        if (policy.clarification === 'restarts') answerBy = null
        return 'en_prevencion'
      case 'clarified':
        if (policy.clarification === 'restarts') answerBy = count(presented(event.occurredOn), answerDays)
        return 'en_tramite'
      case 'referred':
        return 'remitida'
      case 'extended':
        answerBy = answerBy && count(answerBy, event.data.days)
        return 'prorrogada'
      case 'resolved':
        return 'resuelta'
      case 'notified':
        reviewBy = [count(event.occurredOn, 15)]
        return 'notificada'
      case 'delivered':
        return 'entregada'
      case 'review_filed':
        decideBy = count(presented(event.occurredOn), 5)
        return 'en_revision'
      case 'review_decided':
        sense = event.data.sense
        return 'revision_resuelta'
      case 'review_notified':
        if (sense !== 'confirma') complyBy = count(event.occurredOn, 5)
        return state
      case 'complied':
        return state === 'en_amparo' ? state : 'cumplida'
      case 'amparo_noted':
        return 'en_amparo'
      case 'withdrawn':
        return 'desistida'
      default:
        return state
    }
  }

  return Array.from({ length: days }, (_, index) => {
    const day = addDays(received, index)
    for (let next = lapse(day); next; next = lapse(day)) [state, since] = [next, day]
    for (const event of events.slice(1)) {
      if (event.occurredOn !== day) continue
      const next = act(event)
      if (next !== state) [state, since] = [next, day]
    }
    return state
  })
}

describe('the worked examples, as histories', () => {
  interface Example {
    readonly id: string
    readonly kind: string
    readonly receivedAt: string
    readonly calendar: { readonly capital: boolean; readonly adhoc: boolean }
    readonly events: readonly { readonly type: string; readonly at: string; readonly days?: number }[]
    readonly expected: Readonly<Record<string, unknown>>
    readonly alternatives: object
  }
  const examples: readonly Example[] = file.examples
  const kinds: readonly RequestKind[] = ['access', 'habeas_access', 'habeas_modify']
  const at = (act: Act, instant: string): Act => ({ ...act, occurredAt: new Date(instant) })

  function actsOf({ type, at: instant, days = 2 }: Example['events'][number]): readonly Act[] {
    const on = instant.slice(0, 10)
    switch (type) {
      case 'extension_notified':
        return [did('admitted', on), at(did('extended', on, { days }), instant)]
      case 'clarification_requested':
        return [at(did('clarification_requested', on, { days }), instant)]
      case 'clarification_received':
        return [at(did('clarified', on), instant)]
      case 'resolution_notified':
        return [
          did('admitted', on),
          did('resolved', on, { outcome: 'inexistencia' }),
          at(did('notified', on), instant),
        ]
      case 'review_filed':
        return [at(did('review_filed', on), instant)]
      case 'review_decision_notified':
        return [did('review_decided', on), at(did('review_notified', on), instant)]
      default:
        throw new Error(`The examples have a new event: ${type}`)
    }
  }

  function datesOf(folded: FoldedRequest): Record<string, string | null> {
    const last = (id: ClockId) => folded.clocks.findLast(clock => clock.id === id)?.dueOn ?? null
    const clarified = folded.acts.find(({ type }) => type === 'clarified')
    const lapse = folded.steps.find(({ state }) => state === 'vencida_ficta')
    const isNotified = folded.acts.some(({ type }) => type === 'notified')
    const k5 = folded.clocks.find(({ id }) => id === 'K5')?.dueOn ?? null
    return {
      effectiveReceipt: folded.countedReceipt,
      responseDue: last('K1'),
      clarificationDue: last('K2'),
      admittedOn: clarified?.on ?? null,
      extendedResponseDue: last('K3'),
      overdueFrom: lapse?.on ?? null,
      fictaDeliveryDue: last('K4'),
      silenceReviewFileBy: isNotified ? null : k5,
      reviewFileBy: isNotified ? k5 : null,
      reviewDecisionDue: last('K6'),
      complianceDue: last('K7'),
    }
  }

  const readings = examples.flatMap(example => [
    { example, reading: 'default', expected: example.expected },
    ...Object.entries(example.alternatives).map(([reading, expected]) => ({
      example,
      reading,
      expected: expected as Readonly<Record<string, unknown>>,
    })),
  ])
  for (const { example, reading, expected } of readings) {
    const alternative = policyAlternative(reading)
    // The comparison with a library's list of holidays is not a reading of the law that a request is folded by.
    if (!alternative?.isLaw) continue
    it(`${example.id}, ${reading}`, () => {
      const closures = alternative.office.closures ?? (example.calendar.adhoc ? knownClosures : [])
      const law = lawOf(alternative.policy, closures)
      const kind = kinds.find(known => known === example.kind)
      const events = history(example.receivedAt, example.events.flatMap(actsOf), { kind: kind ?? 'access' })
      // The window of the notice is the law's and has its own tests.
      const { extensionNoticeFrom: _from, extensionNoticeBy: _by, ...dates } = expected
      expect(datesOf(foldRequest(events, law))).to.deep.include(dates)
    })
  }
})
