import { addDays, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../../server/domain/calendar/working-calendar.ts'
import type { Cohorts } from '../../server/domain/statistics/cohorts.ts'

/** A full or half day off, as the report prints it. */
export interface DayOffLine {
  readonly date: CalendarDate
  /** Of a day off by law, for its name in other languages; null for a closure. */
  readonly key: string | null
  readonly name: string
  readonly source: string
  /** Half days count as working days unless the policy says otherwise. */
  readonly counted: boolean
}

/** Days off between the start of the period (or the oldest receipt due in it) and its end or the cut-off day. */
export function daysOffIn(calendar: WorkingCalendar, { due, window }: Cohorts): readonly DayOffLine[] {
  const from = due.reduce((first, { countedReceipt }) => earlier(first, countedReceipt), window.from)
  const lines: DayOffLine[] = []
  for (let day = from; day <= window.to; day = addDays(day, 1)) {
    const status = calendar.dayOff(day)
    if (status === null) continue
    lines.push({
      date: day,
      key: status.key,
      name: status.name ?? '',
      source: status.source ?? '',
      counted: status.working,
    })
  }
  return lines
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b
}
