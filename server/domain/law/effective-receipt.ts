import {
  calendarDate,
  dayIn,
  guatemalaTimeZone,
  minutesIn,
  type CalendarDate,
} from '../calendar/calendar-date.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CountingPolicy } from './counting-policy.ts'

/** An instant, or a bare day where the hour is not known. */
export type Moment = Date | CalendarDate

/** The day in Guatemala that a moment falls on. */
export function dayOf(moment: Moment): CalendarDate {
  return typeof moment === 'string' ? calendarDate(moment) : dayIn(guatemalaTimeZone, moment)
}

/**
 * The day on which something that a person filed counts as presented. A moment without an hour is taken
 * to be within office hours. The law has no rule for nights and days off: see `CountingPolicy`.
 */
export function effectiveReceipt(
  received: Moment,
  calendar: WorkingCalendar,
  policy: CountingPolicy,
): CalendarDate {
  const day = dayOf(received)
  if (!calendar.isWorkingDay(day)) {
    return policy.weekendReceipt === 'literal' ? day : calendar.onOrAfter(day)
  }
  return isAfterHours(received, policy) ? calendar.addWorkingDays(day, 1) : day
}

/** The very minute of closing is still in time. */
function isAfterHours(received: Moment, { afterHours, cutoffMinutes }: CountingPolicy): boolean {
  if (afterHours === 'same-day' || cutoffMinutes === null || typeof received === 'string') return false
  return minutesIn(guatemalaTimeZone, received) > cutoffMinutes
}
