import type { CalendarDate } from './calendar/calendar-date.ts'

/** In what form the information came (indicator Q2). */
export const formatClasses = ['abierto', 'digital_no_reutilizable', 'papel_o_imagen'] as const

export type FormatClass = (typeof formatClasses)[number]

/** Whether the form that was asked for was kept to (indicator Q3). */
export const askedFormats = ['respetado', 'no_respetado', 'no_se_pidio'] as const

export type AskedFormat = (typeof askedFormats)[number]

/** 0 nothing of the item, 1 little, 2 half, 3 nearly all, 4 all of it (indicator Q1). */
export const mostScore = 4

/** As many items as one request is rated by. */
export const mostItems = 12

/** How one person judged an answer. It is never changed: the same person's later one takes its place. */
export interface RatingFact {
  readonly id: string
  readonly requestId: string
  readonly raterId: string
  /** Calendar day in Guatemala and instant of recording. */
  readonly ratedOn: CalendarDate
  readonly ratedAt: Date
  /** One an item asked, from 0 to `mostScore`. */
  readonly scores: readonly number[]
  /** Null where nothing was handed over. */
  readonly format: FormatClass | null
  readonly askedFormat: AskedFormat
}

/** What stands of the ratings of one request: each person's last, of the two who rated it first. */
export interface StandingRatings<T extends RatingFact = RatingFact> {
  readonly first: T
  readonly second: T | null
}

/** By request; a rating given after `asOf` is not in it. */
export function standingRatings<T extends RatingFact>(
  ratings: readonly T[],
  asOf: CalendarDate,
): Map<string, StandingRatings<T>> {
  const raters = new Map<string, Map<string, T>>()
  for (const rating of ratings.filter(({ ratedOn }) => ratedOn <= asOf).toSorted(byInstant)) {
    const ofRequest = raters.get(rating.requestId) ?? new Map<string, T>()
    // A key that is set again keeps its place: the order is that of the first rating of each person.
    ofRequest.set(rating.raterId, rating)
    raters.set(rating.requestId, ofRequest)
  }
  const standing = new Map<string, StandingRatings<T>>()
  for (const [requestId, ofRequest] of raters) {
    const [first, second] = ofRequest.values()
    if (first) standing.set(requestId, { first, second: second ?? null })
  }
  return standing
}

function byInstant(a: RatingFact, b: RatingFact): number {
  return a.ratedAt.getTime() - b.ratedAt.getTime() || (a.id < b.id ? -1 : 1)
}
