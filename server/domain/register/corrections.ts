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

interface Corrected {
  readonly annulled: boolean
  readonly corrections: readonly Correction[]
  readonly recordedAt: Date
}

/**
 * An entry as it stood at an instant, what was recorded at that very instant among it; null where it was recorded
 * later. What an entry has besides its own fields and corrections stays as it is.
 */
export function knownAt<T extends Corrected>(item: T, instant: Date): T | null {
  if (item.recordedAt > instant) return null
  const later = item.corrections.filter(({ at }) => at > instant)
  if (later.length === 0) return item
  const stood = later
    .toReversed()
    .reduce((entry, { before }) => ({ ...entry, ...earlierIn<T>(before) }), item)
  return { ...stood, corrections: item.corrections.filter(({ at }) => at <= instant) }
}

/** The fields as they were before a correction; one that changed none is an annulment. */
function earlierIn<T extends Corrected>(before: string): Partial<T> | { annulled: boolean } {
  const fields: Partial<T> = JSON.parse(before)
  return Object.keys(fields).length === 0 ? { annulled: false } : fields
}
