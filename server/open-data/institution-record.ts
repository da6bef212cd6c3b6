import type { Context } from '../context.ts'
import { addDays, calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { cellOf } from '../domain/statistics/cells.ts'
import type { MonthCount } from '../domain/statistics/month-count.ts'
import type { GroupSummary } from '../domain/statistics/tally-figures.ts'
import type { Cursor, Page } from '../store/collection.ts'
import type { Institution } from '../store/institution-store.ts'
import type { InformationRequest, RequestStore } from '../store/request-store.ts'
import type { OpenData, OpenFigures } from './open-data.ts'
import { lastTwelveMonths } from './selection.ts'

/** An institution as the public list shows it. */
export interface InstitutionLine extends Pick<Institution, 'id' | 'name' | 'acronym' | 'kind'> {
  /** Null where nothing was received or due in the period: 0 would read as a record. */
  readonly figures: Pick<GroupSummary, 'onTime' | 'unanswered' | 'days'> | null
}

export interface InstitutionLines {
  readonly lines: readonly InstitutionLine[]
  readonly figures: OpenFigures
}

/** Of the last twelve months, in the order given: who has just changed the register sees the change. */
export async function institutionLines(
  openData: OpenData,
  institutions: readonly Institution[],
): Promise<InstitutionLines> {
  const { asOf } = await openData.record()
  const all = { ...lastTwelveMonths(asOf), kind: null, institutionId: null }
  const figures = await openData.figures(all)
  const groups = new Map(figures.byInstitution.map(group => [group.key, group]))
  return {
    figures,
    lines: institutions
      .filter(({ active }) => active)
      .map(({ id, name, acronym, kind }) => {
        const group = groups.get(id)
        return { ...{ id, name, acronym, kind }, figures: group && hasCases(group) ? group : null }
      }),
  }
}

function hasCases({ received, onTime }: GroupSummary): boolean {
  return received.count > 0 || (onTime.n ?? 0) > 0
}

/** What the public page of an institution tells. */
export interface InstitutionRecord {
  readonly institution: Institution
  /** Of the last twelve months. */
  readonly figures: OpenFigures
  /** Newest first; years without a request are left out. */
  readonly years: readonly { readonly year: number; readonly figures: OpenFigures }[]
  /** The requests received last, by id, newest first. */
  readonly latest: readonly string[]
}

const mostLatest = 5

/** What is on record of an institution, which is itself as the register has it now. */
export async function institutionRecord(
  { stores }: Pick<Context, 'stores'>,
  openData: OpenData,
  institution: Institution,
): Promise<InstitutionRecord> {
  const { id } = institution
  const { asOf } = await openData.record()
  const of = { kind: null, institutionId: id }
  const months = await openData.monthsOf(id)
  const years: { year: number; figures: OpenFigures }[] = []
  for (const year of yearsIn(months)) {
    const period = { from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) }
    years.push({ year, figures: await openData.figures({ ...period, ...of }) })
  }
  return {
    institution,
    figures: await openData.figures({ ...lastTwelveMonths(asOf), ...of }),
    years,
    latest: await latestOf(stores.requests, id, months),
  }
}

/** In which published requests were received, fell due or were answered. */
function yearsIn(months: readonly MonthCount[]): number[] {
  const days = months.flatMap(({ published }) =>
    Object.keys(published).flatMap(key => {
      const cell = cellOf(key)
      return cell.kind === 'open' || cell.kind === 'review' ? [] : Number(cell.on.slice(0, 4))
    }),
  )
  return [...new Set(days)].sort((a, b) => b - a)
}

/** Looked for in the months that have any, the latest first. */
async function latestOf(
  requests: Pick<RequestStore, 'list'>,
  institutionId: string,
  months: readonly MonthCount[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const { month, knownPublished } of months.toReversed()) {
    if (found.length >= mostLatest) break
    if (knownPublished > 0) found.push(...(await publishedIn(requests, institutionId, month)))
  }
  return found.slice(0, mostLatest)
}

async function publishedIn(
  requests: Pick<RequestStore, 'list'>,
  institutionId: string,
  month: string,
): Promise<readonly string[]> {
  const days = { from: calendarDate(`${month}-01`), to: lastOfMonth(month) }
  const found: string[] = []
  let after: Cursor | null = null
  do {
    const page: Page<InformationRequest> = await requests.list(
      { kind: 'institution', institutionId },
      { view: 'todas', ...days },
      { limit: 50, after, order: 'desc' },
    )
    found.push(...page.items.filter(({ published }) => published).map(({ id }) => id))
    after = page.next
  } while (after !== null && found.length < mostLatest)
  return found
}

function lastOfMonth(month: string): CalendarDate {
  return addDays(calendarDate(`${addDays(calendarDate(`${month}-01`), 31).slice(0, 7)}-01`), -1)
}
