import { AppError } from '../errors.ts'
import type {
  CollectionDefinition,
  IndexDefinition,
  Indexes,
  IndexValue,
  StoredDocument,
} from './collection.ts'
import { arrayFieldOf } from './definition.ts'
import { isIndexValue, maxIndexedBytes } from './index-value.ts'

/** A query as an engine reads it: served by its index, its values scalars of one type. */
export interface Plan {
  readonly collection: string
  /** The declared name, or '_id'. */
  readonly index: string
  readonly definition: IndexDefinition
  /** One value for each leading field. */
  readonly equals: readonly IndexValue[]
  /** On the field that follows. */
  readonly range: PlannedRange | null
  /** The array field of the index, if it has one; it is then always constrained. */
  readonly arrayField: string | null
}

export interface PlannedRange {
  readonly field: string
  readonly lower: Bound | null
  readonly upper: Bound | null
  readonly prefix: string | null
}

export interface Bound {
  readonly value: Exclude<IndexValue, null>
  readonly inclusive: boolean
}

export interface RawQuery {
  readonly index: string
  readonly equals?: Readonly<Record<string, unknown>> | undefined
  readonly range?: RawRange | undefined
}

export interface RawRange {
  readonly field: string
  readonly gte?: unknown
  readonly gt?: unknown
  readonly lte?: unknown
  readonly lt?: unknown
  readonly prefix?: unknown
}

export interface PlannedCondition {
  readonly equals: Readonly<Record<string, IndexValue>>
  readonly lessOrEqual: Readonly<Record<string, IndexValue>>
}

const idIndex: IndexDefinition = { fields: ['_id'], unique: true }

/** Throws AppError 'query-not-indexed' or 'invalid-input' (an operator or other object in place of a value). */
export function planQuery<T extends StoredDocument, I extends Indexes>(
  collection: CollectionDefinition<T, I>,
  query: RawQuery & { readonly order?: 'asc' | 'desc' | undefined },
): Plan {
  const { index, equals: given = {}, range: asked } = query
  const fields = [...Object.keys(given), ...(asked ? [asked.field] : [])]
  const refusal = { collection: collection.name, index, fields }
  const definition = definitionOf(collection.indexes, index)
  if (!definition) throw new AppError('query-not-indexed', refusal)

  const equals = leadingValues(definition, given)
  const range = asked ? planRange(asked) : null
  const arrayField = arrayFieldOf(collection.schema, definition)
  const plan = { collection: collection.name, index, definition, equals, range, arrayField }
  const isServed =
    equals.length === Object.keys(given).length && servesRange(plan) && constrainsArray(plan, query.order)
  if (!isServed) throw new AppError('query-not-indexed', refusal)
  return plan
}

/** Throws AppError 'invalid-input' for a value that is not a scalar. */
export function planCondition(
  collection: string,
  { equals = {}, lessOrEqual = {} }: { equals?: object; lessOrEqual?: object },
): PlannedCondition {
  if ('_id' in equals || '_id' in lessOrEqual) throw new RangeError(`${collection}: the id is given already`)
  return { equals: scalars(equals), lessOrEqual: scalars(lessOrEqual) }
}

export function checkLimit(limit: number): void {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new AppError('invalid-input', { field: 'limit' })
}

function leadingValues({ fields }: IndexDefinition, equals: Readonly<Record<string, unknown>>): IndexValue[] {
  const end = fields.findIndex(field => equals[field] === undefined)
  return fields.slice(0, end === -1 ? fields.length : end).map(field => indexValue(field, equals[field]))
}

function definitionOf(indexes: Indexes, name: string): IndexDefinition | undefined {
  if (name === '_id') return idIndex
  return Object.hasOwn(indexes, name) ? indexes[name] : undefined
}

/** The range is on the next field, and a sparse index is not asked for what it leaves out. */
function servesRange({ definition: { fields, sparse }, equals, range }: Plan): boolean {
  if (sparse && equals[0] === null) return false
  return range === null || range.field === fields[equals.length]
}

/** Without a constraint on it, an array field would return a document once for each element. */
function constrainsArray(
  { arrayField, definition: { fields }, equals, range }: Plan,
  order: 'asc' | 'desc' = 'asc',
): boolean {
  if (arrayField === null) return true
  const at = fields.indexOf(arrayField)
  if (at < equals.length) return equals[at] !== null
  return range?.field === arrayField && at === fields.length - 1 && order === 'asc'
}

function planRange({ field, gte, gt, lte, lt, prefix }: RawRange): PlannedRange {
  const lower = bound(field, gte, gt)
  const upper = bound(field, lte, lt)
  if (prefix !== undefined)
    return { field, lower: null, upper: null, prefix: prefixValue(field, prefix, lower ?? upper) }
  const kinds = [lower, upper].flatMap(each => (each ? [kindOf(each.value)] : []))
  if (new Set(kinds).size !== 1) throw new AppError('invalid-input', { field })
  return { field, lower, upper, prefix: null }
}

function prefixValue(field: string, prefix: unknown, otherBound: Bound | null): string {
  if (typeof prefix !== 'string' || otherBound) throw new AppError('invalid-input', { field })
  return String(indexValue(field, prefix))
}

function bound(field: string, inclusive: unknown, exclusive: unknown): Bound | null {
  if (inclusive !== undefined && exclusive !== undefined) throw new AppError('invalid-input', { field })
  const given = inclusive ?? exclusive
  if (inclusive === undefined && exclusive === undefined) return null
  const value = indexValue(field, given)
  if (value === null) throw new AppError('invalid-input', { field })
  return { value, inclusive: inclusive !== undefined }
}

function kindOf(value: Exclude<IndexValue, null>): string {
  return value instanceof Date ? 'date' : typeof value
}

function indexValue(field: string, value: unknown): IndexValue {
  if (!isIndexValue(value)) throw new AppError('invalid-input', { field })
  if (typeof value === 'string' && Buffer.byteLength(value) > maxIndexedBytes) {
    throw new AppError('invalid-input', { field, maxBytes: maxIndexedBytes })
  }
  return value
}

function scalars(fields: object): Record<string, IndexValue> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [field, indexValue(field, value)]))
}
