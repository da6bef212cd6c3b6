import { fault, invalidInput, type FieldFault } from './parse.ts'

const maxDepth = 24
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Refuses a body with keys that mean something to JavaScript (`__proto__`) or to MongoDB (`$where`), one that
 * is nested deeper than anything we ask for, and text that no store or PDF can keep as it came: a NUL, or half
 * of a surrogate pair.
 * @throws AppError 'invalid-input'
 */
export function refuseHostileKeys(body: unknown): void {
  const found = hostile(body, [])
  if (found) throw invalidInput([found])
}

function hostile(value: unknown, path: readonly string[]): FieldFault | null {
  if (typeof value === 'string') return hostileText(value, path)
  if (typeof value !== 'object' || value === null) return null
  if (path.length >= maxDepth) return fault(path.slice(0, 3).join('.'), 'object.depth')
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key]
    const found = isForbidden(key) ? fault(here.join('.'), 'object.unknown') : hostile(inner, here)
    if (found) return found
  }
  return null
}

function hostileText(text: string, path: readonly string[]): FieldFault | null {
  const isWritable = !text.includes('\0') && !/\p{Surrogate}/u.test(text)
  return isWritable ? null : fault(path.join('.'), 'string.unwritable')
}

function isForbidden(key: string): boolean {
  return forbidden.has(key) || key.startsWith('$')
}
