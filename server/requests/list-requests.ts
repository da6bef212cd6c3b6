import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { calendarDate } from '../domain/calendar/calendar-date.ts'
import { workingCalendar } from '../domain/calendar/working-calendar.ts'
import { foldName } from '../domain/names.ts'
import { maySeeInFull, requestScopeOf, scopeWithin, type RequestScope } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { Cursor, Page } from '../store/collection.ts'
import type { RequestListQuery } from '../store/request-query.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { sidesAndLawFor } from './directory.ts'
import { presentSummary } from './present-request.ts'
import type { RequestSummary } from './request-view.ts'
import { rowFilter } from './row-filter.ts'
import { summaryOnce } from './summary-once.ts'
import type { RequestState } from '../domain/request/states.ts'

export const listViews = ['todas', 'vencidas', 'pronto', 'adelante', 'en_curso'] as const

export interface ListRequests {
  readonly view: (typeof listViews)[number]
  readonly search: string | null
  readonly state: RequestState | null
  readonly institutionId: string | null
  readonly organisationId: string | null
  readonly receivedFrom: CalendarDate | null
  readonly receivedTo: CalendarDate | null
  readonly order: 'asc' | 'desc'
  readonly limit: number
  readonly cursor: Cursor | null
}

/** How many rows a page may read past to fill itself: a rare filter gives short pages, never a long wait. */
const mostExamined = 500

/**
 * A page of what the actor may see. A page may be short of its limit and still have a next one; the list
 * ends where `next` is null.
 */
export async function listRequests(
  context: Context,
  actor: Actor,
  input: ListRequests,
): Promise<Page<RequestSummary>> {
  const today = context.clock.today()
  const scope = scopeWithin(requestScopeOf(actor), input)
  const { query, after, mark } = await placeOf(context, scope, input, today)
  const isWanted = rowFilter(actor, input, today)
  const found: RequestSummary[] = []
  let cursor = after
  for (let examined = 0; examined < mostExamined;) {
    const page = await readRows(context, scope, query, isWanted, {
      ...{ limit: input.limit - found.length, after: cursor, most: mostExamined - examined },
      order: query.view === 'busqueda' ? 'asc' : input.order,
    })
    const rows = await summaries(context, actor, page.items, {
      today,
      // The beginning of a list is what people leave open; who leafs on is past each page at once.
      summaryOf: input.cursor === null ? summaryOnce : presentSummary,
    })
    found.push(...rows.filter(({ state }) => input.state === null || state === input.state))
    examined += page.read
    cursor = page.next
    if (cursor === null || found.length >= input.limit) break
    await setImmediate()
  }
  return { items: found, next: cursor === null ? null : mark + cursor }
}

interface Place {
  readonly query: RequestListQuery
  readonly after: Cursor | null
  /** Begins every cursor of this list. */
  readonly mark: '' | typeof byState
}

const byState = 'e.'

/**
 * Where the list goes on. By the state of the last write, which an index has, as long as that is every request's
 * state of today: what is rare in the country would else be looked for page after page without a row.
 */
async function placeOf(
  { stores }: Context,
  scope: RequestScope,
  input: ListRequests,
  today: CalendarDate,
): Promise<Place> {
  const { cursor, state } = input
  const query = queryOf(input, today)
  const plain = { query, after: cursor, mark: '' } as const
  if (state === null || query.view !== 'todas' || scope.kind !== 'everything') return plain
  const listed = { query: { ...query, state }, mark: byState } as const
  if (cursor !== null)
    return cursor.startsWith(byState) ? { ...listed, after: cursor.slice(byState.length) } : plain
  return (await stores.requests.hasMarksDue(today)) ? plain : { ...listed, after: null }
}

async function readRows(
  { stores: { requests } }: Context,
  scope: RequestScope,
  query: RequestListQuery,
  isWanted: ReturnType<typeof rowFilter>,
  page: Parameters<typeof requests.listWhere>[2],
) {
  if (isWanted) return requests.listWhere(scope, query, page, isWanted)
  const { items, next } = await requests.list(scope, query, page)
  return { items, next, read: items.length }
}

async function summaries(
  context: Context,
  actor: Actor,
  requests: readonly InformationRequest[],
  { today, summaryOf }: { today: CalendarDate; summaryOf: typeof presentSummary },
): Promise<RequestSummary[]> {
  if (requests.length === 0) return []
  const judgedBy = await sidesAndLawFor(context, requests)
  const rows: RequestSummary[] = []
  for (const request of requests) {
    const summary = summaryOf(request, { today, ...judgedBy(request) })
    rows.push(maySeeInFull(actor, request) ? summary : { ...summary, caseNumber: null })
  }
  return rows
}

/** Counts for the tabs of a list, at most `most` each. */
export async function countViews(
  context: Context,
  actor: Actor,
  most: number,
): Promise<Record<ListRequests['view'], number>> {
  const count = (view: ListRequests['view']) => countView(context, actor, view, most)
  const [todas, vencidas, pronto, adelante, en_curso] = await Promise.all([
    count('todas'),
    count('vencidas'),
    count('pronto'),
    count('adelante'),
    count('en_curso'),
  ])
  return { todas, vencidas, pronto, adelante, en_curso }
}

/** How many a view holds, at most `most`. */
export function countView(
  { stores, clock }: Context,
  actor: Actor,
  view: ListRequests['view'],
  most: number,
): Promise<number> {
  return stores.requests.count(requestScopeOf(actor), viewQuery(view, clock.today()), most)
}

function queryOf(input: ListRequests, today: CalendarDate): RequestListQuery {
  const [term] = input.search === null ? [] : longestFirst(foldName(input.search).split(' '))
  if (term) return { view: 'busqueda', term }
  const { receivedFrom, receivedTo } = input
  if (input.view === 'todas')
    return { view: 'todas', from: receivedFrom ?? undefined, to: receivedTo ?? undefined }
  return viewQuery(input.view, today)
}

function viewQuery(view: ListRequests['view'], today: CalendarDate): RequestListQuery {
  switch (view) {
    case 'todas':
    case 'en_curso':
      return { view }
    case 'vencidas':
      return { view, today }
    case 'pronto':
      return { view, today, until: threeDaysOn(today) }
    case 'adelante':
      return { view, after: threeDaysOn(today) }
  }
}

/** By the calendar common to all offices; a row's own words say its institution's count. */
function threeDaysOn(today: CalendarDate): CalendarDate {
  return calendarDate(workingCalendar({ inCapital: false, closures: [] }).addWorkingDays(today, 3))
}

function longestFirst(words: readonly string[]): string[] {
  return words.filter(word => word.length > 1).sort((a, b) => b.length - a.length)
}
