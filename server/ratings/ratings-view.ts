import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import {
  isAnswered,
  isHandedOver,
  mostRaters,
  ratersOf,
  seenRatings,
  standingOf,
  type AskedFormat,
  type FormatClass,
} from '../domain/ratings.ts'
import type { Actor } from '../domain/request/events.ts'
import type { AnswerRatings, Rating } from '../store/rating-store.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { mayRate } from './rating-permissions.ts'

/** Marks without a name: who gave them is 1 or 2, in the order in which they first did. */
export interface RatingView {
  readonly id: string
  readonly rater: number
  readonly isOwn: boolean
  /** It is that person's last. */
  readonly stands: boolean
  readonly ratedOn: CalendarDate
  readonly ratedAt: Date
  readonly scores: readonly number[]
  readonly format: FormatClass | null
  readonly askedFormat: AskedFormat
  /** Of a correction; null to the institution, which sees the result alone. */
  readonly reason: string | null
}

export interface RatingsView {
  readonly requestId: string
  /** 0 where nobody rated it. */
  readonly version: number
  /** What was asked, item by item; [] until the first rating lists it. */
  readonly items: readonly string[]
  /** How many people rated it. */
  readonly raters: number
  /** Those that the reader may see, the oldest first. */
  readonly ratings: readonly RatingView[]
  /** Whether the reader may rate it now, or correct their own. */
  readonly open: boolean
  /** Before an answer there is nothing to rate. */
  readonly answered: boolean
  /** Something was handed over, of which a format can be told. */
  readonly handedOver: boolean
}

export function presentRatings(
  request: InformationRequest,
  kept: AnswerRatings | null,
  actor: Actor,
): RatingsView {
  const { ratings, items, version } = kept ?? nothingYet
  const people = ratersOf(ratings)
  const reader = { userId: actor.userId, mayRate: mayRate(actor) }
  const seen = actor.institutionId === null ? seenRatings(ratings, reader) : resultOf(ratings)
  return {
    ...{ requestId: request.id, version, items, raters: people.length },
    ratings: seen.map(rating => presentRating(rating, ratings, people, actor)),
    open: reader.mayRate && isOpenTo(request, people, actor),
    answered: isAnswered(request),
    handedOver: isHandedOver(request),
  }
}

const nothingYet: Pick<AnswerRatings, 'ratings' | 'items' | 'version'> = {
  ratings: [],
  items: [],
  version: 0,
}

/** Two people rate an answer, the organisation first; after that each may correct their own. */
export function isOpenTo(request: InformationRequest, people: readonly string[], actor: Actor): boolean {
  if (!isAnswered(request)) return false
  if (people.includes(actor.userId)) return true
  if (people.length === 0) return actor.role !== 'coordinator'
  return people.length < mostRaters
}

/** What an institution is shown of its own answer: the rating that figures count. */
function resultOf(ratings: readonly Rating[]): readonly Rating[] {
  const standing = standingOf(ratings)
  return standing ? [{ ...standing.first, reason: null }] : []
}

function presentRating(
  { requestId: _request, raterId, ...rest }: Rating,
  all: readonly Rating[],
  people: readonly string[],
  { userId }: Actor,
): RatingView {
  return {
    ...rest,
    rater: people.indexOf(raterId) + 1,
    isOwn: raterId === userId,
    stands: all.findLast(each => each.raterId === raterId)?.id === rest.id,
  }
}
