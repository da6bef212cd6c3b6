import { setImmediate } from 'node:timers/promises'
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

const mostHeads = 100

/** As many as hold the rows that are missing, by what was found among those looked at so far. */
function headsFor(rows: number, read: number, found: number): number {
  const wanted = read === 0 ? rows : Math.ceil((rows * read) / Math.max(found, 1))
  return Math.max(rows, Math.min(mostHeads, wanted))
}

/** The lists of requests, page by page. */
export function requestPages(collection: Collection<RequestRecord, typeof requestCollection.indexes>) {
  /**
   * As `list`, of those alone whose head a rule picks: the histories of the others are not read, and theirs all at
   * once. It ends early where `most` heads were looked at; `read` is how many were.
   */
  async function listWhere(
    scope: RequestScope,
    query: RequestListQuery,
    { most, ...page }: PageAsked & { readonly most: number },
    isWanted: (head: RequestHead) => boolean,
  ): Promise<Page<InformationRequest> & { readonly read: number }> {
    const ids: string[] = []
    let [next, read] = [page.after, 0]
    do {
      if (read > 0) await setImmediate()
      const limit = page.limit - ids.length
      const asked = { ...page, limit, after: next, heads: headsFor(limit, read, ids.length) }
      const found = await idsWhere(scope, query, asked, isWanted)
      ids.push(...found.ids)
      read += found.read
      next = found.next
    } while (next !== null && ids.length < page.limit && read < most)
    const records = await collection.getMany(ids)
    return { items: records.map(requestFrom), next, read }
  }

  async function idsWhere(
    scope: RequestScope,
    query: RequestListQuery,
    { heads, ...page }: PageAsked & { readonly heads: number },
    isWanted: (head: RequestHead) => boolean,
  ): Promise<{ ids: string[]; next: Cursor | null; read: number }> {
    const asked = { ...requestQuery(scope, query), ...page, limit: heads, projection: headFields }
    const { items, next } = await collection.find(asked)
    const wanted = items.filter(head => isInScope(head, scope) && isWanted(head))
    const last = wanted[page.limit - 1]
    // Only a page that ends with its last row has a cursor behind it.
    if (last && wanted.length > page.limit)
      return idsWhere(scope, query, { ...page, heads: items.indexOf(last) + 1 }, isWanted)
    return { ids: wanted.map(({ _id }) => _id), next, read: items.length }
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
