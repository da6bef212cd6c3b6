import { dayIn, type CalendarDate } from './domain/calendar/calendar-date.ts'

/** The only source of the present. Everything else takes an instant or a day as an argument. */
export interface Clock {
  /** The instant, in UTC. */
  now(): Date
  /** The calendar day in the clock's time zone. */
  today(): CalendarDate
}

export function systemClock(timeZone: string): Clock {
  return clockFrom(() => new Date(), timeZone)
}

/** A clock that reads its instant from a function: a fixed one for tests, a shifted one for the demo. */
export function clockFrom(read: () => Date, timeZone: string): Clock {
  return {
    now: read,
    today() {
      return dayIn(timeZone, read())
    },
  }
}
