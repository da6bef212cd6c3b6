export interface Keeping<T> {
  /** Milliseconds. */
  readonly now: () => number
  /** Whether what is kept still answers the question: of the same day, say. */
  readonly isFor: (value: T) => boolean
  /** From this age in milliseconds it is read anew, while the old one still serves. */
  readonly renewAfter: number
  /** From this age in milliseconds it is not served any more. */
  readonly dropAfter: number
  /** Told of a reading that failed while the old value still served. */
  readonly onFailure: (error: unknown) => void
}

/**
 * A reading that is kept for a while. However many ask at once, it is read once; nobody is ever given one
 * that is older than `dropAfter`, which counts from the moment the reading began.
 */
export function recentlyKept<T>(read: () => Promise<T>, keeping: Keeping<T>): () => Promise<T> {
  const { now, isFor, renewAfter, dropAfter, onFailure } = keeping
  let kept: { readonly value: T; readonly at: number } | null = null
  let reading: Promise<T> | null = null

  function readAnew(): Promise<T> {
    reading ??= begin(now()).finally(() => {
      reading = null
    })
    return reading
  }

  async function begin(at: number): Promise<T> {
    const value = await read()
    kept = { value, at }
    return value
  }

  return async () => {
    // A clock that steps back must not keep an old reading for ever.
    const age = kept === null ? Infinity : Math.abs(now() - kept.at)
    if (kept === null || age >= dropAfter || !isFor(kept.value)) return readAnew()
    if (age >= renewAfter) readAnew().catch(onFailure)
    return kept.value
  }
}
