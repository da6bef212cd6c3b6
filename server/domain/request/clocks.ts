import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { LedgerDay } from '../calendar/day-ledger.ts'
import { laip, rulesOf, type Term } from '../law/laip.ts'
import { overdueFrom, termEnd, termLedger, unitOf } from '../law/terms.ts'
import type { EventType } from './events.ts'
import type { LawContext } from './law-context.ts'
import type { ClockId, Party, RequestKind } from './states.ts'

/** A term that runs or ran. All days are calendar days in Guatemala. */
export interface Clock {
  readonly id: ClockId
  readonly term: Term
  /** Whose duty it is to act before it ends. */
  readonly party: Party
  /** Day zero: day 1 is the first working day after it (LOJ 45 e). */
  readonly startedOn: CalendarDate
  /**
   * The day that set it going: of the act, or the first day after the term that ran out. What was filed on
   * a Saturday is owed an answer from that day, though its day zero is the Monday.
   */
  readonly begunOn: CalendarDate
  /** Its last day: an act on this day is in time. */
  readonly dueOn: CalendarDate
  readonly stoppedOn: CalendarDate | null
  readonly stoppedBy: EventType | null
  /** An extension took its place: the day that binds is that of K3. */
  readonly extended: boolean
  readonly calendarVersion: string
}

/** Clocks whose end, without the act that was owed, breaks the law. K2 and K5 are the requester's own time. */
export const dutyClocks = ['K1', 'K3', 'K4', 'K6', 'K7'] as const satisfies readonly ClockId[]

export function isDuty(id: ClockId): boolean {
  return (dutyClocks as readonly ClockId[]).includes(id)
}

export function startClock(
  id: ClockId,
  term: Term,
  { from, begunOn }: { readonly from: CalendarDate; readonly begunOn: CalendarDate },
  { calendar }: LawContext,
): Clock {
  return {
    id,
    term,
    party: partyOf(id),
    startedOn: from,
    begunOn,
    dueOn: termEnd(from, term, calendar),
    stoppedOn: null,
    stoppedBy: null,
    extended: false,
    calendarVersion: calendar.version,
  }
}

/** The first day on which the clock is out of time. */
export function outOfTimeFrom(clock: Clock): CalendarDate {
  return overdueFrom(clock.dueOn)
}

/** The term day by day, each counted or skipped and why; the last is the due day. */
export function ledgerOf(clock: Clock, { calendar }: LawContext): readonly LedgerDay[] {
  return termLedger(clock.startedOn, clock.term, calendar)
}

export function clockUnit(clock: Clock, { calendar }: LawContext): 'working' | 'calendar' {
  return unitOf(clock.term, calendar)
}

export function responseTerm(kind: RequestKind): Term {
  return rulesOf[kind].response
}

export function clarificationTerm(days: number): Term {
  return { ...laip.clarification, days }
}

export function extensionTerm(days: number): Term {
  return { ...laip.extension, days }
}

function partyOf(id: ClockId): Party {
  switch (id) {
    case 'K1':
    case 'K3':
    case 'K4':
    case 'K7':
      return 'unit'
    case 'K6':
      return 'authority'
    case 'K2':
    case 'K5':
      return 'requester'
  }
}
