import { clockFrom, type Clock } from '../../server/clock.ts'
import { dayNumber } from '../../server/domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../../server/domain/calendar/working-calendar.ts'

export interface DemoClock extends Clock {
  /** Lets working days pass: the hour stays, the day moves on. */
  advance(workingDays: number, calendar: WorkingCalendar): void
}

const millisecondsADay = 86_400_000

/** The present, moved forward by the days that the demo has let pass. */
export function demoClock(timeZone: string): DemoClock {
  let shift = 0
  const clock = clockFrom(() => new Date(Date.now() + shift * millisecondsADay), timeZone)
  return {
    ...clock,
    advance(workingDays, calendar) {
      const today = clock.today()
      const target = calendar.addWorkingDays(today, workingDays)
      shift += dayNumber(target) - dayNumber(today)
    },
  }
}
