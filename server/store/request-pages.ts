import { isInScope, type RequestScope } from '../domain/permissions.ts'
import type { Collection, Cursor, Page } from './collection.ts'
import { requestFrom } from './request-from-record.ts'
import { requestQuery, type RequestListQuery } from './request-query.ts'
import type { InformationRequest, requestCollection, RequestRecord } from './request-store.ts'

/** What a record says of a request besides its history. Folded fields are those of the day of the last write. */
export type RequestHead = Pick<InformationRequest, (typeof headFields)[number]>

const headFields = [
  'organisationId',
  'institutionId',
  'published',
  'title',
  'reference',
  'caseNumber',
  'receivedOn',
  'state',
  'nextMarkOn',
] as const satisfies readonly (keyof InformationRequest)[]

interface PageAsked {
  readonly limit: number
  readonly after: Cursor | null
  readonly order?: 'asc' | 'desc'
}

/** The lists of requests, page by page. */
export function requestPages(collection: Collection<RequestRecord, typeof requestCollection.indexes>) {
  /**
   * As `list`, of those alone whose head a rule picks: the histories of the others are not read. `heads` is how
   * many are looked at, unless fewer have as many as the page holds; `read` is how many were.
   */
  async function listWhere(
    scope: RequestScope,
    query: RequestListQuery,
    { heads, ...page }: PageAsked & { readonly heads: number },
    isWanted: (head: RequestHead) => boolean,
  ): Promise<Page<InformationRequest> & { readonly read: number }> {
    const asked = { ...requestQuery(scope, query), ...page, limit: heads, projection: headFields }
    const { items, next } = await collection.find(asked)
    const wanted = items.filter(head => isInScope(head, scope) && isWanted(head))
    const last = wanted[page.limit - 1]
    // Only a page that ends with its last row has a cursor behind it.
    if (last && wanted.length > page.limit)
      return listWhere(scope, query, { ...page, heads: items.indexOf(last) + 1 }, isWanted)
    const records = await collection.getMany(wanted.map(({ _id }) => _id))
    return { items: records.map(requestFrom), next, read: items.length }
  }

  return {
    /** One page of a list; a page may be short of its limit and still have a next one. */
    async list(
      scope: RequestScope,
      query: RequestListQuery,
      page: PageAsked,
    ): Promise<Page<InformationRequest>> {
      const { items, next } = await collection.find({ ...requestQuery(scope, query), ...page })
      return { items: items.filter(record => isInScope(record, scope)).map(requestFrom), next }
    },

    listWhere,
  }
}
