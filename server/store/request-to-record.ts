import { isDeepStrictEqual } from 'node:util'
import type { FoldedFields } from '../domain/request/folded-fields.ts'
import type { RequestEvent } from '../domain/request/events.ts'
import type { InformationRequest, RequestRecord } from './request-store.ts'

/** That people are told of them, that the body referred to gets its case, and that the roll-ups count anew. */
export function owedFrom(events: readonly RequestEvent[]) {
  return {
    ...(events.length > 0 && { noticesOwed: true }),
    ...(events.some(({ type }) => type === 'referred') && { linkOwed: true }),
    rollUpOwed: true,
  }
}

/** The fields that are not as they were: each that is written is cast, validated and looked for in the indexes. */
export function changedIn(folded: FoldedFields, before: FoldedFields): Partial<FoldedFields> {
  return Object.keys(folded).reduce<Partial<FoldedFields>>(
    (changed, key) =>
      !isField(key, folded) || isDeepStrictEqual(folded[key], before[key])
        ? changed
        : { ...changed, [key]: folded[key] },
    {},
  )
}

function isField<T extends object>(key: PropertyKey, fields: T): key is keyof T {
  return key in fields
}

export function toRecord(request: InformationRequest, { isNews }: { isNews: boolean }): RequestRecord {
  const { id, events, attachments, searchTerms, version, ...rest } = request
  return {
    _id: id,
    ...rest,
    events: [...events],
    attachments: [...attachments],
    searchTerms: [...searchTerms],
    revision: version,
    noticesOwed: isNews ? true : null,
    noticed: isNews ? 0 : events.length,
    linkOwed: null,
    rollUpOwed: true,
    rollUpMovedFrom: [],
    version,
  }
}
