import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../errors.ts'
import type { CastChange } from '../casting.ts'
import type { IndexValue, Page } from '../collection.ts'
import type { Plan, PlannedCondition } from '../query.ts'
import type { Driver, PageRequest, RawDocument } from '../raw-collection.ts'
import { storageFailure, type CommitQueue, type Outcome } from './commit-queue.ts'
import { indexKeys, spanOf, type Span } from './keys.ts'
import { decodeFields } from './projection.ts'
import { decodeDocument, putsFor, type Tables } from './tables.ts'

const countBatch = 5_000
const removeBatch = 500

/** A collection on LMDB. Every method first waits for `ready`, the indexes' being built. */
export function embeddedDriver(tables: Tables, queue: CommitQueue, ready: Promise<void>): Driver {
  const { collection, documents } = tables

  function read(id: string): RawDocument | null {
    const bytes = documents.get(Buffer.from(id))
    return bytes ? decodeDocument(bytes) : null
  }

  async function write<R>(decide: () => Outcome<R>): Promise<R> {
    await ready
    return queue.write(decide)
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
        if (read(document._id)) throw new AppError('duplicate', { collection, index: '_id' })
        return { puts: putsFor(tables, null, document), result: undefined }
      }),
    insertMany: batch => write(() => insertBatch(tables, read, batch)),
    change: (id, condition, change) =>
      write(() => {
        const before = read(id)
        if (!before || !holds(before, condition)) return { puts: [], result: null }
        const puts = putsFor(tables, before, changed(collection, before, change))
        // Read back from its own bytes, so that it is what a later `get` will give.
        const bytes = puts[0]?.value
        return { puts, result: bytes ? decodeDocument(bytes) : null }
      }),
    page: (plan, request) => reading(() => readPage(tables, plan, request)),
    async count(plan, limit) {
      await ready
      return countKeys(tables, plan, limit)
    },
    remove: id =>
      write(() => {
        const before = read(id)
        return { puts: before ? putsFor(tables, before, null) : [], result: before !== null }
      }),
    async removeWhere(plan) {
      let removed = 0
      for (let batch = removeBatch; batch === removeBatch; removed += batch) {
        batch = await write(() => {
          const page = readPage(tables, plan, {
            order: 'asc',
            after: null,
            limit: removeBatch,
            projection: null,
          })
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

function isAtMost(stored: unknown, value: IndexValue): boolean {
  if (stored instanceof Date && value instanceof Date) return stored.getTime() <= value.getTime()
  if (typeof stored === 'number' && typeof value === 'number') return stored <= value
  if (typeof stored === 'boolean' && typeof value === 'boolean') return stored <= value
  if (typeof stored !== 'string' || typeof value !== 'string') return false
  return Buffer.compare(Buffer.from(stored), Buffer.from(value)) <= 0
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

interface Entry {
  readonly id: Buffer
  readonly key: Buffer
}

function readPage(
  tables: Tables,
  plan: Plan,
  { order, after, limit, projection }: PageRequest,
): Page<RawDocument> {
  const whole = spanOf(plan)
  const fields = projection && new Set(projection)
  const items: RawDocument[] = []
  let last: Buffer | null = null
  for (const { id, key } of entries(tables, plan, whole, order, positionOf(after))) {
    const bytes = tables.documents.get(id)
    if (!bytes)
      throw new AppError('storage-failed', {
        collection: tables.collection,
        index: plan.index,
        cause: 'index',
      })
    if (isRangeOverArray(plan) && !isFirstKey(plan, decodeDocument(bytes), key, whole)) continue
    if (last && items.length === limit) return { items, next: last.toString('base64url') }
    items.push(fields ? decodeFields(bytes, fields) : decodeDocument(bytes))
    last = key
  }
  return { items, next: null }
}

/** The index entries of a span in order, from the one after a position. Nothing outside the span is ever read. */
function* entries(
  { documents, indexes }: Tables,
  { index }: Plan,
  { from, to }: Span,
  order: 'asc' | 'desc',
  position: Buffer | null,
): Generator<Entry> {
  const table = indexes.find(({ name }) => name === index)?.keys ?? documents
  const first = order === 'asc' ? later(from, position) : earlier(to, position)
  const end = order === 'asc' ? to : from
  const range = {
    ...(first && { start: first }),
    ...(end && { end }),
    exclusiveStart: true,
    inclusiveEnd: false,
    reverse: order === 'desc',
  }
  if (table === documents) {
    // An id may itself be the span's beginning, which for the other keys, ending in an id, cannot be.
    const atEdges = {
      ...range,
      exclusiveStart: position !== null || order === 'desc',
      inclusiveEnd: order === 'desc',
    }
    for (const key of table.getKeys(atEdges)) yield { id: key, key }
    return
  }
  for (const { key, value } of table.getRange(range)) yield { id: key.subarray(value.readUInt16BE(0)), key }
}

function later(edge: Buffer, position: Buffer | null): Buffer {
  return position && Buffer.compare(position, edge) > 0 ? position : edge
}

function earlier(edge: Buffer | null, position: Buffer | null): Buffer | null {
  if (!edge || !position) return position ?? edge
  return Buffer.compare(position, edge) < 0 ? position : edge
}

function positionOf(cursor: string | null): Buffer | null {
  if (cursor === null) return null
  const position = Buffer.from(cursor, 'base64url')
  if (position.length === 0 || position.length > 1978 || position.toString('base64url') !== cursor) {
    throw new AppError('invalid-input', { field: 'after' })
  }
  return position
}

function isRangeOverArray({ arrayField, range }: Plan): boolean {
  return arrayField !== null && range?.field === arrayField
}

/** A document with several elements in a range is returned at the first of them only, on whatever page that is. */
function isFirstKey({ definition }: Plan, document: RawDocument, key: Buffer, { from, to }: Span): boolean {
  const within = indexKeys(definition, document)
    .map(({ bytes }) => bytes)
    .filter(bytes => Buffer.compare(bytes, from) >= 0 && (!to || Buffer.compare(bytes, to) < 0))
  return within.every(bytes => Buffer.compare(key, bytes) <= 0)
}

/** Counts by keys alone, in batches that let others have their turn. */
async function countKeys(tables: Tables, plan: Plan, limit: number): Promise<number> {
  const span = spanOf(plan)
  const seen = isRangeOverArray(plan) ? new Set<string>() : null
  let count = 0
  let last: Buffer | null = null
  do {
    const batch: Entry[] = take(entries(tables, plan, span, 'asc', last), countBatch)
    for (const { id } of batch) seen?.add(id.toString('latin1'))
    count = seen?.size ?? count + batch.length
    last = batch.length === countBatch ? (batch.at(-1)?.key ?? null) : null
    await setImmediate()
  } while (last && count < limit)
  return Math.min(count, limit)
}

function take<E>(entries: Iterable<E>, limit: number): E[] {
  const taken: E[] = []
  for (const entry of entries) {
    taken.push(entry)
    if (taken.length === limit) break
  }
  return taken
}
