import { addDays, calendarDate, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import { cohortsOf, type Window } from '../../server/domain/statistics/cohorts.ts'
import { countFigure, type Figure } from '../../server/domain/statistics/figure.ts'
import { timelinessOf, type Counting } from '../../server/domain/statistics/timeliness.ts'

/** Volume by month of receipt, timeliness by month of the due day; months of the period, cut to it. */
export interface MonthFigures {
  /** 'YYYY-MM'. */
  readonly month: string
  readonly received: Figure
  readonly onTime: Figure
  readonly late: Figure
  readonly unanswered: Figure
  readonly silentAtDue: Figure
  readonly notYetDue: Figure
}

export function monthlySeries(
  cases: readonly CaseFacts[],
  window: Window,
  counting: Counting,
): readonly MonthFigures[] {
  return monthsOf(window).map(part => {
    const cohorts = cohortsOf(cases, part)
    const { onTime, late, unanswered, silentAtDue } = timelinessOf(cohorts, counting)
    return {
      month: part.from.slice(0, 7),
      received: countFigure('V1', 'received', cohorts.received),
      onTime,
      late,
      unanswered,
      silentAtDue,
      notYetDue: countFigure('X3', 'due', cohorts.notYetDue),
    }
  })
}

function monthsOf({ from, to, asOf }: Window): readonly Window[] {
  const parts: Window[] = []
  for (let start = from; start <= to;) {
    const end = endOfMonth(start)
    parts.push({ from: start, to: end < to ? end : to, asOf })
    start = addDays(end, 1)
  }
  return parts
}

function endOfMonth(day: CalendarDate): CalendarDate {
  const intoNextMonth = addDays(calendarDate(`${day.slice(0, 7)}-01`), 31)
  return addDays(calendarDate(`${intoNextMonth.slice(0, 7)}-01`), -1)
}
