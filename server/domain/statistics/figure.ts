import type { CaseFacts } from './case-facts.ts'
import type { CohortId } from './cohorts.ts'
import type { IndicatorCode } from './indicator-codes.ts'
import { wilsonInterval, type Interval } from './intervals.ts'
import { summarise } from './quantiles.ts'

/**
 * How far a figure can be trusted: `no-data` where n is 0 (never 0 %), `counts-only` below 10,
 * `caution` below 30.
 */
export type Caution = 'none' | 'counts-only' | 'caution' | 'no-data'

/** A count of requests and, where there is a denominator, its share, without the requests behind it. */
export interface FigureSummary {
  readonly code: IndicatorCode
  readonly cohort: CohortId
  /** Denominator; null of a plain count. */
  readonly n: number | null
  readonly count: number
  /** From 0 to 1; null where there is no denominator or it is below 10. */
  readonly rate: number | null
  /** Wilson, 95 %. */
  readonly interval: Interval | null
  readonly caution: Caution
}

/** A figure that opens: `caseIds` are the counted ones. */
export interface Figure extends FigureSummary {
  /** As many as `count`. */
  readonly caseIds: readonly string[]
}

/** Days or quetzales, spread over requests. All null below 10 requests. */
export interface SpreadSummary {
  readonly code: IndicatorCode
  readonly cohort: CohortId
  readonly n: number
  readonly median: number | null
  readonly p90: number | null
  readonly mean: number | null
  readonly min: number | null
  readonly max: number | null
  /** Of the median, by order statistics, 95 %. */
  readonly interval: Interval | null
  readonly caution: Caution
}

/** A spread that opens. */
export interface SpreadFigure extends SpreadSummary {
  /** As many as `n`. */
  readonly caseIds: readonly string[]
}

/** The figures of `T` without the requests behind them. */
export type Summaries<T> = { readonly [K in keyof T]: Summary<T[K]> }

type Summary<T> = T extends Figure ? FigureSummary : T extends SpreadFigure ? SpreadSummary : T

export const minimumForRate = 10
export const minimumForComfort = 30

export function cautionOf(n: number): Caution {
  if (n === 0) return 'no-data'
  if (n < minimumForRate) return 'counts-only'
  return n < minimumForComfort ? 'caution' : 'none'
}

/** The share of `cases` that `counts` is true of. */
export function shareFigure(
  code: IndicatorCode,
  cohort: CohortId,
  cases: readonly CaseFacts[],
  counts: (facts: CaseFacts) => boolean,
): Figure {
  const counted = cases.filter(counts)
  return shareOf(code, cohort, counted, cases.length)
}

/** A share whose numerator was picked elsewhere; it must be part of the denominator. */
export function shareOf(
  code: IndicatorCode,
  cohort: CohortId,
  counted: readonly CaseFacts[],
  n: number,
): Figure {
  return shareOfIds(code, cohort, idsOf(counted), n)
}

/** A share of what is not requests, such as institutions or attempts; `caseIds` are theirs. */
export function shareOfIds(
  code: IndicatorCode,
  cohort: CohortId,
  caseIds: readonly string[],
  n: number,
): Figure {
  const { count, rate, interval, caution } = shareSummary(code, cohort, caseIds.length, n)
  return { code, cohort, n, count, rate, interval, caution, caseIds }
}

/** A share of so many in n. */
export function shareSummary(code: IndicatorCode, cohort: CohortId, count: number, n: number): FigureSummary {
  const isShown = n >= minimumForRate
  const interval = isShown ? wilsonInterval(count, n) : null
  return {
    code,
    cohort,
    n,
    count,
    rate: isShown ? sixDecimals(count / n) : null,
    interval: interval && roundedInterval(interval),
    caution: cautionOf(n),
  }
}

export function countFigure(code: IndicatorCode, cohort: CohortId, cases: readonly CaseFacts[]): Figure {
  const { n, count, rate, interval, caution } = countSummary(code, cohort, cases.length)
  return { code, cohort, n, count, rate, interval, caution, caseIds: idsOf(cases) }
}

export function countSummary(code: IndicatorCode, cohort: CohortId, count: number): FigureSummary {
  const caution = count === 0 ? 'no-data' : 'none'
  return { code, cohort, n: null, count, rate: null, interval: null, caution }
}

/** Cases whose `days` are null are not in n. */
export function spreadFigure(
  code: IndicatorCode,
  cohort: CohortId,
  cases: readonly CaseFacts[],
  days: (facts: CaseFacts) => number | null,
): SpreadFigure {
  const timed = cases.filter(facts => days(facts) !== null)
  const ids = idsOf(timed.length === cases.length ? cases : timed)
  return spreadWith(
    code,
    cohort,
    timed.map(facts => days(facts) ?? 0),
    ids,
  )
}

/** One value a row; a request may have several rows (breaches). */
export function spreadOf(
  code: IndicatorCode,
  cohort: CohortId,
  rows: readonly { readonly id: string; readonly days: number }[],
): SpreadFigure {
  return spreadWith(
    code,
    cohort,
    rows.map(({ days }) => days),
    idsOf(rows),
  )
}

function spreadWith(
  code: IndicatorCode,
  cohort: CohortId,
  days: readonly number[],
  caseIds: readonly string[],
): SpreadFigure {
  const { n, median, p90, mean, min, max, interval, caution } = spreadSummary(code, cohort, days)
  return { code, cohort, n, median, p90, mean, min, max, interval, caution, caseIds }
}

/**
 * The ids of a list that nobody changes any more. Of nothing they are one list for all, since of thousands of bodies
 * most figures are of no request; of a long list, one for every figure of it.
 */
export function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  if (rows.length === 0) return none
  if (rows.length < longList) return rows.map(({ id }) => id)
  const ids = idsOfLong.get(rows) ?? rows.map(({ id }) => id)
  idsOfLong.set(rows, ids)
  return ids
}

const none: readonly string[] = []
const longList = 1_000
const idsOfLong = new WeakMap<readonly object[], readonly string[]>()

/** @param days one of each request, in any order */
export function spreadSummary(code: IndicatorCode, cohort: CohortId, days: readonly number[]): SpreadSummary {
  const summary = days.length < minimumForRate ? null : summarise(days)
  return {
    code,
    cohort,
    n: days.length,
    ...(summary === null ? unknownSpread : { ...summary, mean: sixDecimals(summary.mean) }),
    caution: cautionOf(days.length),
  }
}

const unknownSpread = { median: null, p90: null, mean: null, min: null, max: null, interval: null }

/** Figures carry six decimals, so that their JSON is the same on every machine. */
export function sixDecimals(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000
}

export function roundedInterval({ low, high }: Interval): Interval {
  return { low: sixDecimals(low), high: sixDecimals(high) }
}
