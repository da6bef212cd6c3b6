import { Schema } from 'mongoose'
import type { RequestScope } from '../domain/permissions.ts'
import { askedFormats, formatClasses, mostScore, type RatingFact } from '../domain/ratings.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type QueryOn } from './collection.ts'
import type { Engine } from './engine.ts'

/** A rating as one person gave it. It is never changed and never deleted. */
export interface Rating extends RatingFact {
  /** Why it takes the place of the same person's earlier one; null for their first. */
  readonly reason: string | null
}

/** What an organisation asked for, item by item, and how its people judged what came. */
export interface AnswerRatings {
  readonly requestId: string
  readonly organisationId: string
  readonly institutionId: string
  /** Listed with the first rating and fixed from then on: all ratings are of the same items in this order. */
  readonly items: readonly string[]
  /** The oldest first. */
  readonly ratings: readonly Rating[]
  readonly version: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
type RatingsRecord = Mutable<Omit<AnswerRatings, 'requestId' | 'ratings' | 'version'>> & {
  readonly _id: string
  ratings: KeptRating[]
  readonly version: number
}
type KeptRating = Mutable<Omit<Rating, 'requestId'>>

const text = { type: String, required: true } as const

const rating = new Schema(
  {
    id: text,
    raterId: text,
    ratedOn: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
    ratedAt: { type: Date, required: true },
    scores: { type: [{ type: Number, required: true, min: 0, max: mostScore }], required: true },
    format: { type: String, default: null, enum: [...formatClasses, null] },
    askedFormat: { type: String, required: true, enum: askedFormats },
    reason: { type: String, default: null },
  } satisfies Record<keyof KeptRating, object>,
  { _id: false },
)

const ratings = defineCollection<RatingsRecord>()({
  name: 'ratings',
  schema: new Schema({
    _id: text,
    organisationId: text,
    institutionId: text,
    items: { type: [text], required: true },
    ratings: { type: [rating], required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof RatingsRecord, object>),
  indexes: {
    byOrganisation: { fields: ['organisationId'] },
    byInstitution: { fields: ['institutionId'] },
  },
})

export type RatingStore = ReturnType<typeof createRatingStore>

/** One document a request. Who may read it follows from the request's own scope, which is asked first. */
export function createRatingStore(engine: Engine) {
  const collection = engine.collection(ratings)

  return {
    /** Null where nobody rated it. */
    async find(requestId: string): Promise<AnswerRatings | null> {
      const record = await collection.get(requestId)
      return record && toRatings(record)
    },

    /** The first rating with the list of items. Throws AppError 'stale' where somebody was faster. */
    async begin(
      of: Pick<AnswerRatings, 'requestId' | 'organisationId' | 'institutionId' | 'items'>,
      first: Rating,
    ): Promise<AnswerRatings> {
      const { requestId, items, ...sides } = of
      const record = { _id: requestId, ...sides, items: [...items], ratings: [toKept(first)], version: 1 }
      const known = await collection.insertMany([record])
      if (known.length > 0) throw new AppError('stale', { id: requestId })
      return toRatings(record)
    },

    /** Another rating of the same items. Throws AppError 'stale' when they are no longer at that version. */
    async add({ requestId, version }: AnswerRatings, rating: Rating): Promise<AnswerRatings> {
      const record = await collection.update(requestId, version, { push: { ratings: [toKept(rating)] } })
      if (!record) throw new AppError('stale', { id: requestId })
      return toRatings(record)
    },

    /** All ratings of a scope's requests, of any day. With an instant, as known then. */
    async *facts(scope: RatingScope, knownAt: Date | null = null): AsyncGenerator<RatingFact> {
      for await (const record of collection.stream(queryOf(scope))) {
        for (const { reason: _words, ...fact } of toRatings(record).ratings)
          if (knownAt === null || fact.ratedAt <= knownAt) yield fact
      }
    },
  }
}

/** Whose requests: the public has no ratings to read. */
export type RatingScope = Exclude<RequestScope, { kind: 'published' }>

function queryOf(
  scope: RatingScope,
): QueryOn<RatingsRecord, (typeof ratings)['indexes']> | { readonly index?: undefined } {
  switch (scope.kind) {
    case 'everything':
      return {}
    case 'organisation':
      return { index: 'byOrganisation', equals: { organisationId: scope.organisationId } }
    case 'institution':
      return { index: 'byInstitution', equals: { institutionId: scope.institutionId } }
  }
}

function toKept({ requestId: _request, scores, ...rest }: Rating): KeptRating {
  return { ...rest, scores: [...scores] }
}

function toRatings({ _id, ratings: kept, ...rest }: RatingsRecord): AnswerRatings {
  return { ...rest, requestId: _id, ratings: kept.map(each => ({ ...each, requestId: _id })) }
}
