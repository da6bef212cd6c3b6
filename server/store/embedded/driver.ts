import { AppError } from '../../errors.ts'
import type { CastChange } from '../casting.ts'
import type { IndexValue, Page } from '../collection.ts'
import type { Plan, PlannedCondition } from '../query.ts'
import type { Driver, PageRequest, RawDocument } from '../raw-collection.ts'
import { storageFailure, type CommitQueue, type Outcome } from './commit-queue.ts'
import { decodeDocument } from '../decode-document.ts'
import { createDocumentCache } from './document-cache.ts'
import { indexKeys, spanOf } from './keys.ts'
import { createPageCache, knownPageOf, pageKeyOf } from './page-cache.ts'
import { countKeys, readIds, readPage } from './read.ts'
import { putsFor, type Tables } from './tables.ts'

const removeBatch = 500

/** Of a collection, as stored; decoded, some five times as much. */
const cachedBytes = 4 * 1024 * 1024

/** A collection on LMDB. Every method first waits for `ready`, the indexes' being built. */
export function embeddedDriver(tables: Tables, queue: CommitQueue, ready: Promise<void>): Driver {
  const { collection, documents } = tables
  const cache = createDocumentCache(cachedBytes)
  const pages = createPageCache()

  /**
   * For a write, which must also see what was put before it in its own transaction: each put has made the cache
   * forget it. What is read here is not kept, since that transaction may yet be undone.
   */
  function readStored(id: string): RawDocument | null {
    const known = cache.get(id)
    if (known) return known
    const bytes = documents.get(Buffer.from(id))
    return bytes ? decodeDocument(bytes) : null
  }

  function read(id: string): RawDocument | null {
    const known = cache.get(id)
    if (known) return known
    const bytes = documents.get(Buffer.from(id))
    const document = bytes ? decodeDocument(bytes) : null
    if (bytes && document) cache.keep(document, bytes.length)
    return document
  }

  function readList(plan: Plan, request: PageRequest): Page<RawDocument> {
    const key = pageKeyOf(plan, spanOf(plan), request)
    const known = pages.get(key)
    if (known) return { items: known.ids.map(read).filter(document => document !== null), next: known.next }
    const page = readPage(tables, plan, request, cache)
    pages.keep(key, knownPageOf(page))
    return page
  }

  /** No read comes between this and the end of the transaction, which is synchronous. */
  function forgetting<R>(outcome: Outcome<R>): Outcome<R> {
    for (const { table, key } of outcome.puts) if (table === documents) cache.forget(key.toString())
    if (outcome.puts.length > 0) pages.clear()
    return outcome
  }

  async function write<R>(decide: () => Outcome<R>): Promise<R> {
    await ready
    return queue.write(() => forgetting(decide()))
  }

  async function reading<R>(work: () => R): Promise<R> {
    await ready
    try {
      return work()
    } catch (error) {
      throw storageFailure(error)
    }
  }

  return {
    get: id => reading(() => read(id)),
    getMany: ids => reading(() => ids.map(read).filter(document => document !== null)),
    insert: document =>
      write(() => {
        if (readStored(document._id)) throw new AppError('duplicate', { collection, index: '_id' })
        return { puts: putsFor(tables, null, document), result: undefined }
      }),
    insertMany: batch => write(() => insertBatch(tables, readStored, batch)),
    change: (id, condition, change) =>
      write(() => {
        const before = readStored(id)
        if (!before || !holds(before, condition)) return { puts: [], result: null }
        const puts = putsFor(tables, before, changed(collection, before, change))
        // Read back from its own bytes, so that it is what a later `get` will give.
        const bytes = puts[0]?.value
        return { puts, result: bytes ? decodeDocument(bytes) : null }
      }),
    page: (plan, request) =>
      reading(() =>
        request.isPass || request.projection
          ? readPage(tables, plan, request, null)
          : readList(plan, request),
      ),
    ids: (plan, request) => reading(() => readIds(tables, plan, request)),
    async count(plan, limit) {
      await ready
      return countKeys(tables, plan, limit)
    },
    remove: id =>
      write(() => {
        const before = readStored(id)
        return { puts: before ? putsFor(tables, before, null) : [], result: before !== null }
      }),
    async removeWhere(plan) {
      let removed = 0
      for (let batch = removeBatch; batch === removeBatch; removed += batch) {
        batch = await write(() => {
          const all = {
            order: 'asc',
            after: null,
            limit: removeBatch,
            projection: null,
            isPass: false,
          } as const
          const page = readPage(tables, plan, all, null)
          return { puts: page.items.flatMap(each => putsFor(tables, each, null)), result: page.items.length }
        })
      }
      return removed
    },
  }
}

function insertBatch(
  tables: Tables,
  read: (id: string) => RawDocument | null,
  batch: readonly RawDocument[],
): Outcome<string[]> {
  const existing: string[] = []
  const fresh = new Map<string, RawDocument>()
  for (const document of batch) {
    if (fresh.has(document._id) || read(document._id)) existing.push(document._id)
    else fresh.set(document._id, document)
  }
  refuseClashes(tables, [...fresh.values()])
  return { puts: [...fresh.values()].flatMap(document => putsFor(tables, null, document)), result: existing }
}

/** Clashes within a batch: those with what is stored are found when each is put. */
function refuseClashes({ collection, indexes }: Tables, batch: readonly RawDocument[]): void {
  for (const { name, definition } of indexes.filter(index => index.definition.unique)) {
    const keys = batch.flatMap(document => indexKeys(definition, document))
    const values = keys.map(({ bytes, idAt }) => bytes.toString('latin1', 0, idAt))
    if (new Set(values).size < values.length) throw new AppError('duplicate', { collection, index: name })
  }
}

function holds(document: RawDocument, { equals, lessOrEqual }: PlannedCondition): boolean {
  return (
    Object.entries(equals).every(([field, value]) => isSame(document[field] ?? null, value)) &&
    Object.entries(lessOrEqual).every(([field, value]) => isAtMost(document[field], value))
  )
}

function isSame(stored: unknown, value: IndexValue): boolean {
  if (stored instanceof Date && value instanceof Date) return stored.getTime() === value.getTime()
  return stored === value
}

/** Within one type only, as MongoDB. */
function isAtMost(stored: unknown, value: IndexValue): boolean {
  if (typeof stored !== typeof value || stored === null || value === null) return false
  if (typeof stored === 'string') return Buffer.compare(Buffer.from(stored), Buffer.from(String(value))) <= 0
  return Number(stored) <= Number(value)
}

function changed(collection: string, before: RawDocument, { set, push, increment }: CastChange): RawDocument {
  const pushed = Object.entries(push).map(([field, items]) => [field, [...listAt(before, field), ...items]])
  const grown = Object.entries(increment).map(([field, by]) => [
    field,
    numberAt(collection, before, field) + by,
  ])
  return {
    ...before,
    ...set,
    ...Object.fromEntries(pushed),
    ...Object.fromEntries(grown),
    version: before.version + 1,
  }
}

function listAt(document: RawDocument, field: string): readonly unknown[] {
  const value = document[field]
  return Array.isArray(value) ? value : []
}

/** As MongoDB: an absent field counts from 0, one that holds null or anything else cannot be counted on. */
function numberAt(collection: string, document: RawDocument, field: string): number {
  const value = document[field] === undefined ? 0 : document[field]
  if (typeof value !== 'number') throw new AppError('invalid-document', { collection, paths: [field] })
  return value
}
