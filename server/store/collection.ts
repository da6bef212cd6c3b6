import type { Schema } from 'mongoose'
import { checkDefinition } from './definition.ts'
import type { RawCollection } from './raw-collection.ts'

/** What every stored document has. Ids are ours; `version` starts where the author says and grows by one. */
export interface StoredDocument {
  readonly _id: string
  readonly version: number
}

/** What may stand in an index: the values that have one order on both engines. */
export type IndexValue = string | number | boolean | null | Date

/**
 * An ascending index on field paths (dotted allowed), of which one may hold an array: then each distinct
 * element has its entry. A `sparse` index leaves out documents whose first field is null or absent; so a
 * unique sparse index lets many documents have none.
 */
export interface IndexDefinition<F extends string = string> {
  readonly fields: readonly F[]
  readonly unique?: boolean
  readonly sparse?: boolean
}

export type Indexes<F extends string = string> = Readonly<Record<string, IndexDefinition<F>>>

export interface CollectionDefinition<T extends StoredDocument, I extends Indexes = Indexes> {
  readonly name: string
  readonly schema: Schema
  readonly indexes: I
  /** Only sessions, keys and leases may be deleted; the record of a request may not. */
  readonly deletable: boolean
  /** Gives an engine's collection its type. What is stored was cast and validated by the schema on its way in. */
  readonly typed: (raw: RawCollection) => Collection<T, I>
}

/** Where a page ended: opaque, safe in a URL, good for the same query. A forged one cannot widen a query. */
export type Cursor = string

/** Equality on the leading fields of an index, then at most one range on the next field. */
export interface IndexQuery<T, N extends string, F extends string> {
  readonly index: N
  readonly equals?: { readonly [P in F]?: ValueAt<T, P> } | undefined
  readonly range?: { [P in F]: Range<P, ValueAt<T, P>> }[F] | undefined
}

/** Bounds compare within one type: a range never returns documents whose field is null. */
export interface Range<F extends string, V> {
  readonly field: F
  readonly gte?: V
  readonly gt?: V
  readonly lte?: V
  readonly lt?: V
  readonly prefix?: string
}

/** Index `_id` is always there. */
export type QueryOn<T, I extends Indexes> =
  | { [N in keyof I & string]: IndexQuery<T, N, I[N] extends IndexDefinition<infer F> ? F : never> }[keyof I &
      string]
  | IndexQuery<T, '_id', '_id'>

export interface PageOptions<K> {
  /** Default 'asc'. A range on an array field is offered in ascending order only. */
  readonly order?: 'asc' | 'desc' | undefined
  readonly after?: Cursor | null | undefined
  /** At least 1. */
  readonly limit: number
  /** Top-level fields to return; `_id` and `version` always come. */
  readonly projection?: readonly K[] | undefined
}

export interface Page<T> {
  readonly items: T[]
  readonly next: Cursor | null
}

/** One change of one document. `version` grows by one by itself and may not be set. */
export interface Change<T> {
  readonly set?: Partial<Omit<T, '_id' | 'version'>>
  readonly push?: { readonly [K in keyof T]?: T[K] extends readonly (infer E)[] ? readonly E[] : never }
  readonly increment?: { readonly [K in keyof T]?: T[K] extends number ? number : never }
}

export interface Condition<T> {
  readonly equals?: { readonly [K in keyof T]?: T[K] & IndexValue }
  /** Compares within one type: a null field is not less than a date. */
  readonly lessOrEqual?: { readonly [K in keyof T]?: NonNullable<T[K]> & IndexValue }
}

export type Projected<T, K extends keyof T> = Pick<T, K | Extract<keyof T, keyof StoredDocument>>

/**
 * A collection, the same on every engine. Every method throws AppError: 'invalid-input' for a value that an
 * index or cursor cannot hold, 'storage-failed' when the engine could not read or write.
 */
export interface Collection<T extends StoredDocument, I extends Indexes = Indexes> {
  readonly name: string
  get(id: string): Promise<T | null>
  /** In the order of `ids`, without those that do not exist. */
  getMany(ids: readonly string[]): Promise<T[]>
  /** Durable when it resolves. Throws 'duplicate' { collection, index } or 'invalid-document' { collection, paths }. */
  insert(document: T): Promise<void>
  /**
   * One durable batch; returns the ids that already existed, which are left as they were. A clash on another
   * unique index throws 'duplicate': the embedded engine has then stored nothing, MongoDB may have stored others.
   */
  insertMany(documents: readonly T[]): Promise<string[]>
  /** One conditional update of one document; null when it is gone or no longer at that version. */
  update(id: string, expectedVersion: number, change: Change<T>): Promise<T | null>
  /** As `update`, on a condition about the document's own fields; null when it is gone or does not hold. */
  updateIf(id: string, condition: Condition<T>, change: Change<T>): Promise<T | null>
  /** Throws 'query-not-indexed' { collection, index, fields } unless the declared index serves the query. */
  find<K extends keyof T & string = keyof T & string>(
    query: QueryOn<T, I> & PageOptions<K>,
  ): Promise<Page<Projected<T, K>>>
  /** Counts documents, at most `limit` of them when given. */
  count(query: QueryOn<T, I>, options?: { readonly limit?: number }): Promise<number>
  /**
   * Every match in the index's order (that of `_id` without a query), read in pages that each see the latest
   * state: a document that moves meanwhile may be seen twice or not at all, one that stays is seen once.
   */
  stream<K extends keyof T & string = keyof T & string>(
    query?: (QueryOn<T, I> | { readonly index?: undefined }) & {
      readonly projection?: readonly K[] | undefined
    },
  ): AsyncIterable<Projected<T, K>>
  /** As `stream`, the ids alone, which the index has: the documents are not read. */
  ids(query: QueryOn<T, I>): AsyncIterable<string>
  /** Throws 'not-deletable' unless the collection was defined so; false when there was none. */
  remove(id: string): Promise<boolean>
  /** Returns how many were removed. Throws 'not-deletable' as `remove`. */
  removeWhere(query: QueryOn<T, I>): Promise<number>
}

/**
 * Defines a collection: `defineCollection<RequestRecord>()({ name, schema, indexes: { byDue: { fields: ['dueOn'] } } })`.
 * Two calls, because TypeScript infers all type arguments or none. Throws RangeError for a definition that
 * the engines could not hold alike: see `checkDefinition`.
 */
export function defineCollection<T extends StoredDocument>() {
  return <const I extends Indexes<FieldPath<T>>>(definition: {
    readonly name: string
    readonly schema: Schema<T> | Schema
    readonly indexes: I
    readonly deletable?: boolean
  }): CollectionDefinition<T, I> => {
    const { name, indexes, deletable = false } = definition
    const schema = checkDefinition(name, definition.schema, indexes)
    return { name, schema, indexes, deletable, typed: raw => typed<T, I>(raw) }
  }
}

function typed<T extends StoredDocument, I extends Indexes>(raw: RawCollection) {
  return raw as unknown as Collection<T, I>
}

type Leaf = string | number | boolean | null | undefined | Date | Uint8Array

/** Paths into a document, through arrays, at most three steps deep. */
export type FieldPath<T, Depth extends readonly 0[] = [0, 0, 0]> = Depth extends readonly [
  0,
  ...infer Rest extends readonly 0[],
]
  ? T extends Leaf
    ? never
    : T extends readonly (infer E)[]
      ? FieldPath<E, Depth>
      : { [K in keyof T & string]: K | `${K}.${FieldPath<T[K], Rest>}` }[keyof T & string]
  : never

/** The type of the values that an index on path P holds. */
export type ValueAt<T, P extends string> = string extends P
  ? IndexValue
  : T extends readonly (infer E)[]
    ? ValueAt<E, P>
    : P extends keyof T
      ? Element<T[P]> & IndexValue
      : P extends `${infer K}.${infer R}`
        ? K extends keyof T
          ? ValueAt<NonNullable<T[K]>, R>
          : IndexValue
        : IndexValue

type Element<V> = V extends readonly (infer E)[] ? E : V
