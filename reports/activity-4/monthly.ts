import { addDays, calendarDate, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { grouped, type Cohorts, type Window } from '../../server/domain/statistics/cohorts.ts'
import { countFigure, type Figure } from '../../server/domain/statistics/figure.ts'
import { answersOf } from '../../server/domain/statistics/timeliness.ts'

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

export function monthlySeries(cohorts: Cohorts): readonly MonthFigures[] {
  const { window } = cohorts
  const received = grouped(cohorts.received, ({ receivedOn }) => monthOf(receivedOn))
  const due = grouped(cohorts.due, ({ dueOn }) => monthOf(dueOn))
  const notYetDue = grouped(cohorts.notYetDue, ({ dueOn }) => monthOf(dueOn))
  return monthsOf(window).map(month => {
    const { onTime, late, unanswered, silentAtDue } = answersOf(due.get(month) ?? [])
    return {
      month,
      received: countFigure('V1', 'received', received.get(month) ?? []),
      onTime,
      late,
      unanswered,
      silentAtDue,
      notYetDue: countFigure('X3', 'due', notYetDue.get(month) ?? []),
    }
  })
}

function monthsOf({ from, to }: Window): readonly string[] {
  const months: string[] = []
  for (let day = firstOfMonth(from); day <= to; day = firstOfMonth(addDays(day, 31)))
    months.push(monthOf(day))
  return months
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  return calendarDate(`${monthOf(day)}-01`)
}

function monthOf(day: CalendarDate | null): string {
  return (day ?? '').slice(0, 7)
}
