/** By which work that was left to the jobs of this process calls them before their next alarm. */
export interface Bell {
  ring(): void
  /** What is done at each ring; the result stops it. */
  answer(listener: () => void): () => void
}

/** Nobody need answer: what is left is in the store, for whichever instance's alarm rings first. */
export function createBell(): Bell {
  const listeners = new Set<() => void>()
  return {
    ring() {
      for (const listener of listeners) listener()
    },
    answer(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
