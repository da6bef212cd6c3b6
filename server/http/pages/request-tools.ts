import type { RequestTools } from '../../../client/parts/request-tools.tsx'
import { maySeeBarriers } from '../../barriers/barrier-permissions.ts'
import { listBarriers } from '../../barriers/list-barriers.ts'
import { silenceIn } from '../../domain/request/silence.ts'
import type { Actor } from '../../domain/request/events.ts'
import { getRatings } from '../../ratings/rate-answer.ts'
import type { RatingsView } from '../../ratings/ratings-view.ts'
import type { RequestView } from '../../requests/request-view.ts'
import type { Site } from './page-of.ts'

const mostShown = 20

/** What stands beside a request for its organisation and for those who oversee; null for the public. */
export async function toolsFor(
  { context }: Site,
  actor: Actor,
  request: RequestView,
): Promise<RequestTools | null> {
  if (actor.role === 'public' || actor.role === 'system_admin') return null
  const { id: requestId } = request
  const asked = { requestId, institutionId: null, limit: mostShown, cursor: null }
  const [barriers, ratings] = await Promise.all([
    maySeeBarriers(actor) ? listBarriers(context, actor, asked) : null,
    getRatings(context, actor, requestId),
  ])
  return {
    rating: ratingLink(ratings),
    barriers: barriers?.items ?? null,
    certificate: silenceIn(request.breaches) !== null,
    review: actor.organisationId !== null && request.clocks.some(({ clock }) => clock === 'K5'),
  }
}

function ratingLink({ open, raters, ratings }: RatingsView): RequestTools['rating'] {
  if (open && !ratings.some(({ isOwn }) => isOwn)) return 'rate'
  return raters > 0 ? 'see' : null
}
