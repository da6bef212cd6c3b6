import type { IndexValue } from './collection.ts'

/** With at most four fields of this length and an id, every key fits into LMDB's 1978 bytes. */
export const maxIndexedBytes = 400

/** The longest id, in bytes of UTF-8. */
export const maxIdBytes = 128

export function isIndexValue(value: unknown): value is IndexValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return !Number.isNaN(value)
  return value instanceof Date && !Number.isNaN(value.getTime())
}

/**
 * What an index holds of a document at a dotted path: one value, or each distinct element when an array is
 * on the way. An absent field counts as null.
 */
export function valuesAt(document: unknown, path: string): readonly unknown[] {
  const values = path.includes('.') ? collect(document, path.split('.')) : valuesOf(document, path)
  return values.length > 1 ? distinct(values) : values
}

/** As `collect` of one step, by which nearly every index goes. */
function valuesOf(document: unknown, field: string): readonly unknown[] {
  const value = isObject(document) && !Array.isArray(document) ? document[field] : null
  return Array.isArray(value) ? collect(value, []) : [value ?? null]
}

function collect(value: unknown, steps: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap(element => collect(element, steps))
  const [step, ...rest] = steps
  if (step === undefined) return [value ?? null]
  if (!isObject(value)) return [null]
  return collect(value[step], rest)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function distinct(values: readonly unknown[]): unknown[] {
  const byText = new Map(
    values.map(value => [
      `${typeof value}:${value instanceof Date ? value.getTime() : String(value)}`,
      value,
    ]),
  )
  return [...byText.values()]
}
