import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { effectiveReceipt } from '../law/effective-receipt.ts'
import type { Extension } from '../law/extension.ts'
import { changeClocks, noteExtension, startAfterSilence } from './clock-changes.ts'
import { outOfTimeFrom, responseTerm, startClock, type Clock } from './clocks.ts'
import { running, type Draft, type Step } from './draft.ts'
import { effectiveActs, type EffectiveAct } from './effective-acts.ts'
import type { EventType, RequestEvent } from './events.ts'
import type { LawContext } from './law-context.ts'
import type { Outcome, RequestKind, RequestState, ReviewSense } from './states.ts'
import { isFinal, parties } from './states.ts'
import { transitionFor } from './transitions.ts'

export type { Step }

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
  /** Those of them that no longer fitted the state they found, and so moved nothing. */
  readonly unfit: readonly EffectiveAct[]
  readonly outcome: Outcome | null
  readonly sense: ReviewSense | null
  /** The first notice of an extension, with its defects; it binds where its `dueOn` is not null. */
  readonly extension: Extension | null
  /** The day the term would have ended had the clarification not suspended it; null without one. */
  readonly unsuspendedDue: CalendarDate | null
}

/**
 * Folds a history into states, clocks and facts. The steps run on past the last act: each due day that
 * will pass if nobody acts is already there, so the state of any day is read off and never waits for a job.
 * @param speaking an act about to be recorded: see `effectiveActs`.
 * @throws RangeError when there is no filing, or a term leaves the known calendar.
 */
export function foldRequest(
  events: readonly RequestEvent[],
  law: LawContext,
  speaking: EventType | null = null,
): FoldedRequest {
  const acts = effectiveActs(events, speaking)
  const [filing, ...others] = acts
  if (filing?.event.type !== 'filed') throw new RangeError('A history begins with the filing of the request')
  const { kind, channel } = filing.event.data
  const countedReceipt = effectiveReceipt(filing.at ?? filing.on, law.calendar, law.policy)
  const draft = draftOf(kind, filing, countedReceipt, law)
  for (const act of others) {
    letTimePass(draft, act.on)
    applyAct(draft, act)
  }
  letTimePass(draft, null)
  const { steps, clocks, unfit, outcome, sense, extension, unsuspendedDue } = draft
  const facts = { outcome, sense, extension, unsuspendedDue }
  return { kind, channel, receivedOn: filing.on, countedReceipt, steps, clocks, acts, unfit, ...facts }
}

function draftOf(
  kind: RequestKind,
  filing: EffectiveAct,
  countedReceipt: CalendarDate,
  law: LawContext,
): Draft {
  const term = { from: countedReceipt, begunOn: filing.on }
  return {
    kind,
    law,
    state: 'presentada',
    steps: [{ on: filing.on, state: 'presentada', from: null, eventId: filing.eventId, lapsed: null }],
    clocks: [startClock('K1', responseTerm(kind), term, law)],
    unfit: [],
    outcome: null,
    sense: null,
    extension: null,
    unsuspendedDue: null,
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

function applyAct(draft: Draft, act: EffectiveAct): void {
  const to = targetOf(draft.state, act.type)
  if (to === null) return setAside(draft, act)
  changeClocks(draft, act)
  if (act.outcome) draft.outcome = act.outcome
  if (act.sense) draft.sense = act.sense
  if (to === draft.state) return
  draft.steps.push({ on: act.on, state: to, from: draft.state, eventId: act.eventId, lapsed: null })
  draft.state = to
}

function setAside(draft: Draft, act: EffectiveAct): void {
  if (act.type === 'extended') noteExtension(draft, act)
  // Who works on it inside the unit moves nothing in any state.
  if (act.type !== 'assigned') draft.unfit.push(act)
}

/**
 * Where an act leads. Legality was judged when it was recorded; here a history that a correction or a new
 * acuerdo has shifted must still fold, so an act that no longer fits its state moves nothing. Whoever answers
 * has admitted: where only the organisation tells the story it cannot know of the admission.
 */
function targetOf(state: RequestState, type: EventType): RequestState | null {
  if (isFinal(state)) return null
  return listedTarget(state, type) ?? (state === 'presentada' ? listedTarget('en_tramite', type) : null)
}

function listedTarget(state: RequestState, type: EventType): RequestState | null {
  for (const party of parties) {
    const transition = transitionFor(party, state, type)
    if (transition) return transition.to === 'same' ? state : transition.to
  }
  return null
}
