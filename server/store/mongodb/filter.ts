import type { IndexValue } from '../collection.ts'
import type { Bound, Plan, PlannedCondition, PlannedRange } from '../query.ts'

/** A filter whose operators are ours: its values were checked to be scalars when the query was planned. */
export type Filter = Record<string, unknown>

/** The types that an index holds: what is left out of a sparse index is null or absent. */
export const indexedTypes = { $type: ['string', 'number', 'bool', 'date'] } as const

/** The query of a plan; for a sparse index with the very condition that it was built with. */
export function filterOf({ definition, equals, range, arrayField }: Plan): Filter {
  const { fields, sparse } = definition
  const clauses = equals.map((value, at): Filter => ({ [fields[at] ?? '']: value }))
  if (range) {
    const bounds = boundsOf(range)
    clauses.push({ [range.field]: range.field === arrayField ? { $elemMatch: bounds } : bounds })
  }
  if (sparse) clauses.push({ [fields[0] ?? '']: indexedTypes })
  return all(clauses)
}

/** The key pattern: the id makes the order of equal values one and the same on every page. */
export function keyPattern({ fields, unique }: Plan['definition']): Record<string, 1> {
  return Object.fromEntries([...fields, ...(unique ? [] : ['_id'])].map(field => [field, 1 as const]))
}

/** The fields that order a plan's results: those of its index that are not held equal. */
export function sortFields({ definition, equals }: Plan): string[] {
  return Object.keys(keyPattern(definition)).slice(equals.length)
}

export function all(clauses: readonly Filter[]): Filter {
  return clauses.length === 0 ? {} : { $and: [...clauses] }
}

/** What comes after a position in the order of these fields. Null is below everything, as in the index. */
export function afterPosition(
  fields: readonly string[],
  values: readonly IndexValue[],
  order: 'asc' | 'desc',
): Filter {
  const [first = ''] = fields
  const branches = fields.flatMap((field, at): Filter[] => {
    const past = pastValue(values[at] ?? null, order)
    const tied = fields.slice(0, at).map((each, index): Filter => ({ [each]: values[index] ?? null }))
    return past ? [all([...tied, { [field]: past }])] : []
  })
  if (branches.length === 0) return { _id: { $in: [] } }
  // The first field's bound says nothing new, but keeps the index from being read from its beginning.
  const bound = fromValue(values[0] ?? null, order)
  return all([...(bound ? [{ [first]: bound }] : []), { $or: branches }])
}

export function conditionFilter({ equals, lessOrEqual }: PlannedCondition): Filter[] {
  return [
    ...Object.entries(equals).map(([field, value]) => ({ [field]: value })),
    ...Object.entries(lessOrEqual).map(([field, value]) => ({ [field]: { $lte: value } })),
  ]
}

/** MongoDB's comparisons keep to one type; `$not` is what takes null in. */
function pastValue(value: IndexValue, order: 'asc' | 'desc'): Filter | null {
  if (order === 'asc') return value === null ? { $ne: null } : { $gt: value }
  return value === null ? null : { $not: { $gte: value } }
}

function fromValue(value: IndexValue, order: 'asc' | 'desc'): Filter | null {
  if (order === 'asc') return value === null ? null : { $gte: value }
  return value === null ? { $eq: null } : { $not: { $gt: value } }
}

function boundsOf({ lower, upper, prefix }: PlannedRange): Filter {
  if (prefix !== null) {
    const end = successor(prefix)
    const from = lower ? edge(lower, '$gte', '$gt') : { $gte: prefix }
    return { ...from, ...(end !== null && { $lt: end }) }
  }
  return { ...edge(lower, '$gte', '$gt'), ...edge(upper, '$lte', '$lt') }
}

function edge(bound: Bound | null, inclusive: string, exclusive: string): Filter {
  return bound ? { [bound.inclusive ? inclusive : exclusive]: bound.value } : {}
}

/** The least text above all that begin with this one, in the order of code points; null when there is none. */
function successor(prefix: string): string | null {
  const points = [...prefix].map(character => character.codePointAt(0) ?? 0)
  while (points.length > 0) {
    const last = points.pop() ?? 0
    if (last === 0x10ffff) continue
    // Surrogates are not characters: what follows U+D7FF is U+E000.
    const next = last === 0xd7ff ? 0xe000 : last + 1
    return String.fromCodePoint(...points, next)
  }
  return null
}
