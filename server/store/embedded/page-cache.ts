import type { Cursor, Page } from '../collection.ts'
import type { Plan } from '../query.ts'
import type { PageRequest } from '../raw-collection.ts'
import type { Span } from './keys.ts'

/** Which documents the pages asked for last hold, by id, until anything of the collection is written. */
export interface PageCache {
  get(key: string): KnownPage | null
  keep(key: string, page: KnownPage): void
  clear(): void
}

export interface KnownPage {
  readonly ids: readonly string[]
  readonly next: Cursor | null
}

const mostPages = 64

export function createPageCache(): PageCache {
  // A Map lists its keys in the order in which they were put in.
  const kept = new Map<string, KnownPage>()
  return {
    get: key => kept.get(key) ?? null,
    keep(key, page) {
      kept.set(key, page)
      for (const oldest of kept.keys()) {
        if (kept.size <= mostPages) return
        kept.delete(oldest)
      }
    },
    clear: () => kept.clear(),
  }
}

/** The same for two pages only if they ask for the same: all but the span is in words without a line break. */
export function pageKeyOf(
  { index, range }: Plan,
  { from, to }: Span,
  { order, limit, after }: PageRequest,
): string {
  const edges = [from, to].map(edge => edge?.toString('base64') ?? '')
  return [index, range?.field ?? '', order, limit, after ?? '', ...edges].join('\n')
}

export function knownPageOf({ items, next }: Page<{ readonly _id: string }>): KnownPage {
  return { ids: items.map(({ _id }) => _id), next }
}
