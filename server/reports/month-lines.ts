import { addDays, calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { grouped } from '../domain/statistics/cohorts.ts'
import { emptyTally, type Tally } from '../domain/statistics/tally.ts'
import { answersOf } from '../domain/statistics/timeliness.ts'

export interface MonthLine {
  /** 'YYYY-MM' */
  readonly month: string
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly unanswered: number
}

interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * Of what was due in a period, by the month of the due day. Every month up to the cut-off day: one in which
 * nothing fell due says so.
 */
export function monthLines(
  due: readonly CaseFacts[],
  { from, to }: Period,
  asOf: CalendarDate,
): readonly MonthLine[] {
  if (due.length === 0) return []
  const byMonth = grouped(due, ({ dueOn }) => (dueOn ?? '').slice(0, 7))
  return monthsIn(from, to < asOf ? to : asOf).map(month => {
    const cases = byMonth.get(month) ?? []
    const { onTime, late, unanswered } = answersOf(cases)
    return {
      month,
      due: cases.length,
      ...{ onTime: onTime.count, late: late.count, unanswered: unanswered.count },
    }
  })
}

/** As `monthLines`, of what is counted by the month of the due day. */
export function monthLinesOf(
  byMonth: ReadonlyMap<string, Tally>,
  { from, to }: Period,
  asOf: CalendarDate,
): readonly MonthLine[] {
  if (![...byMonth.values()].some(({ counts }) => counts.due > 0)) return []
  return monthsIn(from, to < asOf ? to : asOf).map(month => {
    const { due, onTime, late, unanswered } = (byMonth.get(month) ?? emptyTally()).counts
    return { month, due, onTime, late, unanswered }
  })
}

/** 'YYYY-MM' */
function monthsIn(from: CalendarDate, to: CalendarDate): string[] {
  const months: string[] = []
  for (let day = from; day <= to || day.slice(0, 7) === to.slice(0, 7);) {
    months.push(day.slice(0, 7))
    day = addDays(calendarDate(`${day.slice(0, 7)}-28`), 4)
    day = calendarDate(`${day.slice(0, 7)}-01`)
  }
  return months
}
