import { addDays, calendarDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { grounds } from '../request/events.ts'
import type { Window } from './cohorts.ts'
import { positionOf } from './comparison.ts'
import { dayBands, histogramDays, type DaysToAnswer } from './days-to-answer.ts'
import { countSummary, shareSummary, spreadSummary } from './figure.ts'
import type { FigureSummary, SpreadSummary, Summaries } from './figure.ts'
import type { GroupFigures } from './indicators.ts'
import type { ClosedParts, Outcomes } from './outcomes.ts'
import { emptyTally, type Tally } from './tally.ts'
import type { Timeliness } from './timeliness.ts'
import type { Volume } from './volume.ts'

/** The indicators that counts alone can tell, each as `indicatorsOf` tells it. */
export interface IndicatorSummaries {
  readonly volume: Summaries<Pick<Volume, 'received' | 'pending' | 'pendingLate' | 'notYetDue'>>
  readonly timeliness: Summaries<Timeliness>
  readonly outcomes: Summaries<ClosedParts & Pick<Outcomes, 'fullOfResolvable' | 'unreasoned'>> & {
    readonly grounds: readonly {
      readonly ground: Outcomes['grounds'][number]['ground']
      readonly figure: FigureSummary
    }[]
  }
  readonly days: Pick<DaysToAnswer, 'byWorkingDay' | 'beyondHistogram'> & {
    readonly working: SpreadSummary
    readonly bandsWorking: readonly {
      readonly from: number
      readonly to: number | null
      readonly figure: FigureSummary
    }[]
  }
}

export type GroupSummary = Summaries<GroupFigures>

export interface MonthSummary extends Pick<
  GroupSummary,
  'received' | 'onTime' | 'late' | 'unanswered' | 'silentAtDue' | 'notYetDue'
> {
  /** 'YYYY-MM'. */
  readonly month: string
}

/** @param known how many were received up to the cut-off day, in any period */
export function indicatorsOfTally(tally: Tally, known: number): IndicatorSummaries {
  const { counts } = tally
  return {
    volume: {
      received: countSummary('V1', 'received', counts.received),
      pending: shareSummary('V3', 'known', counts.pending, known),
      pendingLate: countSummary('V3-late', 'known', counts.pendingLate),
      notYetDue: countSummary('X3', 'due', counts.notYetDue),
    },
    timeliness: timelinessOf(tally),
    outcomes: outcomesOf(tally),
    days: daysOf(tally),
  }
}

/** @param overall T1 of all the groups. */
export function groupOfTally(key: string, tally: Tally, overall: FigureSummary): GroupSummary {
  const { full, partial, refused, notHeld, dismissed } = closedPartsOf(tally)
  const answers = answersOf(tally)
  return {
    key,
    received: countSummary('V1', 'received', tally.counts.received),
    ...answers,
    notYetDue: countSummary('X3', 'due', tally.counts.notYetDue),
    ...{ full, partial, refused, notHeld, dismissed },
    unreasoned: shareSummary('G2', 'denied', tally.counts.unreasoned, tally.counts.denied),
    days: workingDays(tally),
    pending: countSummary('V3', 'known', tally.counts.pending),
    position: positionOf(answers.onTime, overall),
  }
}

/** Each month of the window, those without requests too. */
export function monthsOfTally(
  byMonth: ReadonlyMap<string, Tally>,
  { from, to }: Window,
): readonly MonthSummary[] {
  return monthsIn(from, to).map(month => {
    const tally = byMonth.get(month) ?? emptyTally()
    return {
      month,
      received: countSummary('V1', 'received', tally.counts.received),
      ...answersOf(tally),
      notYetDue: countSummary('X3', 'due', tally.counts.notYetDue),
    }
  })
}

export function answersOf({
  counts,
}: Tally): Summaries<Pick<Timeliness, 'onTime' | 'late' | 'unanswered' | 'silentAtDue'>> {
  return {
    onTime: shareSummary('T1', 'due', counts.onTime, counts.due),
    late: shareSummary('T3', 'due', counts.late, counts.due),
    unanswered: shareSummary('T3-open', 'due', counts.unanswered, counts.due),
    silentAtDue: shareSummary('T4', 'due', counts.silent, counts.due),
  }
}

/** T9. */
export function workingDays(tally: Tally): SpreadSummary {
  return spreadSummary('T9', 'closed', daysIn(tally))
}

function timelinessOf(tally: Tally): Summaries<Timeliness> {
  const { counts } = tally
  const ofDue = (code: 'T1-calendar' | 'T2' | 'T7' | 'T8', count: number) =>
    shareSummary(code, 'due', count, counts.due)
  return {
    ...answersOf(tally),
    onTimeCalendar: ofDue('T1-calendar', counts.onTimeCalendar),
    onTimeWithoutExtension: ofDue('T2', counts.onTimeWithoutExtension),
    persistentSilence: shareSummary('T5', 'dueFictaOver', counts.persistentlySilent, counts.fictaOver),
    fictaHonoured: shareSummary('T6', 'silentFictaOver', counts.fictaHonoured, counts.silentFictaOver),
    answered: ofDue('T7', counts.answered),
    acknowledgedOnly: ofDue('T8', counts.acknowledgedOnly),
  }
}

function closedCount({ outcomes }: Tally): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0)
}

function closedPartsOf(tally: Tally): Summaries<ClosedParts> {
  const { outcomes } = tally
  const n = closedCount(tally)
  const refused = outcomes.negativa_reserva + outcomes.negativa_confidencial
  return {
    full: shareSummary('O1', 'closed', outcomes.entrega_total, n),
    partial: shareSummary('O2', 'closed', outcomes.entrega_parcial, n),
    refused: shareSummary('O3', 'closed', refused, n),
    notHeld: shareSummary('O4', 'closed', outcomes.inexistencia, n),
    dismissed: shareSummary('O6', 'closed', outcomes.desechada, n),
  }
}

function outcomesOf(tally: Tally): IndicatorSummaries['outcomes'] {
  const { outcomes, counts } = tally
  const resolvable = closedCount(tally) - outcomes.inexistencia - outcomes.desechada
  const ofDenied = (code: 'G1' | 'G2', count: number) => shareSummary(code, 'denied', count, counts.denied)
  return {
    ...closedPartsOf(tally),
    fullOfResolvable: shareSummary('O7', 'resolvable', outcomes.entrega_total, resolvable),
    grounds: [
      ...grounds.map(ground => ({ ground, figure: ofDenied('G1', tally.grounds[ground]) })),
      { ground: 'ninguno', figure: ofDenied('G1', counts.groundless) },
    ],
    unreasoned: ofDenied('G2', counts.unreasoned),
  }
}

function daysOf(tally: Tally): IndicatorSummaries['days'] {
  const { days } = tally
  const between = (from: number, to: number | null) =>
    [...days].reduce((sum, [day, n]) => (day >= from && (to === null || day <= to) ? sum + n : sum), 0)
  const n = between(0, null)
  return {
    working: workingDays(tally),
    bandsWorking: dayBands.map(([from, to]) => ({
      from,
      to,
      figure: shareSummary('T12', 'closed', between(from, to), n),
    })),
    byWorkingDay: Array.from({ length: histogramDays + 1 }, (_, day) => days.get(day) ?? 0),
    beyondHistogram: between(histogramDays + 1, null),
  }
}

/** One for each request, ascending. */
function daysIn({ days }: Tally): readonly number[] {
  return [...days]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, count]) => Array.from({ length: count }, () => day))
}

/** 'YYYY-MM' of each month that the days touch. */
function monthsIn(from: CalendarDate, to: CalendarDate): readonly string[] {
  const months: string[] = []
  for (let day = firstOfMonth(from); day <= to; day = firstOfMonth(addDays(day, 31)))
    months.push(day.slice(0, 7))
  return months
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  return calendarDate(`${day.slice(0, 7)}-01`)
}
