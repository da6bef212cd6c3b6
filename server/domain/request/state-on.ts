import type { CalendarDate } from '../calendar/calendar-date.ts'
import { outOfTimeFrom, type Clock } from './clocks.ts'
import type { FoldedRequest, Step } from './fold.ts'
import type { RequestState } from './states.ts'

/**
 * The state to show and to act on, on a day: it follows from the dates, whether or not a job ever ran.
 * Before the filing it is that of the filing.
 */
export function stateOn(request: Pick<FoldedRequest, 'steps'>, day: CalendarDate): RequestState {
  return (lastStep(request.steps, day) ?? request.steps[0])?.state ?? 'presentada'
}

export function lastStep(steps: readonly Step[], day: CalendarDate): Step | undefined {
  return steps.findLast(({ on }) => on <= day)
}

/**
 * The clock to show on a day. Of the terms that have begun and not been met: the duty that ends first, else
 * the one that was broken last, else the requester's own days.
 */
export function currentClock(
  request: Pick<FoldedRequest, 'steps' | 'clocks'>,
  day: CalendarDate,
): Clock | null {
  const open = request.clocks.filter(clock => isOpen(clock, day))
  const duties = open.filter(({ party }) => party !== 'requester')
  const runningDuty = earliest(duties.filter(clock => clock.dueOn >= day))
  const brokenDuty = duties.filter(clock => clock.dueOn < day).at(-1)
  const runningOwn = earliest(open.filter(clock => clock.party === 'requester' && clock.dueOn >= day))
  return runningDuty ?? brokenDuty ?? runningOwn ?? null
}

/** Begun by the day, and neither met, withdrawn nor replaced by an extension on it. */
export function isOpen(clock: Clock, day: CalendarDate): boolean {
  return clock.begunOn <= day && !clock.extended && (clock.stoppedOn === null || clock.stoppedOn > day)
}

/** The term that binds the answer: the extension's, where there is one. It may have stopped: see `stoppedBy`. */
export function responseClock(request: Pick<FoldedRequest, 'clocks'>): Clock | null {
  return request.clocks.findLast(({ id, extended }) => (id === 'K1' || id === 'K3') && !extended) ?? null
}

/** The term to answer without its extension. */
export function baseResponseClock(request: Pick<FoldedRequest, 'clocks'>): Clock | null {
  return request.clocks.findLast(({ id }) => id === 'K1') ?? null
}

export function isOutOfTime(clock: Clock, day: CalendarDate): boolean {
  return outOfTimeFrom(clock) <= day && (clock.stoppedOn === null || clock.stoppedOn > clock.dueOn)
}

function earliest(clocks: readonly Clock[]): Clock | undefined {
  return clocks.reduce<Clock | undefined>(
    (first, clock) => (!first || clock.dueOn < first.dueOn ? clock : first),
    undefined,
  )
}
