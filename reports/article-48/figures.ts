import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { AnnualGap, AnnualItems, NamedCase } from '../../server/domain/statistics/article-48.ts'
import type { AnnualCheck, YearCase } from '../../server/domain/statistics/article-48-checks.ts'

/** The yearly report of an institution to the regulator (article 48) as numbers and lists. */
export interface Article48Figures {
  readonly institution: { readonly name: string; readonly acronym: string | null }
  readonly year: number
  /** The last day of the year, or an earlier one while it runs: then it is a draft. */
  readonly asOf: CalendarDate
  /** The last working day of the January after. */
  readonly dueOn: CalendarDate
  readonly calendarVersion: string
  readonly count: number
  readonly items: AnnualItems
  /** The worst first; empty where nothing is missing. */
  readonly gaps: readonly { readonly gap: AnnualGap; readonly cases: readonly NamedCase[] }[]
  readonly checks: readonly AnnualCheck[]
  /** By day of receipt and code. */
  readonly cases: readonly YearCase[]
}

/** The numerals of article 48, in its order. */
export const numerals = [1, 2, 3, 4, 5, 6, 7, 8] as const

export type Numeral = (typeof numerals)[number]

/** The one number of each numeral; item 3 is the median, null where nobody was notified. */
export function figureOf({ items, count }: Article48Figures, numeral: Numeral): number | null {
  const lists = {
    4: items.pending,
    5: items.extended,
    6: items.dismissed,
    7: items.withheld,
    8: items.challenged,
  }
  if (numeral === 1) return count
  if (numeral === 2) return items.results.reduce((sum, { cases }) => sum + cases.length, 0)
  return numeral === 3 ? items.days.median : lists[numeral].length
}

/** While the year runs, what the report says may still change. */
export function isDraft({ year, asOf }: Pick<Article48Figures, 'year' | 'asOf'>): boolean {
  return asOf < `${year}-12-31`
}

/** The figures as a file of their own: what the PDF embeds and what its digest is of. */
export function article48Json(figures: Article48Figures): Buffer {
  const { institution, year, asOf, dueOn, calendarVersion, count, items, gaps, checks, cases } = figures
  const { name, acronym } = institution
  const said = { institution: { name, acronym }, year, asOf, dueOn, calendarVersion, count }
  const file = { schema: 'vigia/article-48/1', ...said, items, gaps, checks, cases }
  return Buffer.from(`${JSON.stringify(file, null, 1)}\n`)
}
