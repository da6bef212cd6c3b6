import type { RequestEvent } from '../request/events.ts'

/**
 * The one text of an event, for hashing: keys in order, NFC, instants in ISO 8601 with milliseconds, no
 * undefined, numbers as integers or shortest decimals. The same event gives the same text on any machine.
 */
export function canonicalEvent(event: RequestEvent): string {
  return canonical(event)
}

/** @throws RangeError on a value that JSON cannot hold, such as NaN. */
export function canonical(value: unknown): string {
  if (value === null) return 'null'
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value)
  throw new RangeError(`No canonical form for ${typeof value}`)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`No canonical form for ${value}`)
  return JSON.stringify(value)
}

function canonicalObject(value: object): string {
  // A Map, a Set or bytes would give the same text as nothing at all.
  if (Symbol.iterator in value) throw new RangeError('No canonical form for a collection')
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [key.normalize('NFC'), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
