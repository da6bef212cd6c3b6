import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Clock } from './clocks.ts'
import type { FoldedRequest } from './fold.ts'
import type { LawContext } from './law-context.ts'
import { isOpen } from './state-on.ts'

/** Working days before the end of a term from which whoever must act is reminded. */
export const reminderWorkingDays = 2

/** The terms of whose end somebody is to be reminded on a day: not met yet, and not over either. */
export function termsToRemindOf(request: FoldedRequest, day: CalendarDate, law: LawContext): Clock[] {
  return request.clocks.filter(
    clock => isOpen(clock, day) && day <= clock.dueOn && remindFrom(clock, law) <= day,
  )
}

/** The first day with a term to remind of, as things stand on a day: those that silence will start included. */
export function nextReminderOn(
  { clocks }: FoldedRequest,
  today: CalendarDate,
  law: LawContext,
): CalendarDate | null {
  return clocks
    .filter(({ stoppedOn, extended, dueOn }) => stoppedOn === null && !extended && dueOn >= today)
    .map(clock => remindFrom(clock, law))
    .reduce<CalendarDate | null>((first, on) => (first === null || on < first ? on : first), null)
}

function remindFrom({ dueOn }: Clock, { calendar }: LawContext): CalendarDate {
  return calendar.addWorkingDays(dueOn, -reminderWorkingDays)
}
