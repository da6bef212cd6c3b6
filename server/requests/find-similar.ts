import type { Context } from '../context.ts'
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { foldName } from '../domain/names.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { alike, likeness } from '../domain/request/likeness.ts'
import type { InformationRequest } from '../store/request-store.ts'

export interface SimilarQuery {
  readonly institutionIds: readonly string[]
  readonly title: string
  readonly body: string
  /** The institution's own, where it gave one. */
  readonly caseNumber: string | null
  readonly receivedOn: CalendarDate
}

/** A request that may be the same one. */
export interface SimilarRequest {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly institutionId: string
  readonly receivedOn: CalendarDate
  readonly why: 'texto' | 'expediente'
}

/** Calendar days between two receipts within which the same words are taken for the same request. */
const reach = 60
const mostShown = 10
const pageSize = 100
/** A hint is not worth more: an organisation with more within its reach is read up to here. */
const mostExamined = 2000

/**
 * The actor's own requests to the same institutions, received within 60 days of this one, with the same
 * case number or much the same words. A hint: nothing is refused for it.
 */
export async function findSimilar(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  query: SimilarQuery,
): Promise<SimilarRequest[]> {
  if (actor.role === 'public') return []
  const found: SimilarRequest[] = []
  const view = {
    view: 'todas',
    from: addDays(query.receivedOn, -reach),
    to: addDays(query.receivedOn, reach),
  } as const
  let after: string | null = null
  for (let examined = 0; examined < mostExamined && found.length < mostShown; examined += pageSize) {
    const page = await stores.requests.list(requestScopeOf(actor), view, {
      limit: pageSize,
      after,
      order: 'desc',
    })
    found.push(...page.items.flatMap(request => similarTo(query, request) ?? []))
    after = page.next
    if (after === null) break
  }
  return found.slice(0, mostShown)
}

function similarTo(query: SimilarQuery, request: InformationRequest): SimilarRequest | null {
  if (!query.institutionIds.includes(request.institutionId)) return null
  const { id, reference, title, institutionId, receivedOn } = request
  const found = { id, reference, title, institutionId, receivedOn }
  if (hasCaseNumber(request, query.caseNumber)) return { ...found, why: 'expediente' }
  return hasSameWords(query, request) ? { ...found, why: 'texto' } : null
}

/** As the institution gave it on admission, or as the organisation noted it beside its proof of filing. */
function hasCaseNumber({ caseNumber, events }: InformationRequest, wanted: string | null): boolean {
  const folded = foldName(wanted ?? '')
  if (folded === '') return false
  const notes = events[0]?.evidence.map(({ note }) => note) ?? []
  return [caseNumber, ...notes].some(text => text !== null && foldName(text) === folded)
}

/** Without a text of its own, the title decides. */
function hasSameWords(query: SimilarQuery, request: InformationRequest): boolean {
  if (likeness(query.title, request.title) >= alike) return true
  return query.body !== '' && likeness(query.body, request.body) >= alike
}
