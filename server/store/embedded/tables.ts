import { setImmediate } from 'node:timers/promises'
import { serialize } from 'bson'
import type { RootDatabase } from 'lmdb'
import { AppError } from '../../errors.ts'
import type { IndexDefinition, Indexes } from '../collection.ts'
import type { RawDocument } from '../raw-collection.ts'
import type { CommitQueue, Put, Table } from './commit-queue.ts'
import { decodeDocument } from '../decode-document.ts'
import { changedKeys, indexKeys, spanOfValues, type IndexKey } from './keys.ts'

/** A collection's tables: its documents by id, and the keys of each index. */
export interface Tables {
  readonly collection: string
  readonly documents: Table
  readonly indexes: readonly IndexTable[]
}

export interface IndexTable {
  readonly name: string
  readonly definition: IndexDefinition
  readonly keys: Table
}

export type Root = RootDatabase<Buffer, Buffer>

const batchMs = 8

export function openTable(root: Root, name: string): Table {
  return root.openDB<Buffer, Buffer>(name, { encoding: 'binary', keyEncoding: 'binary', cache: false })
}

export function openTables(root: Root, collection: string, indexes: Indexes): Tables {
  return {
    collection,
    documents: openTable(root, `documents:${collection}`),
    indexes: Object.entries(indexes).map(([name, definition]) => ({
      name,
      definition,
      keys: openTable(root, `index:${collection}:${name}`),
    })),
  }
}

/**
 * Builds the indexes that are new or were declared otherwise, streaming, and empties those no longer declared:
 * left alone they would miss what is written from now on. An interrupted build begins again at the next start.
 * Throws AppError 'duplicate' { collection, index } when the data breaks a new unique index.
 */
export async function prepareIndexes(
  root: Root,
  meta: Table,
  queue: CommitQueue,
  tables: Tables,
): Promise<void> {
  const marker = (index: string) => Buffer.from(`index:${tables.collection}:${index}`)
  const current = new Map(tables.indexes.map(index => [index.name, describeIndex(index.definition)]))
  for (const name of storedIndexes(meta, tables.collection)) {
    if (meta.get(marker(name))?.toString() === current.get(name)) {
      current.delete(name)
      continue
    }
    await queue.write(() => ({ puts: [{ table: meta, key: marker(name), value: null }], result: null }))
    openTable(root, `index:${tables.collection}:${name}`).clearSync()
  }
  const missing = tables.indexes.filter(index => current.has(index.name))
  if (missing.length === 0) return
  await buildIndexes({ ...tables, indexes: missing }, queue)
  const puts = missing.map(({ name }) => ({
    table: meta,
    key: marker(name),
    value: Buffer.from(current.get(name) ?? ''),
  }))
  await queue.write(() => ({ puts, result: null }))
}

/** Everything to write so that a document takes the place of another; null for none. Throws 'duplicate'. */
export function putsFor(tables: Tables, before: RawDocument | null, after: RawDocument | null): Put[] {
  const id = after?._id ?? before?._id ?? ''
  return [
    {
      table: tables.documents,
      key: Buffer.from(id),
      value: after && encodeDocument(tables.collection, after),
    },
    ...tables.indexes
      .filter(({ definition }) => !before || !after || isTouched(definition, before, after))
      .flatMap(index => indexPuts(tables.collection, index, before, after)),
  ]
}

/** What a change leaves alone is the very same value. */
function isTouched({ fields }: IndexDefinition, before: RawDocument, after: RawDocument): boolean {
  return fields.map(path => path.split('.', 1)[0] ?? path).some(field => before[field] !== after[field])
}

const maxDocumentBytes = 16 * 1024 * 1024

function encodeDocument(collection: string, document: RawDocument): Buffer {
  const bytes = serialize(document, { ignoreUndefined: true })
  if (bytes.length > maxDocumentBytes) {
    throw new AppError('invalid-document', {
      collection,
      paths: [],
      reason: 'too-big',
      maxBytes: maxDocumentBytes,
    })
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function indexPuts(
  collection: string,
  { name, definition, keys: table }: IndexTable,
  before: RawDocument | null,
  after: RawDocument | null,
): Put[] {
  const { removed, added } =
    before && after
      ? changedKeys(definition, before, after)
      : {
          removed: before ? indexKeys(definition, before) : [],
          added: after ? indexKeys(definition, after) : [],
        }
  if (definition.unique) {
    for (const key of added) {
      if (hasOther(table, key)) throw new AppError('duplicate', { collection, index: name })
    }
  }
  return [
    ...removed.map(key => ({ table, key: key.bytes, value: null })),
    ...added.map(key => ({ table, key: key.bytes, value: offsetOf(key) })),
  ]
}

/** Whether another document has these values. */
function hasOther(table: Table, { bytes, idAt }: IndexKey): boolean {
  const { from, to } = spanOfValues(bytes.subarray(0, idAt))
  for (const key of table.getKeys({ start: from, ...(to && { end: to }), limit: 2 })) {
    if (!bytes.equals(key)) return true
  }
  return false
}

/** An index entry says where its id begins. */
function offsetOf({ idAt }: IndexKey): Buffer {
  const value = Buffer.alloc(2)
  value.writeUInt16BE(idAt)
  return value
}

/** The parts of a definition that decide what the index holds. */
function describeIndex({ fields, unique = false, sparse = false }: IndexDefinition): string {
  return JSON.stringify({ fields, unique, sparse })
}

function storedIndexes(meta: Table, collection: string): string[] {
  const start = `index:${collection}:`
  return [...meta.getKeys({ start: Buffer.from(start), end: Buffer.from(`${start}~`) })].map(key =>
    key.toString().slice(start.length),
  )
}

async function buildIndexes(tables: Tables, queue: CommitQueue): Promise<void> {
  for (const { keys } of tables.indexes) keys.clearSync()
  let after: Buffer | null = null
  do {
    const from: Buffer = after ?? Buffer.from([0])
    after = await queue.write(() => buildBatch(tables, from))
    await setImmediate()
  } while (after)
}

/** Within one batch, a unique value is looked for among the batch's own keys too. */
function buildBatch({ collection, documents, indexes }: Tables, from: Buffer) {
  const began = performance.now()
  const puts: Put[] = []
  const taken = new Set<string>()
  for (const { key, value } of documents.getRange({ start: from, exclusiveStart: true })) {
    const document = decodeDocument(value)
    for (const index of indexes) {
      if (index.definition.unique) takeValues(collection, index, document, taken)
      puts.push(...indexPuts(collection, index, null, document))
    }
    if (performance.now() - began > batchMs) return { puts, result: Buffer.from(key) }
  }
  return { puts, result: null }
}

function takeValues(
  collection: string,
  { name, definition }: IndexTable,
  document: RawDocument,
  taken: Set<string>,
) {
  for (const { bytes, idAt } of indexKeys(definition, document)) {
    const values = `${name}:${bytes.subarray(0, idAt).toString('latin1')}`
    if (taken.has(values)) throw new AppError('duplicate', { collection, index: name })
    taken.add(values)
  }
}
