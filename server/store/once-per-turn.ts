/**
 * A reading that all who ask for it in the same turn of the event loop share. Whoever read something else before
 * asking is never given an older state of the store than that.
 */
export function oncePerTurn<T>(read: () => Promise<T>): () => Promise<T> {
  let shared: Promise<T> | null = null
  return () => {
    if (shared) return shared
    shared = read()
    setImmediate(() => {
      shared = null
    })
    return shared
  }
}
