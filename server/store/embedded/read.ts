import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../errors.ts'
import type { Page } from '../collection.ts'
import type { Plan } from '../query.ts'
import type { PageRequest, RawDocument } from '../raw-collection.ts'
import { decodeDocument } from '../decode-document.ts'
import type { DocumentCache } from './document-cache.ts'
import { indexKeys, spanOf, type Span } from './keys.ts'
import type { Tables } from './tables.ts'

const countBatch = 5_000

/** How long a page of a pass may hold the event loop; what is not in memory is read from the disk meanwhile. */
const passTurnMs = 8

/**
 * One page of a plan, from one state of the store; whole documents out of the cache, where one is given, which has
 * them. What it has not is not put there: who leafs through a long list would drive out what is asked for again.
 * A page of a pass may be shorter than asked for, or empty, and have a next one.
 */
export function readPage(
  tables: Tables,
  plan: Plan,
  { order, after, limit, projection, isPass }: PageRequest,
  cache: DocumentCache | null,
): Page<RawDocument> {
  const fields = projection && new Set(projection)
  return pageOf(tables, plan, { order, after, limit, isPass }, entry =>
    fields ? decodeDocument(bytesOf(tables, plan, entry), fields) : wholeDocument(tables, plan, entry, cache),
  )
}

/** Whether a page ends before an entry, having so many items. */
function pageEnd({ limit, isPass }: Pick<PageRequest, 'limit' | 'isPass'>) {
  const mustEndBy = isPass ? performance.now() + passTurnMs : Infinity
  return (length: number, isItem: boolean) => (isItem && length === limit) || performance.now() > mustEndBy
}

/** As `readPage`, in ascending order; but where a range is on a list's elements, no document is read. */
export function readIds(
  tables: Tables,
  plan: Plan,
  request: Pick<PageRequest, 'after' | 'limit'>,
): Page<string> {
  return pageOf(tables, plan, { ...request, order: 'asc', isPass: true }, ({ id }) => id.toString())
}

function pageOf<E>(
  tables: Tables,
  plan: Plan,
  { order, after, limit, isPass }: Omit<PageRequest, 'projection'>,
  itemOf: (entry: Entry) => E,
): Page<E> {
  const span = spanOf(plan)
  const items: E[] = []
  const isOver = pageEnd({ limit, isPass })
  let last: Buffer | null = null
  for (const entry of entries(tables, plan, span, { order, position: positionOf(after) })) {
    const isFirst = isFirstEntry(tables, plan, entry, span)
    if (last && isOver(items.length, isFirst)) return { items, next: last.toString('base64url') }
    if (isFirst) items.push(itemOf(entry))
    if (isFirst || isPass) last = entry.key
  }
  return { items, next: null }
}

function wholeDocument(tables: Tables, plan: Plan, entry: Entry, cache: DocumentCache | null): RawDocument {
  return cache?.get(entry.id.toString()) ?? decodeDocument(bytesOf(tables, plan, entry))
}

/** Counts by keys alone, in batches that let others have their turn. */
export async function countKeys(tables: Tables, plan: Plan, limit: number): Promise<number> {
  const span = spanOf(plan)
  const seen = new Set<string>()
  let count = 0
  let position: Buffer | null = null
  do {
    const batch: Entry[] = take(entries(tables, plan, span, { order: 'asc', position }), countBatch)
    if (isRangeOverArray(plan)) for (const { id } of batch) seen.add(id.toString('latin1'))
    count = isRangeOverArray(plan) ? seen.size : count + batch.length
    position = batch[countBatch - 1]?.key ?? null
    await setImmediate()
  } while (position && count < limit)
  return Math.min(count, limit)
}

interface Entry {
  readonly id: Buffer
  readonly key: Buffer
}

interface Start {
  readonly order: 'asc' | 'desc'
  /** The key before the first, or null to begin with the span. */
  readonly position: Buffer | null
}

/** The entries of a span in order. Whatever the position, nothing outside the span is ever read. */
function* entries(
  { documents, indexes }: Tables,
  { index }: Plan,
  span: Span,
  start: Start,
): Generator<Entry> {
  const table = indexes.find(({ name }) => name === index)?.keys
  if (!table) {
    for (const key of documents.getKeys(idRange(span, start))) yield { id: key, key }
    return
  }
  for (const { key, value } of table.getRange(keyRange(span, start))) {
    yield { id: key.subarray(value.readUInt16BE(0)), key }
  }
}

function keyRange({ from, to }: Span, { order, position }: Start) {
  const first = order === 'asc' ? later(from, position) : earlier(to, position)
  const end = order === 'asc' ? to : from
  return {
    ...(first && { start: first }),
    ...(end && { end }),
    exclusiveStart: true,
    inclusiveEnd: false,
    reverse: order === 'desc',
  }
}

/** An id may itself be the beginning of a span, which other keys, ending in an id, cannot be. */
function idRange(span: Span, start: Start) {
  const isDescending = start.order === 'desc'
  return {
    ...keyRange(span, start),
    exclusiveStart: start.position !== null || isDescending,
    inclusiveEnd: isDescending,
  }
}

function later(edge: Buffer, position: Buffer | null): Buffer {
  return position && Buffer.compare(position, edge) > 0 ? position : edge
}

function earlier(edge: Buffer | null, position: Buffer | null): Buffer | null {
  if (!edge || !position) return position ?? edge
  return Buffer.compare(position, edge) < 0 ? position : edge
}

/** Good until the next read: they lie in the store's own buffer. */
function bytesOf({ collection, documents }: Tables, { index }: Plan, { id }: Entry): Buffer {
  const bytes = documents.getBinaryFast(id)
  if (!bytes)
    throw new AppError('storage-failed', { collection, index, cause: 'an entry without its record' })
  return bytes
}

function positionOf(cursor: string | null): Buffer | null {
  if (cursor === null) return null
  const position = Buffer.from(cursor, 'base64url')
  if (position.length === 0 || position.length > 1978 || position.toString('base64url') !== cursor) {
    throw new AppError('invalid-input', { field: 'cursor' })
  }
  return position
}

function isRangeOverArray({ arrayField, range }: Plan): boolean {
  return arrayField !== null && range?.field === arrayField
}

/** A document with several elements in a range is returned at the first of them only, on whatever page that is. */
function isFirstEntry(tables: Tables, plan: Plan, entry: Entry, { from, to }: Span): boolean {
  if (!isRangeOverArray(plan)) return true
  // The histories of all that a word is found in would be read past for the few on the page.
  const fields = new Set(['_id', ...plan.definition.fields.map(path => path.split('.', 1)[0] ?? path)])
  return indexKeys(plan.definition, decodeDocument(bytesOf(tables, plan, entry), fields))
    .map(each => each.bytes)
    .filter(each => Buffer.compare(each, from) >= 0 && (!to || Buffer.compare(each, to) < 0))
    .every(each => Buffer.compare(entry.key, each) <= 0)
}

function take<E>(from: Iterable<E>, limit: number): E[] {
  const taken: E[] = []
  for (const each of from) {
    taken.push(each)
    if (taken.length === limit) break
  }
  return taken
}
