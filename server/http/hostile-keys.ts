import { fault, invalidInput, type FieldFault } from './parse.ts'

const maxDepth = 24
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Refuses a body with keys that mean something to JavaScript (`__proto__`) or to MongoDB (`$where`), and one
 * that is nested deeper than anything we ask for.
 * @throws AppError 'invalid-input'
 */
export function refuseHostileKeys(body: unknown): void {
  const found = hostile(body, [])
  if (found) throw invalidInput([found])
}

function hostile(value: unknown, path: readonly string[]): FieldFault | null {
  if (typeof value !== 'object' || value === null) return null
  if (path.length >= maxDepth) return fault(path.slice(0, 3).join('.'), 'object.depth')
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key]
    if (forbidden.has(key) || key.startsWith('$')) return fault(here.join('.'), 'object.unknown')
    const found = hostile(inner, here)
    if (found) return found
  }
  return null
}
