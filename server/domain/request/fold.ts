import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { laip, rulesOf } from '../law/laip.ts'
import { effectiveReceipt } from '../law/effective-receipt.ts'
import { extensionOf, extensionWindow, type Extension } from '../law/extension.ts'
import {
  clarificationTerm,
  extensionTerm,
  outOfTimeFrom,
  responseTerm,
  startClock,
  type Clock,
} from './clocks.ts'
import { effectiveActs, type EffectiveAct } from './effective-acts.ts'
import type { EventType, RequestEvent } from './events.ts'
import type { LawContext } from './law-context.ts'
import type { ClockId, Outcome, RequestKind, RequestState, ReviewSense } from './states.ts'
import { isFinal, parties } from './states.ts'
import { transitionFor } from './transitions.ts'

/** From a day on the request is in a state: by an act, or because a due day passed. */
export interface Step {
  readonly on: CalendarDate
  readonly state: RequestState
  readonly from: RequestState | null
  /** The act's event; null for what the passing of time brings. */
  readonly eventId: string | null
  /** The clock that ran out; null for acts and for the closing of a case with nothing pending. */
  readonly lapsed: Clock | null
}

/** What follows from the history: nothing here was ever typed in by anyone. */
export interface FoldedRequest {
  readonly kind: RequestKind
  readonly channel: string
  readonly receivedOn: CalendarDate
  /** The day that counts as presented, day zero of the term to answer. */
  readonly countedReceipt: CalendarDate
  /** Every state from its first day, those to come if nobody acts included. */
  readonly steps: readonly Step[]
  readonly clocks: readonly Clock[]
  readonly acts: readonly EffectiveAct[]
  readonly outcome: Outcome | null
  readonly sense: ReviewSense | null
  /** The first notice of an extension, with its defects; it binds where its `dueOn` is not null. */
  readonly extension: Extension | null
  /** The day the term would have ended had the clarification not suspended it; null without one. */
  readonly unsuspendedDue: CalendarDate | null
}

interface Draft {
  readonly kind: RequestKind
  readonly law: LawContext
  state: RequestState
  steps: Step[]
  clocks: Clock[]
  outcome: Outcome | null
  sense: ReviewSense | null
  extension: FoldedRequest['extension']
  unsuspendedDue: CalendarDate | null
}

/**
 * Folds a history into states, clocks and facts. The steps run on past the last act: each due day that
 * will pass if nobody acts is already there, so the state of any day is read off and never waits for a job.
 * @throws RangeError when the first act is not the filing, or a term leaves the known calendar.
 */
export function foldRequest(events: readonly RequestEvent[], law: LawContext): FoldedRequest {
  const acts = effectiveActs(events)
  const filing = acts[0]
  if (filing?.event.type !== 'filed') throw new RangeError('A history begins with the filing of the request')
  const { kind, channel } = filing.event.data
  const countedReceipt = effectiveReceipt(filing.at ?? filing.on, law.calendar, law.policy)
  const draft: Draft = {
    kind,
    law,
    state: 'presentada',
    steps: [{ on: filing.on, state: 'presentada', from: null, eventId: filing.eventId, lapsed: null }],
    clocks: [startClock('K1', responseTerm(kind), countedReceipt, law)],
    outcome: null,
    sense: null,
    extension: null,
    unsuspendedDue: null,
  }
  for (const act of acts.slice(1)) {
    letTimePass(draft, act.on)
    applyAct(draft, act)
  }
  letTimePass(draft, null)
  const { steps, clocks, outcome, sense, extension, unsuspendedDue } = draft
  return {
    kind,
    channel,
    receivedOn: filing.on,
    countedReceipt,
    steps,
    clocks,
    acts,
    outcome,
    sense,
    extension,
    unsuspendedDue,
  }
}

/** Applies every lapse up to a day; null means to the end of what the law foresees. */
function letTimePass(draft: Draft, until: CalendarDate | null): void {
  for (
    let lapse = nextLapse(draft);
    lapse && (until === null || lapse.on <= until);
    lapse = nextLapse(draft)
  ) {
    draft.steps.push({ on: lapse.on, state: lapse.to, from: draft.state, eventId: null, lapsed: lapse.clock })
    draft.state = lapse.to
    if (lapse.clock) startAfterSilence(draft, lapse.clock)
  }
}

interface Lapse {
  readonly on: CalendarDate
  readonly to: RequestState
  readonly clock: Clock | null
}

function nextLapse(draft: Draft): Lapse | null {
  const expiry = transitionFor('system', draft.state, 'lapsed')
  const clock = expiry && expiry.to !== 'same' ? awaitedClock(draft) : undefined
  if (expiry && expiry.to !== 'same' && clock) return { on: outOfTimeFrom(clock), to: expiry.to, clock }
  return transitionFor('system', draft.state, 'closed') ? closing(draft) : null
}

/** The clock whose end moves the request out of its state. */
function awaitedClock({ state, clocks }: Draft): Clock | undefined {
  switch (state) {
    case 'vencida_ficta':
      return running(clocks, ['K4'])
    case 'en_revision':
      return running(clocks, ['K6'])
    case 'revision_resuelta':
      return running(clocks, ['K7'])
    default:
      return running(clocks, ['K1', 'K3'])
  }
}

/** Row 22: nothing is pending once the requester's days to seek a review have passed. */
function closing({ clocks, steps }: Draft): Lapse | null {
  const open = clocks.filter(clock => clock.id === 'K5' && clock.stoppedOn === null)
  const latest = open.reduce<CalendarDate | null>(
    (last, { dueOn }) => (last === null || dueOn > last ? dueOn : last),
    null,
  )
  const day = latest ?? steps.at(-1)?.on
  return day === undefined ? null : { on: addDays(day, 1), to: 'cerrada', clock: null }
}

/** Silence starts the free delivery and, by the reading chosen, the days to seek a review (44, 55.4, 55.5). */
function startAfterSilence(draft: Draft, lapsed: Clock): void {
  const { law, kind } = draft
  const delivery = rulesOf[kind].deliveryAfterSilence
  if (lapsed.id === 'K1' || lapsed.id === 'K3') {
    if (delivery) draft.clocks.push(startClock('K4', delivery, lapsed.dueOn, law))
    if (law.policy.silenceReview === 'from-due-day' || !delivery) {
      draft.clocks.push(startClock('K5', laip.reviewFiling, lapsed.dueOn, law))
    }
  }
  if (lapsed.id === 'K4') draft.clocks.push(startClock('K5', laip.reviewFiling, lapsed.dueOn, law))
}

function applyAct(draft: Draft, act: EffectiveAct): void {
  changeClocks(draft, act)
  if (act.outcome) draft.outcome = act.outcome
  if (act.sense) draft.sense = act.sense
  const to = targetOf(draft.state, act)
  if (to === null || to === draft.state) return
  draft.steps.push({ on: act.on, state: to, from: draft.state, eventId: act.eventId, lapsed: null })
  draft.state = to
}

/**
 * Where an act leads. Legality was judged when it was recorded; here a history that a correction or a new
 * acuerdo has shifted must still fold, so an act that no longer fits its state moves nothing.
 */
function targetOf(state: RequestState, act: EffectiveAct): RequestState | null {
  if (isFinal(state)) return null
  const listed = listedTarget(state, act.type)
  if (listed !== null || act.ownWord) return listed
  // The organisation cannot know of the admission: an act of the unit that it states implies one.
  return state === 'presentada' ? listedTarget('en_tramite', act.type) : null
}

function listedTarget(state: RequestState, type: EventType): RequestState | null {
  for (const party of parties) {
    const transition = transitionFor(party, state, type)
    if (transition) return transition.to === 'same' ? state : transition.to
  }
  return null
}

function changeClocks(draft: Draft, act: EffectiveAct): void {
  switch (act.type) {
    case 'clarification_requested':
      return askToClarify(draft, act)
    case 'clarified':
      return clarify(draft, act)
    case 'extended':
      return extend(draft, act)
    case 'resolved':
      return stop(draft, act, ['K1', 'K2', 'K3', 'K4'])
    case 'delivered':
      return stop(draft, act, ['K4'])
    case 'notified':
      return openReviewWindow(draft, act)
    case 'review_filed':
      stop(draft, act, ['K5'])
      return start(draft, 'K6', draft.law.calendar.onOrAfter(act.on))
    case 'review_decided':
      stop(draft, act, ['K6'])
      return draft.law.policy.complianceFrom === 'decision' ? startCompliance(draft, act) : undefined
    case 'review_notified':
      return draft.law.policy.complianceFrom === 'notification' ? startCompliance(draft, act) : undefined
    case 'complied':
      return stop(draft, act, ['K1', 'K3', 'K4', 'K7'])
    case 'referred':
    case 'withdrawn':
      return stop(draft, act, ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'])
    default:
      return undefined
  }
}

function askToClarify(draft: Draft, act: EffectiveAct): void {
  if (draft.state !== 'presentada') return
  draft.clocks.push(
    startClock('K2', clarificationTerm(act.days ?? laip.clarification.days), act.on, draft.law),
  )
  if (draft.law.policy.clarification === 'no-suspension') return
  draft.unsuspendedDue = running(draft.clocks, ['K1'])?.dueOn ?? null
  stop(draft, act, ['K1'])
}

function clarify(draft: Draft, act: EffectiveAct): void {
  if (draft.state !== 'en_prevencion') return
  stop(draft, act, ['K2'])
  if (draft.law.policy.clarification === 'no-suspension') return
  const { calendar, policy } = draft.law
  draft.clocks.push(
    startClock(
      'K1',
      responseTerm(draft.kind),
      effectiveReceipt(act.at ?? act.on, calendar, policy),
      draft.law,
    ),
  )
}

/** An extension out of time, or a second one, is kept as a fact with its defects and moves no due day. */
function extend(draft: Draft, act: EffectiveAct): void {
  const current = draft.clocks.findLast(({ id }) => id === 'K1')
  if (!current || rulesOf[draft.kind].extension === null) return
  const { calendar, policy } = draft.law
  const motivated = act.event.type === 'extended' ? act.event.data.motive.trim() !== '' : null
  const extension = extensionOf(
    { notifiedOn: act.on, days: act.days, motivated },
    {
      dueOn: current.dueOn,
      window: extensionWindow(current.startedOn, current.dueOn, calendar, policy),
      isSecond: draft.extension !== null,
    },
    calendar,
  )
  draft.extension ??= extension
  if (extension.dueOn === null || !['presentada', 'en_tramite'].includes(draft.state)) return
  draft.clocks = draft.clocks.map(clock => (clock === current ? { ...clock, extended: true } : clock))
  draft.clocks.push(startClock('K3', extensionTerm(extension.days), current.dueOn, draft.law))
}

function openReviewWindow(draft: Draft, act: EffectiveAct): void {
  stop(draft, act, ['K5'])
  start(draft, 'K5', act.on)
}

function startCompliance(draft: Draft, act: EffectiveAct): void {
  if (draft.sense === 'confirma' || act.sense === 'confirma') return
  start(draft, 'K7', act.on)
}

function start(draft: Draft, id: 'K5' | 'K6' | 'K7', on: CalendarDate): void {
  const term = { K5: laip.reviewFiling, K6: laip.reviewDecision, K7: laip.compliance }[id]
  draft.clocks.push(startClock(id, term, on, draft.law))
}

function stop(draft: Draft, act: EffectiveAct, ids: readonly ClockId[]): void {
  draft.clocks = draft.clocks.map(clock =>
    clock.stoppedOn === null && !clock.extended && ids.includes(clock.id)
      ? { ...clock, stoppedOn: act.on, stoppedBy: act.type }
      : clock,
  )
}

function running(clocks: readonly Clock[], ids: readonly ClockId[]): Clock | undefined {
  return clocks.findLast(clock => clock.stoppedOn === null && !clock.extended && ids.includes(clock.id))
}
