import { Schema } from 'mongoose'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { assistanceMeans } from '../domain/register/activity-kinds.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'
import { recordedPaths, type Correcting, type Recorded } from './recorded.ts'

/** Help given to one organisation. What came of the cases is read from their own histories. */
export interface AssistanceFields {
  readonly organisationId: string
  readonly day: CalendarDate
  readonly minutes: number
  readonly means: (typeof assistanceMeans)[number]
  readonly subject: string
  /** The requests it was about, by id. */
  readonly requestIds: readonly string[]
}

export interface Assistance extends AssistanceFields, Recorded {}

interface AssistanceRecord extends Omit<Assistance, 'id' | 'day'> {
  readonly _id: string
  readonly day: string
}

const text = { type: String, required: true } as const

const assistances = defineCollection<AssistanceRecord>()({
  name: 'assistances',
  schema: new Schema<AssistanceRecord>({
    ...recordedPaths,
    organisationId: text,
    day: text,
    minutes: { type: Number, required: true },
    means: { type: String, required: true, enum: assistanceMeans },
    subject: text,
    requestIds: { type: [String], required: true },
  } satisfies Record<keyof AssistanceRecord, object>),
  indexes: { byDay: { fields: ['day'] }, byRequest: { fields: ['requestIds'] } },
})

export type AssistanceStore = ReturnType<typeof createAssistanceStore>

export function createAssistanceStore(engine: Engine) {
  const collection = engine.collection(assistances)

  return {
    async find(id: string): Promise<Assistance | null> {
      const record = await collection.get(id)
      return record && toAssistance(record)
    },

    /** Returns the ids that were there already; those are left as they are. One durable batch. */
    async addMissing(given: readonly Assistance[]): Promise<string[]> {
      return given.length === 0 ? [] : collection.insertMany(given.map(toRecord))
    },

    /** Throws AppError 'duplicate' when the id is taken. */
    async add(assistance: Assistance): Promise<void> {
      await collection.insert(toRecord(assistance))
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async correct(id: string, version: number, change: Correcting<AssistanceFields>): Promise<Assistance> {
      const { set, correction } = change
      const record = await collection.update(id, version, { set, push: { corrections: [correction] } })
      if (!record) throw new AppError('stale', { id })
      return toAssistance(record)
    },

    /** The latest first. */
    async list(page: { limit: number; after: Cursor | null }): Promise<Page<Assistance>> {
      const { items, next } = await collection.find({ index: 'byDay', order: 'desc', ...page })
      return { items: items.map(toAssistance), next }
    },

    /** In the order of their days, both ends included. */
    async *between(from: CalendarDate, to: CalendarDate): AsyncGenerator<Assistance> {
      const query = { index: 'byDay', range: { field: 'day', gte: from, lte: to } } as const
      for await (const record of collection.stream(query)) yield toAssistance(record)
    },

    async *all(): AsyncGenerator<Assistance> {
      for await (const record of collection.stream({ index: 'byDay' })) yield toAssistance(record)
    },
  }
}

function toRecord({ id, ...rest }: Assistance): AssistanceRecord {
  return { _id: id, ...rest }
}

function toAssistance({ _id, day, ...rest }: AssistanceRecord): Assistance {
  return { id: _id, ...rest, day: calendarDate(day) }
}
