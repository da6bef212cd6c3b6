import { addDays, calendarDate, type CalendarDate } from '../calendar/calendar-date.ts'
import type { Closure } from '../calendar/closures.ts'
import { dayLedger, type LedgerDay } from '../calendar/day-ledger.ts'
import type { StatutoryRules } from '../calendar/statutory-base.ts'
import { workingCalendar, type DayUnit, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CountingPolicy } from './counting-policy.ts'
import type { Term } from './laip.ts'

export interface Office {
  readonly inCapital: boolean
  readonly closures: readonly Closure[]
  readonly rules?: StatutoryRules
}

/** The calendar of an office as a policy reads the law. */
export function officeCalendar(office: Office, policy: CountingPolicy): WorkingCalendar {
  const { halfDays, holyWednesday, dayUnit } = policy
  return workingCalendar({ ...office, halfDays, holyWednesday, dayUnit })
}

/** The last day of a term that began on `start`: day 1 is the first that counts after it (LOJ 45 e). */
export function termEnd(start: CalendarDate, term: Term, calendar: WorkingCalendar): CalendarDate {
  return unitOf(term, calendar) === 'calendar'
    ? addDays(start, term.days)
    : calendar.addWorkingDays(start, term.days)
}

/** The same term day by day; its last day is `termEnd`. */
export function termLedger(start: CalendarDate, term: Term, calendar: WorkingCalendar): readonly LedgerDay[] {
  return dayLedger(start, term.days, calendar, unitOf(term, calendar))
}

/** The first day out of time. */
export function overdueFrom(dueOn: CalendarDate): CalendarDate {
  return addDays(dueOn, 1)
}

/** The last working day of January after the year reported on (article 48). */
export function articleFortyEightDue(year: number, calendar: WorkingCalendar): CalendarDate {
  return calendar.addWorkingDays(calendarDate(`${year + 1}-02-01`), -1)
}

export function unitOf(term: Term, calendar: WorkingCalendar): DayUnit {
  return term.unit === 'dias_habiles' ? 'working' : calendar.dayUnit
}
