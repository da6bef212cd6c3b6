import type { RequestEvent } from '../domain/request/events.ts'
import { foldRequest, type FoldedRequest } from '../domain/request/fold.ts'
import type { LawContext } from '../domain/request/law-context.ts'

/**
 * `foldRequest`, done once for as long as the store hands out the same history and the law stays as it was
 * read: a page that is open is asked for again and again.
 */
export function foldOnce(events: readonly RequestEvent[], law: LawContext): FoldedRequest {
  const known = lastFolds.get(events)
  if (known?.law === law) return known.folded
  const folded = foldRequest(events, law)
  lastFolds.set(events, { law, folded })
  return folded
}

const lastFolds = new WeakMap<
  readonly RequestEvent[],
  { readonly law: LawContext; readonly folded: FoldedRequest }
>()
