import type { RawDocument } from '../raw-collection.ts'

/** Documents of one collection as they were decoded, by id. What is kept is shared: nobody may change it. */
export interface DocumentCache {
  get(id: string): RawDocument | null
  /** @param size of what it was decoded from, in bytes. */
  keep(document: RawDocument, size: number): void
  forget(id: string): void
}

/**
 * Keeps documents up to so many bytes; those that nobody has asked for the longest go first. One process holds
 * the folder, and every write of it forgets what it changes, so what is kept is what is stored.
 */
export function createDocumentCache(mostBytes: number): DocumentCache {
  // A Map lists its keys in the order in which they were put in.
  const kept = new Map<string, { readonly document: RawDocument; readonly size: number }>()
  let bytes = 0

  function forget(id: string): void {
    bytes -= kept.get(id)?.size ?? 0
    kept.delete(id)
  }

  return {
    get(id) {
      const found = kept.get(id)
      if (!found) return null
      kept.delete(id)
      kept.set(id, found)
      return found.document
    },
    keep(document, size) {
      forget(document._id)
      kept.set(document._id, { document, size })
      bytes += size
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) return
        forget(oldest)
      }
    },
    forget,
  }
}
