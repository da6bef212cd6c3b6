import { Schema } from 'mongoose'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { trainingAudiences, trainingKinds, trainingModes } from '../domain/register/activity-kinds.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'
import { recordedPaths, type Correcting, type Recorded } from './recorded.ts'

/** Of whom: people are counted and never named. */
export interface TrainingFields {
  /** Civil organisations (result 2) or information units of the Executive (result 3). */
  readonly audience: (typeof trainingAudiences)[number]
  readonly kind: (typeof trainingKinds)[number]
  readonly subject: string
  /** In order, each once. */
  readonly days: readonly CalendarDate[]
  readonly hours: number
  readonly mode: (typeof trainingModes)[number]
  readonly place: string | null
  /** The team or body that taught. */
  readonly trainer: string
  /** What was handed out, and where it can be found. */
  readonly materials: string | null
  readonly participants: number
  /** Only of those who said so of their own will; null where nobody was asked. */
  readonly women: number | null
  readonly men: number | null
  readonly otherGender: number | null
  readonly organisationIds: readonly string[]
  readonly institutionIds: readonly string[]
  /** How many answered the evaluation; null where there was none. */
  readonly answers: number | null
  /** Mean mark of 0 to 100 before and after, where there was a test. */
  readonly meanBefore: number | null
  readonly meanAfter: number | null
}

export interface Training extends TrainingFields, Recorded {}

interface TrainingRecord extends Omit<Training, 'id' | 'days'> {
  readonly _id: string
  readonly days: readonly string[]
  readonly firstDay: string
}

const text = { type: String, required: true } as const
const maybeText = { type: String, default: null } as const
const maybeNumber = { type: Number, default: null } as const

const trainings = defineCollection<TrainingRecord>()({
  name: 'trainings',
  schema: new Schema<TrainingRecord>({
    ...recordedPaths,
    audience: { type: String, required: true, enum: trainingAudiences },
    kind: { type: String, required: true, enum: trainingKinds },
    subject: text,
    days: { type: [String], required: true },
    firstDay: text,
    hours: { type: Number, required: true },
    mode: { type: String, required: true, enum: trainingModes },
    place: maybeText,
    trainer: text,
    materials: maybeText,
    participants: { type: Number, required: true },
    women: maybeNumber,
    men: maybeNumber,
    otherGender: maybeNumber,
    organisationIds: { type: [String], required: true },
    institutionIds: { type: [String], required: true },
    answers: maybeNumber,
    meanBefore: maybeNumber,
    meanAfter: maybeNumber,
  } satisfies Record<keyof TrainingRecord, object>),
  indexes: { byDay: { fields: ['firstDay'] } },
})

export type TrainingStore = ReturnType<typeof createTrainingStore>

export function createTrainingStore(engine: Engine) {
  const collection = engine.collection(trainings)

  return {
    async find(id: string): Promise<Training | null> {
      const record = await collection.get(id)
      return record && toTraining(record)
    },

    /** Returns the ids that were there already; those are left as they are. One durable batch. */
    async addMissing(given: readonly Training[]): Promise<string[]> {
      return given.length === 0 ? [] : collection.insertMany(given.map(toRecord))
    },

    /** Throws AppError 'duplicate' when the id is taken. */
    async add(training: Training): Promise<void> {
      await collection.insert(toRecord(training))
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async correct(id: string, version: number, change: Correcting<TrainingFields>): Promise<Training> {
      const { days, ...rest } = change.set
      const set = days ? { ...rest, days, firstDay: days[0] ?? '' } : rest
      const record = await collection.update(id, version, { set, push: { corrections: [change.correction] } })
      if (!record) throw new AppError('stale', { id })
      return toTraining(record)
    },

    /** The latest first, by their first day. */
    async list(page: { limit: number; after: Cursor | null }): Promise<Page<Training>> {
      const { items, next } = await collection.find({ index: 'byDay', order: 'desc', ...page })
      return { items: items.map(toTraining), next }
    },

    /** In the order of their first days, which lie within the two days given. */
    async *between(from: CalendarDate, to: CalendarDate): AsyncGenerator<Training> {
      const query = { index: 'byDay', range: { field: 'firstDay', gte: from, lte: to } } as const
      for await (const record of collection.stream(query)) yield toTraining(record)
    },

    async *all(): AsyncGenerator<Training> {
      for await (const record of collection.stream({ index: 'byDay' })) yield toTraining(record)
    },
  }
}

function toRecord({ id, ...rest }: Training): TrainingRecord {
  return { _id: id, ...rest, firstDay: rest.days[0] ?? '' }
}

function toTraining({ _id, firstDay: _first, days, ...rest }: TrainingRecord): Training {
  return { id: _id, ...rest, days: days.map(calendarDate) }
}
