import { EJSON } from 'bson'
import { AppError } from '../../errors.ts'
import type { Cursor, IndexValue } from '../collection.ts'
import { isIndexValue, valuesAt } from '../index-value.ts'
import type { Bound, Plan } from '../query.ts'
import type { RawDocument } from '../raw-collection.ts'
import { sortFields } from './filter.ts'

/** The values of a plan's sort fields where a page ended. */
export type Position = readonly IndexValue[]

export function positionOf(plan: Plan, document: RawDocument): Position {
  return sortFields(plan).map(field => {
    if (isOverArray(plan, field)) return firstInRange(plan, document)
    const value = valuesAt(document, field)[0] ?? null
    return isIndexValue(value) ? value : null
  })
}

export function cursorOf(position: Position): Cursor {
  return Buffer.from(EJSON.stringify([...position])).toString('base64url')
}

/** Throws AppError 'invalid-input' for what is no cursor of such a query. */
export function positionFrom(plan: Plan, cursor: Cursor): Position {
  const refusal = new AppError('invalid-input', { field: 'cursor' })
  const values = parse(cursor)
  if (!Array.isArray(values) || values.length !== sortFields(plan).length) throw refusal
  const position = values.filter(isIndexValue)
  if (position.length !== values.length) throw refusal
  return position
}

export function isOverArray({ arrayField, range }: Plan, field: string | undefined = range?.field): boolean {
  return arrayField !== null && range?.field === arrayField && field === arrayField
}

/** A document with several elements in the range stands at the first of them. */
export function firstInRange({ range }: Plan, document: RawDocument): string {
  if (!range) throw new RangeError('There is no range')
  const within = valuesAt(document, range.field).filter(value => typeof value === 'string')
  const matches = within.filter(value => isWithin(value, range))
  return matches.toSorted(byBytes)[0] ?? ''
}

export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function isWithin(value: string, { lower, upper, prefix }: NonNullable<Plan['range']>): boolean {
  if (prefix !== null) return value.startsWith(prefix)
  return isInside(lower, bound => byBytes(value, bound)) && isInside(upper, bound => byBytes(bound, value))
}

/** `past` is above 0 for what lies on the inner side of the bound. */
function isInside(bound: Bound | null, past: (bound: string) => number): boolean {
  if (!bound) return true
  const side = past(String(bound.value))
  return side > 0 || (side === 0 && bound.inclusive)
}

function parse(cursor: Cursor): unknown {
  try {
    return EJSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}
