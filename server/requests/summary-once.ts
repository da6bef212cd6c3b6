import type { RequestEvent } from '../domain/request/events.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { presentSummary, type Beholder } from './present-request.ts'
import type { RequestSummary } from './request-view.ts'

type Seen = Omit<Beholder, 'actor'>

/**
 * `presentSummary`, done once for as long as the store hands out the same history and all else that a row says
 * stays as it was read: the lists that people leave open are asked for again and again.
 */
export function summaryOnce(request: InformationRequest, seen: Seen): RequestSummary {
  const known = lastSummaries.get(request.events)
  if (known && known.summary.version === request.version && isSame(known.seen, seen)) return known.summary
  const summary = presentSummary(request, seen)
  lastSummaries.set(request.events, { seen, summary })
  return summary
}

function isSame(known: Seen, { today, law, sides }: Seen): boolean {
  const { institution, organisation } = known.sides
  return (
    known.today === today &&
    known.law === law &&
    institution === sides.institution &&
    organisation.id === sides.organisation.id &&
    organisation.name === sides.organisation.name
  )
}

/** By the history, since what the engine keeps, it hands out again. */
const lastSummaries = new WeakMap<
  readonly RequestEvent[],
  { readonly seen: Seen; readonly summary: RequestSummary }
>()
