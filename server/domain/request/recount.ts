import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Clock } from './clocks.ts'
import type { Act, RequestEvent } from './events.ts'
import { foldRequest } from './fold.ts'
import type { LawContext } from './law-context.ts'

export interface MovedDeadline {
  readonly clock: Clock['id']
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * The due days that a change of calendar moves, for the history: an acuerdo published late still makes its
 * days inhábiles, so a term that was broken moves too, and may turn out not to have been. Terms that were met
 * in time by either count, and those that only silence would start, are left alone. Empty when nothing moves.
 */
export function recount(
  events: readonly RequestEvent[],
  before: LawContext,
  after: LawContext,
  today: CalendarDate,
): MovedDeadline[] {
  const old = foldRequest(events, before).clocks
  const renewed = foldRequest(events, after).clocks
  return old.flatMap(clock => {
    const nth = old.filter(({ id }) => id === clock.id).indexOf(clock)
    const match = renewed.filter(({ id }) => id === clock.id)[nth]
    const isMoved = match && match.dueOn !== clock.dueOn && clock.begunOn <= today
    return isMoved && !(isMetInTime(clock) && isMetInTime(match))
      ? [{ clock: clock.id, from: clock.dueOn, to: match.dueOn }]
      : []
  })
}

/** The event that leaves the move in the history; null when nothing moved. */
export function recountAct(
  moved: readonly MovedDeadline[],
  closureId: string,
  today: CalendarDate,
  { calendar }: LawContext,
): Act | null {
  if (moved.length === 0) return null
  return {
    type: 'recounted',
    occurredOn: today,
    occurredAt: null,
    evidence: [],
    data: { closureId, calendarVersion: calendar.version, moved },
  }
}

function isMetInTime({ stoppedOn, dueOn }: Clock): boolean {
  return stoppedOn !== null && stoppedOn <= dueOn
}
