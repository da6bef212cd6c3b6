import type { CalendarDate } from './calendar/calendar-date.ts'
import type { Outcome, RequestState } from './request/states.ts'

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

/** As long as an item may be: a line of what was asked, not the letter. */
export const mostItemLetters = 200

/** As many people rate one answer. */
export const mostRaters = 2

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
  /**
   * What each of the two said before seeing the other's: the first person's last before the second's came, and
   * the second's first. Agreement is measured on these; a later correction may have been made in view of the other.
   */
  readonly blind: readonly [T, T] | null
}

/** By request; a rating given after `asOf` is not in it. */
export function standingRatings<T extends RatingFact>(
  ratings: readonly T[],
  asOf: CalendarDate,
): Map<string, StandingRatings<T>> {
  const byRequest = new Map<string, T[]>()
  for (const rating of ratings) {
    if (rating.ratedOn > asOf) continue
    const ofRequest = byRequest.get(rating.requestId)
    if (ofRequest) ofRequest.push(rating)
    else byRequest.set(rating.requestId, [rating])
  }
  const standing = new Map<string, StandingRatings<T>>()
  for (const [requestId, given] of byRequest) {
    const both = standingOf(given)
    if (both) standing.set(requestId, both)
  }
  return standing
}

/** What stands of the ratings of one request; null where there are none. */
export function standingOf<T extends RatingFact>(ratings: readonly T[]): StandingRatings<T> | null {
  const given = ratings.toSorted(byInstant)
  const [firstId, secondId] = ratersOf(given)
  const first = given.findLast(({ raterId }) => raterId === firstId)
  if (!first) return null
  const start = given.findIndex(({ raterId }) => raterId === secondId)
  const seconds = given[start]
  const before = given.slice(0, Math.max(0, start)).findLast(({ raterId }) => raterId === firstId)
  return {
    first,
    second: given.findLast(({ raterId }) => raterId === secondId) ?? null,
    blind: before && seconds ? [before, seconds] : null,
  }
}

/** Each once, in the order of their first ratings among those given. */
export function ratersOf(ratings: readonly RatingFact[]): readonly string[] {
  return [...new Set(ratings.map(({ raterId }) => raterId))]
}

/** Who may be shown the marks of a request, and whether one may give some. */
export interface RatingReader {
  readonly userId: string
  /** Of the organisation that asked, or of those who coordinate. */
  readonly mayRate: boolean
}

/**
 * Nobody who may still rate sees the marks of others: the second person says what they find before they see what
 * the first found. Once two have rated, or for those who never rate, all is seen.
 */
export function seenRatings<T extends RatingFact>(
  ratings: readonly T[],
  { userId, mayRate }: RatingReader,
): readonly T[] {
  const raters = ratersOf(ratings)
  return !mayRate || raters.length >= mostRaters || raters.includes(userId) ? ratings : []
}

/** What of a request decides whether there is something to rate. */
export interface Answerable {
  readonly state: RequestState
  readonly outcome: Outcome | null
  /** Day of the resolution, which may be known without its sense. */
  readonly answeredOn: CalendarDate | null
}

/** It was resolved, or handed over without a resolution on record. */
export function isAnswered({ state, outcome, answeredOn }: Answerable): boolean {
  return outcome !== null || answeredOn !== null || handedOver.includes(state)
}

/** The information came, in whole or in part: its format can be told. */
export function isHandedOver({ state, outcome }: Pick<Answerable, 'state' | 'outcome'>): boolean {
  return outcome === 'entrega_total' || outcome === 'entrega_parcial' || handedOver.includes(state)
}

const handedOver: readonly RequestState[] = ['entregada', 'cumplida']

function byInstant(a: RatingFact, b: RatingFact): number {
  return a.ratedAt.getTime() - b.ratedAt.getTime() || (a.id < b.id ? -1 : 1)
}
