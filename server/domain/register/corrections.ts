/** A change of a record after it was made: what stood there before is never lost. */
export interface Correction {
  readonly at: Date
  /** User id of whoever changed it. */
  readonly by: string
  readonly reason: string
  /** The fields that changed, as JSON with their earlier values; an annulment changes none. */
  readonly before: string
}

/** The fields whose values differ, with their earlier values; both must be plain JSON. */
export function earlierValues<T extends object>(before: T, after: T): Partial<T> {
  const names = new Set<string>([...Object.keys(before), ...Object.keys(after)])
  const old = new Map<string, unknown>(Object.entries(before))
  const next = new Map<string, unknown>(Object.entries(after))
  const changed = [...names].filter(name => JSON.stringify(old.get(name)) !== JSON.stringify(next.get(name)))
  return pick(before, new Set(changed))
}

function pick<T extends object>(from: T, names: ReadonlySet<string>): Partial<T> {
  const kept: Partial<T> = {}
  for (const name in from) if (names.has(name)) kept[name] = from[name]
  return kept
}
