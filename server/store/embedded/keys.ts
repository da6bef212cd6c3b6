import type { IndexDefinition, IndexValue } from '../collection.ts'
import { isIndexValue, valuesAt } from '../index-value.ts'
import type { Bound, Plan } from '../query.ts'

/*
 * A key of an index is its values, each self-delimiting and in the order of its bytes, then the id. The order
 * is MongoDB's: null < numbers < strings (by UTF-8) < booleans < dates. No key is the beginning of another's
 * values, so that a span of keys can be told by the bytes that begin it.
 */
const tag = { null: 0x10, number: 0x20, string: 0x30, boolean: 0x40, date: 0x50 } as const
/** Above every tag and every byte of UTF-8. */
const above = Buffer.from([0xff])
const terminator = Buffer.from([0x00])

/** The keys from `from` up to but without `to`; null is without end. */
export interface Span {
  readonly from: Buffer
  readonly to: Buffer | null
}

/** One index key of a document; the first `idAt` bytes are its values, the rest is its id. */
export interface IndexKey {
  readonly bytes: Buffer
  readonly idAt: number
}

export function idKey(id: string): Buffer {
  return Buffer.from(id)
}

/** Every key under which an index holds a document: none when a sparse index leaves it out. */
export function indexKeys(definition: IndexDefinition, document: { readonly _id: string }): IndexKey[] {
  return keysOf(valuesOf(definition, document), document._id)
}

/** The keys that a change of a document takes away from an index and those that it brings. */
export function changedKeys(
  definition: IndexDefinition,
  before: { readonly _id: string },
  after: { readonly _id: string },
): { readonly removed: IndexKey[]; readonly added: IndexKey[] } {
  const [old, fresh] = [valuesOf(definition, before), valuesOf(definition, after)]
  // A key stays where every field keeps a value of its own; an index has at most one field with several.
  const stays = (at: number) => old.every((values, other) => other === at || isSameList(values, fresh[other]))
  const only = old.findIndex((_, at) => stays(at))
  const without = (values: PerField, others: PerField) =>
    values.map((list, at) => (at === only ? list.filter(value => !isAmong(value, others[at])) : list))
  if (old.length === 0 || fresh.length === 0 || only === -1) {
    return { removed: keysOf(old, before._id), added: keysOf(fresh, after._id) }
  }
  return { removed: keysOf(without(old, fresh), before._id), added: keysOf(without(fresh, old), after._id) }
}

type PerField = readonly (readonly IndexValue[])[]

/** What the index holds in each of its fields; no field at all when it leaves the document out. */
function valuesOf({ fields, sparse }: IndexDefinition, document: object): PerField {
  const perField = fields.map(field => valuesAt(document, field).filter(isIndexValue))
  return sparse && perField[0]?.every(value => value === null) ? [] : perField
}

function keysOf(perField: PerField, documentId: string): IndexKey[] {
  if (perField.length === 0) return []
  const idLength = Buffer.byteLength(documentId)
  return combinations(perField.map(values => values.map(encodeValue))).map(parts => {
    const bytes = joined([...parts, documentId])
    return { bytes, idAt: bytes.length - idLength }
  })
}

function isSameList(values: readonly IndexValue[], others: readonly IndexValue[] = []): boolean {
  return values.length === others.length && values.every((value, at) => isSame(value, others[at]))
}

function isAmong(value: IndexValue, others: readonly IndexValue[] = []): boolean {
  return others.some(other => isSame(value, other))
}

function isSame(value: IndexValue, other: IndexValue | undefined): boolean {
  return value instanceof Date && other instanceof Date
    ? value.getTime() === other.getTime()
    : value === other
}

/** All keys with these very values, whatever their id. */
export function spanOfValues(values: Buffer): Span {
  return { from: values, to: Buffer.concat([values, above]) }
}

export function spanOf(plan: Plan): Span {
  return plan.index === '_id' ? spanOfIds(plan) : spanInIndex(plan)
}

function spanInIndex({ equals, range }: Plan): Span {
  const start = encode(equals)
  if (!range) return spanOfValues(start)
  if (range.prefix !== null) {
    return spanOfValues(Buffer.concat([start, Buffer.from(stringMark + escaped(range.prefix))]))
  }
  const { lower, upper } = range
  const kind = tagOf((lower ?? upper)?.value ?? null)
  return {
    from: lower ? edge(start, lower, !lower.inclusive) : Buffer.concat([start, Buffer.from([kind])]),
    to: upper ? edge(start, upper, upper.inclusive) : Buffer.concat([start, Buffer.from([kind + 1])]),
  }
}

function edge(start: Buffer, { value }: Bound, isPastIt: boolean): Buffer {
  return Buffer.concat([start, encode([value]), ...(isPastIt ? [above] : [])])
}

/** Ids are their own keys. */
function spanOfIds({ equals, range }: Plan): Span {
  const [id] = equals
  if (id !== undefined) return { from: idKey(String(id)), to: after(idKey(String(id))) }
  if (range?.prefix) return spanOfValues(idKey(range.prefix))
  return {
    from: range?.lower ? idEdge(range.lower, !range.lower.inclusive) : terminator,
    to: range?.upper ? idEdge(range.upper, range.upper.inclusive) : null,
  }
}

function idEdge({ value }: Bound, isPastIt: boolean): Buffer {
  // LMDB takes an empty key for no bound at all.
  if (value === '') return terminator
  return isPastIt ? after(idKey(String(value))) : idKey(String(value))
}

/** The least key above this one. */
function after(key: Buffer): Buffer {
  return Buffer.concat([key, terminator])
}

function combinations<T>(perField: readonly (readonly T[])[]): T[][] {
  return perField.reduce<T[][]>(
    (begun, values) => begun.flatMap(prefix => values.map(value => [...prefix, value])),
    [[]],
  )
}

function encode(values: readonly IndexValue[]): Buffer {
  return joined(values.map(encodeValue))
}

/** As text wherever the bytes are UTF-8: many texts make one buffer far faster than many buffers do. */
function encodeValue(value: IndexValue): string | Buffer {
  if (typeof value === 'string') return `${stringMark}${escaped(value)}\0`
  if (value === null) return nullMark
  if (typeof value === 'boolean') return booleanMark + (value ? '\u0001' : '\0')
  const bytes = ordered(typeof value === 'number' ? value : value.getTime())
  return Buffer.concat([Buffer.from([tagOf(value)]), bytes])
}

function joined(parts: readonly (string | Buffer)[]): Buffer {
  const texts = parts.filter(part => typeof part === 'string')
  if (texts.length === parts.length) return Buffer.from(texts.join(''))
  return Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part)))
}

function tagOf(value: IndexValue): number {
  if (value === null) return tag.null
  if (typeof value === 'string') return tag.string
  if (typeof value === 'boolean') return tag.boolean
  return typeof value === 'number' ? tag.number : tag.date
}

const stringMark = String.fromCharCode(tag.string)
const nullMark = String.fromCharCode(tag.null)
const booleanMark = String.fromCharCode(tag.boolean)

/** 0 ends a string, so a 0 within it becomes 1 1, and a 1 becomes 1 2: the order stays that of the bytes. */
function escaped(text: string): string {
  return text.replaceAll('\u0001', '\u0001\u0002').replaceAll('\0', '\u0001\u0001')
}

/** An IEEE double whose bytes have its order: positive numbers above negative ones, and those turned about. */
function ordered(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value === 0 ? 0 : value)
  const isNegative = bytes.readUInt8(0) >= 0x80
  if (isNegative) return Buffer.from(bytes.map(byte => ~byte & 0xff))
  bytes.writeUInt8(bytes.readUInt8(0) | 0x80)
  return bytes
}
