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
  const perField = definition.fields.map(field => valuesAt(document, field).filter(isIndexValue))
  if (definition.sparse && perField[0]?.every(value => value === null)) return []
  const id = idKey(document._id)
  return combinations(perField.map(values => values.map(encodeValue))).map(parts => {
    const bytes = Buffer.concat([...parts, id])
    return { bytes, idAt: bytes.length - id.length }
  })
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
  return Buffer.concat(values.map(encodeValue))
}

function encodeValue(value: IndexValue): Buffer {
  if (typeof value === 'string') return Buffer.from(`${stringMark}${escaped(value)}\0`)
  const kind = Buffer.from([tagOf(value)])
  if (value === null) return kind
  if (typeof value === 'boolean') return Buffer.from([tag.boolean, value ? 1 : 0])
  return Buffer.concat([kind, ordered(typeof value === 'number' ? value : value.getTime())])
}

function tagOf(value: IndexValue): number {
  if (value === null) return tag.null
  if (typeof value === 'string') return tag.string
  if (typeof value === 'boolean') return tag.boolean
  return typeof value === 'number' ? tag.number : tag.date
}

const stringMark = String.fromCharCode(tag.string)

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
