import { dayNumber, type CalendarDate } from '../calendar/calendar-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { finalResponseOn } from './case-reading.ts'
import { type Cohorts, within } from './cohorts.ts'
import { cautionOf, idsOf, shareFigure, spreadFigure, spreadOf } from './figure.ts'
import type { Caution, Figure, SpreadFigure } from './figure.ts'
import type { IndicatorCode } from './indicator-codes.ts'
import { survivalMedian, type Duration, type SurvivalMedian } from './kaplan-meier.ts'
import type { Counting } from './timeliness.ts'

/** First and last day of each band; the last has no end. */
export const dayBands = [
  [0, 2],
  [3, 5],
  [6, 10],
  [11, 15],
  [16, 20],
  [21, 30],
  [31, null],
] as const

/** Two terms of the law side by side, and as much again. */
export const histogramDays = 40

export interface DayBand {
  readonly from: number
  readonly to: number | null
  readonly figure: Figure
}

/** A median that takes open requests for what they are: not yet answered. */
export interface SurvivalFigure extends SurvivalMedian {
  readonly code: IndicatorCode
  readonly cohort: 'received'
  readonly n: number
  readonly answered: number
  readonly censored: number
  readonly caution: Caution
  readonly caseIds: readonly string[]
}

/** T9 to T13. Working days by the calendar of each institution; calendar days beside them. */
export interface DaysToAnswer {
  readonly working: SpreadFigure
  readonly calendar: SpreadFigure
  readonly net: SpreadFigure
  readonly survivalWorking: SurvivalFigure
  readonly survivalCalendar: SurvivalFigure
  readonly bandsWorking: readonly DayBand[]
  readonly bandsCalendar: readonly DayBand[]
  /** T9 by the day: the index is the number of working days, the last is `histogramDays`. */
  readonly byWorkingDay: readonly number[]
  /** Answers after more days than that. */
  readonly beyondHistogram: number
  /** T13: over breaches of the answer term whose due day fell in the period. */
  readonly daysLate: SpreadFigure
}

export function daysToAnswerOf(cohorts: Cohorts, counting: Counting): DaysToAnswer {
  const { closed, known, window } = cohorts
  const working = (facts: CaseFacts) => facts.workingDaysToAnswer
  const calendar = (facts: CaseFacts) => facts.calendarDaysToAnswer
  const late = known.flatMap(({ id, breaches }) =>
    breaches
      .filter(({ clock, dueOn }) => clock === 'K1' && within(dueOn, window))
      .map(({ workingDaysLate }) => ({ id, days: workingDaysLate })),
  )
  return {
    working: spreadFigure('T9', 'closed', closed, working),
    calendar: spreadFigure('T9-calendar', 'closed', closed, calendar),
    net: spreadFigure('T11', 'closed', closed, ({ netDaysToAnswer }) => netDaysToAnswer),
    survivalWorking: survivalFigure('T10', cohorts, working, counting.workingDaysBetween),
    survivalCalendar: survivalFigure('T10-calendar', cohorts, calendar, calendarDaysBetween),
    bandsWorking: bands('T12', closed, working),
    bandsCalendar: bands('T12-calendar', closed, calendar),
    ...histogram(closed),
    daysLate: spreadOf('T13', 'breaches', late),
  }
}

function bands(
  code: IndicatorCode,
  closed: readonly CaseFacts[],
  daysOf: (facts: CaseFacts) => number | null,
): readonly DayBand[] {
  const timed = closed.filter(facts => daysOf(facts) !== null)
  return dayBands.map(([from, to]) => ({
    from,
    to,
    figure: shareFigure(code, 'closed', timed, facts => {
      const days = daysOf(facts) ?? -1
      return days >= from && (to === null || days <= to)
    }),
  }))
}

function histogram(closed: readonly CaseFacts[]) {
  const days = closed.flatMap(({ workingDaysToAnswer }) => workingDaysToAnswer ?? [])
  const byWorkingDay = new Array<number>(histogramDays + 1).fill(0)
  for (const day of days)
    if (day >= 0 && day <= histogramDays) byWorkingDay[day] = (byWorkingDay[day] ?? 0) + 1
  return { byWorkingDay, beyondHistogram: days.filter(day => day > histogramDays).length }
}

function survivalFigure(
  code: IndicatorCode,
  { received, window }: Cohorts,
  daysOf: (facts: CaseFacts) => number | null,
  between: (from: CalendarDate, to: CalendarDate) => number,
): SurvivalFigure {
  const durations: readonly Duration[] = received.map(facts => {
    const days = daysOf(facts)
    const answered = finalResponseOn(facts) !== null && days !== null
    const watchedTo = facts.withdrawnOn ?? facts.referredOn ?? window.asOf
    return { days: days ?? Math.max(0, between(facts.countedReceipt, watchedTo)), answered }
  })
  const answered = durations.filter(duration => duration.answered).length
  const caution = cautionOf(durations.length)
  const isShown = caution === 'none' || caution === 'caution'
  return {
    code,
    cohort: 'received',
    n: durations.length,
    answered,
    censored: durations.length - answered,
    ...(isShown ? survivalMedian(durations) : { median: null, low: null, high: null }),
    caution,
    caseIds: idsOf(received),
  }
}

function calendarDaysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}
