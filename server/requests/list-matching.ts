import type { Context } from '../context.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { Cursor, Page } from '../store/collection.ts'
import type { RequestListQuery } from '../store/request-query.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { sidesAndLawFor } from './directory.ts'
import { presentSummary } from './present-request.ts'
import type { RequestSummary } from './request-view.ts'

export interface Matching {
  readonly query: Extract<RequestListQuery, { view: 'en_curso' | 'disputa' }>
  readonly order: 'asc' | 'desc'
  /** A page that has reached it ends with the rows read so far, so it may hold a few more. */
  readonly limit: number
  readonly cursor: Cursor | null
  readonly matches: (summary: RequestSummary, request: InformationRequest) => boolean
}

export interface Match {
  readonly summary: RequestSummary
  readonly request: InformationRequest
}

/** How many are read for one page: what is rare gives short pages, never a long wait. */
const mostExamined = 1000
const atOnce = 100

/**
 * Those of the actor's requests that a rule picks, which no index knows. A page may be short and still have a
 * next one; the list ends where `next` is null.
 */
export async function listMatching(
  context: Context,
  actor: Actor,
  { query, order, limit, cursor, matches }: Matching,
): Promise<Page<Match>> {
  const found: Match[] = []
  let after = cursor
  for (let examined = 0; examined < mostExamined;) {
    const page = await context.stores.requests.list(requestScopeOf(actor), query, {
      ...{ limit: atOnce, after, order },
    })
    for (const match of await withSummaries(context, page.items)) {
      if (matches(match.summary, match.request)) found.push(match)
    }
    examined += page.items.length
    after = page.next
    if (after === null || found.length >= limit) break
  }
  return { items: found, next: after }
}

/** With what a page shows of each. */
export async function withSummaries(
  context: Context,
  requests: readonly InformationRequest[],
): Promise<Match[]> {
  const today = context.clock.today()
  const judgedBy = await sidesAndLawFor(context, requests)
  return requests.map(request => ({
    request,
    summary: presentSummary(request, { today, ...judgedBy(request) }),
  }))
}
