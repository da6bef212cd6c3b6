import type { Context } from '../context.ts'
import { isHandedOver, ratersOf, type AskedFormat, type FormatClass } from '../domain/ratings.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput, type FieldFault } from '../http/parse.ts'
import type { AnswerRatings, Rating } from '../store/rating-store.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { mayRate, ratedRequest } from './rating-permissions.ts'
import { isOpenTo, presentRatings, type RatingsView } from './ratings-view.ts'

export interface NewRating {
  /** What was asked, with the first rating only; null afterwards. */
  readonly items: readonly string[] | null
  /** One an item, from 0 to 4. */
  readonly scores: readonly number[]
  /** Null where nothing was handed over. */
  readonly format: FormatClass | null
  readonly askedFormat: AskedFormat
  /** Why one's earlier rating was wrong; null for the first. */
  readonly reason: string | null
}

interface Rate {
  readonly requestId: string
  /** The same for the same form: a second sending changes nothing. */
  readonly id: string
  /** The version of the ratings that the sender has seen; 0 where there were none. */
  readonly version: number
  readonly input: NewRating
}

/** The ratings of an answer as the actor may see them. @throws AppError as `ratedRequest` */
export async function getRatings(context: Context, actor: Actor, requestId: string): Promise<RatingsView> {
  const request = await ratedRequest(context, actor, requestId)
  return presentRatings(request, await context.stores.ratings.find(requestId), actor)
}

/**
 * Rates what came of a request, or corrects one's own rating with another that says why. None is ever changed
 * or deleted.
 * @throws AppError as `ratedRequest`; 'forbidden' for those who do not rate; 'rating-not-open' (not answered, or two
 * others rated it, or the organisation has not yet); 'reason-required'; 'invalid-input'; 'stale'
 */
export async function rateAnswer(context: Context, actor: Actor, rate: Rate): Promise<RatingsView> {
  const request = await ratedRequest(context, actor, rate.requestId)
  if (!mayRate(actor)) throw new AppError('forbidden')
  const kept = await context.stores.ratings.find(request.id)
  if (kept?.ratings.some(({ id }) => id === rate.id)) return presentRatings(request, kept, actor)
  const given = { rate, request, kept }
  refuseUntimely(actor, given)
  const changed = await keep(context, given, ratingFrom(context, actor, given))
  return presentRatings(request, changed, actor)
}

interface Given {
  readonly rate: Rate
  readonly request: InformationRequest
  readonly kept: AnswerRatings | null
}

function refuseUntimely(actor: Actor, { rate, request, kept }: Given): void {
  if (!isOpenTo(request, ratersOf(kept?.ratings ?? []), actor)) throw new AppError('rating-not-open')
  if ((kept?.version ?? 0) !== rate.version) throw new AppError('stale', { id: request.id })
}

function keep({ stores }: Context, { rate, request, kept }: Given, rating: Rating): Promise<AnswerRatings> {
  if (kept) return stores.ratings.add(kept, rating)
  const { id: requestId, organisationId, institutionId } = request
  const items = rate.input.items ?? []
  return stores.ratings.begin({ requestId, organisationId, institutionId, items }, rating)
}

function ratingFrom({ clock }: Context, { userId }: Actor, { rate, request, kept }: Given): Rating {
  const { items: _listed, reason, ...marks } = rate.input
  const handedOver = isHandedOver(request)
  const faults = [...itemFaults(rate.input, kept), ...formatFaults(rate.input, handedOver)]
  if (faults.length > 0) throw invalidInput(faults)
  const corrects = kept?.ratings.some(({ raterId }) => raterId === userId) ?? false
  if (corrects && reason === null) throw new AppError('reason-required', { field: 'reason' })
  return {
    ...marks,
    id: rate.id,
    requestId: request.id,
    raterId: userId,
    ratedOn: clock.today(),
    ratedAt: clock.now(),
    reason: corrects ? reason : null,
  }
}

function itemFaults({ items, scores }: NewRating, kept: AnswerRatings | null): readonly FieldFault[] {
  const known = kept?.items ?? items
  if (known === null) return [fault('items', 'any.required')]
  if (kept && items && !isSame(kept.items, items)) return [fault('items', 'items.fixed')]
  return scores.length === known.length ? [] : [fault('scores', 'array.length', { limit: known.length })]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at])
}

/** A format is told of what was handed over, and of nothing else. */
function formatFaults({ format, askedFormat }: NewRating, handedOver: boolean): readonly FieldFault[] {
  if (handedOver) return format === null ? [fault('format', 'any.required')] : []
  return [
    ...(format === null ? [] : [fault('format', 'any.unknown')]),
    ...(askedFormat === 'no_se_pidio' ? [] : [fault('askedFormat', 'any.unknown')]),
  ]
}
