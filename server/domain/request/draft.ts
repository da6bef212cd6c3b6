import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Extension } from '../law/extension.ts'
import { laip, type Term } from '../law/laip.ts'
import { startClock, type Clock } from './clocks.ts'
import type { EffectiveAct } from './effective-acts.ts'
import type { EventType } from './events.ts'
import type { LawContext } from './law-context.ts'
import type { ClockId, Outcome, RequestKind, RequestState, ReviewSense } from './states.ts'

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

/** A request half folded: as far as the history has been read. */
export interface Draft {
  readonly kind: RequestKind
  readonly law: LawContext
  state: RequestState
  readonly steps: Step[]
  clocks: Clock[]
  readonly unfit: EffectiveAct[]
  outcome: Outcome | null
  sense: ReviewSense | null
  extension: Extension | null
  unsuspendedDue: CalendarDate | null
}

/** @param from day zero of the term; `begunOn`, the day that set it going. */
export function begin(
  draft: Draft,
  id: ClockId,
  { from, begunOn, term = terms[id] }: { from: CalendarDate; begunOn: CalendarDate; term?: Term },
): void {
  draft.clocks.push(startClock(id, term, { from, begunOn }, draft.law))
}

export function stop(
  draft: Draft,
  act: { on: CalendarDate; type: EventType },
  ids: readonly ClockId[],
): void {
  if (!running(draft.clocks, ids)) return
  draft.clocks = draft.clocks.map(clock =>
    isRunning(clock) && ids.includes(clock.id) ? { ...clock, stoppedOn: act.on, stoppedBy: act.type } : clock,
  )
}

/** The last of these clocks that nobody has met. */
export function running(clocks: readonly Clock[], ids: readonly ClockId[]): Clock | undefined {
  return clocks.findLast(clock => isRunning(clock) && ids.includes(clock.id))
}

function isRunning({ stoppedOn, extended }: Clock): boolean {
  return stoppedOn === null && !extended
}

/** Of a request for access, where nothing else was said. */
const terms: Readonly<Record<ClockId, Term>> = {
  K1: laip.response,
  K2: laip.clarification,
  K3: laip.extension,
  K4: laip.deliveryAfterSilence,
  K5: laip.reviewFiling,
  K6: laip.reviewDecision,
  K7: laip.compliance,
}
