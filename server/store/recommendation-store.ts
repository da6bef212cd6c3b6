import { Schema } from 'mongoose'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import {
  claimedStates,
  recommendationStates,
  type ClaimedState,
  type RecommendationState,
} from '../domain/register/recommendation-states.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'
import { recordedPaths, type Correcting, type Recorded } from './recorded.ts'

/** What an edition of the report asks an institution, or all of them, to do. */
export interface RecommendationFields {
  /** Code of the edition that makes it. */
  readonly edition: string
  /** Null where it is addressed to all. */
  readonly institutionId: string | null
  readonly text: string
  readonly state: RecommendationState
  /** Since when it is in that state, and how that is known; null while nobody has answered. */
  readonly stateDay: CalendarDate | null
  readonly stateNote: string | null
}

/** What an institution says it did: its word, which decides nothing. */
export interface RecommendationWord {
  readonly institutionId: string
  readonly state: ClaimedState
  readonly text: string
  readonly at: Date
  /** User id. */
  readonly by: string
}

export interface Recommendation extends RecommendationFields, Recorded {
  /** The oldest first; an institution may speak again. */
  readonly words: readonly RecommendationWord[]
}

interface RecommendationRecord extends Omit<Recommendation, 'id' | 'stateDay'> {
  readonly _id: string
  readonly stateDay: string | null
}

const text = { type: String, required: true } as const
const maybeText = { type: String, default: null } as const

const word = new Schema<RecommendationWord>(
  {
    institutionId: text,
    state: { type: String, required: true, enum: claimedStates },
    text,
    at: { type: Date, required: true },
    by: text,
  } satisfies Record<keyof RecommendationWord, object>,
  { _id: false },
)

const recommendations = defineCollection<RecommendationRecord>()({
  name: 'recommendations',
  schema: new Schema<RecommendationRecord>({
    ...recordedPaths,
    edition: text,
    institutionId: maybeText,
    text,
    state: { type: String, required: true, enum: recommendationStates },
    stateDay: maybeText,
    stateNote: maybeText,
    words: { type: [word], required: true },
  } satisfies Record<keyof RecommendationRecord, object>),
  indexes: {
    byRecording: { fields: ['recordedAt'] },
    byEdition: { fields: ['edition', 'recordedAt'] },
    byInstitution: { fields: ['institutionId', 'recordedAt'] },
  },
})

export type RecommendationStore = ReturnType<typeof createRecommendationStore>

export function createRecommendationStore(engine: Pick<Engine, 'collection'>) {
  const collection = engine.collection(recommendations)

  return {
    async find(id: string): Promise<Recommendation | null> {
      const record = await collection.get(id)
      return record && toRecommendation(record)
    },

    /** Returns the ids that were there already; those are left as they are. One durable batch. */
    async addMissing(given: readonly Recommendation[]): Promise<string[]> {
      return given.length === 0 ? [] : collection.insertMany(given.map(toRecord))
    },

    /** Throws AppError 'duplicate' when the id is taken. */
    async add(recommendation: Recommendation): Promise<void> {
      await collection.insert(toRecord(recommendation))
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async correct(
      id: string,
      version: number,
      { set, correction }: Correcting<RecommendationFields>,
    ): Promise<Recommendation> {
      const record = await collection.update(id, version, { set, push: { corrections: [correction] } })
      if (!record) throw new AppError('stale', { id })
      return toRecommendation(record)
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async hear(id: string, version: number, said: RecommendationWord): Promise<Recommendation> {
      const record = await collection.update(id, version, { push: { words: [said] } })
      if (!record) throw new AppError('stale', { id })
      return toRecommendation(record)
    },

    /** The latest first. */
    async list(page: { limit: number; after: Cursor | null }): Promise<Page<Recommendation>> {
      const { items, next } = await collection.find({ index: 'byRecording', order: 'desc', ...page })
      return { items: items.map(toRecommendation), next }
    },

    /** Of one institution, or with null those to all, the latest first; annulled ones too. */
    async addressedTo(institutionId: string | null): Promise<Recommendation[]> {
      const found: Recommendation[] = []
      const query = { index: 'byInstitution', equals: { institutionId }, order: 'desc' } as const
      for await (const record of collection.stream(query)) found.push(toRecommendation(record))
      return found
    },

    /** In the order in which they were recorded. */
    async *ofEdition(edition: string): AsyncGenerator<Recommendation> {
      for await (const record of collection.stream({ index: 'byEdition', equals: { edition } }))
        yield toRecommendation(record)
    },

    async *all(): AsyncGenerator<Recommendation> {
      for await (const record of collection.stream({ index: 'byRecording' })) yield toRecommendation(record)
    },
  }
}

function toRecord({ id, ...rest }: Recommendation): RecommendationRecord {
  return { _id: id, ...rest }
}

function toRecommendation({ _id, stateDay, ...rest }: RecommendationRecord): Recommendation {
  return { id: _id, ...rest, stateDay: stateDay === null ? null : calendarDate(stateDay) }
}
