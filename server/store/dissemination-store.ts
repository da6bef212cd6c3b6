import { Schema } from 'mongoose'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { disseminationAudiences, disseminationMeans } from '../domain/register/activity-kinds.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'
import { recordedPaths, type Correcting, type Recorded } from './recorded.ts'

/** Results handed to the head of an information unit or to the regulator. */
export interface DisseminationFields {
  readonly audience: (typeof disseminationAudiences)[number]
  /** Of a unit; null for the regulator. */
  readonly institutionId: string | null
  readonly means: (typeof disseminationMeans)[number]
  readonly day: CalendarDate
  /** Which report: the SHA-256 of its file and its period. */
  readonly reportSha256: string
  readonly reportFrom: CalendarDate
  readonly reportTo: CalendarDate
  readonly note: string | null
}

/** What the one who received it wrote with the link, word for word. */
export interface DisseminationAnswer {
  readonly at: Date
  readonly text: string
}

export interface Dissemination extends DisseminationFields, Recorded {
  readonly acknowledgedAt: Date | null
  readonly answers: readonly DisseminationAnswer[]
}

interface DisseminationRecord extends Omit<Dissemination, 'id' | 'day' | 'reportFrom' | 'reportTo'> {
  readonly _id: string
  readonly day: string
  readonly reportFrom: string
  readonly reportTo: string
}

const text = { type: String, required: true } as const

const answer = new Schema<DisseminationAnswer>(
  { at: { type: Date, required: true }, text } satisfies Record<keyof DisseminationAnswer, object>,
  { _id: false },
)

const disseminations = defineCollection<DisseminationRecord>()({
  name: 'disseminations',
  schema: new Schema<DisseminationRecord>({
    ...recordedPaths,
    audience: { type: String, required: true, enum: disseminationAudiences },
    institutionId: { type: String, default: null },
    means: { type: String, required: true, enum: disseminationMeans },
    day: text,
    reportSha256: text,
    reportFrom: text,
    reportTo: text,
    note: { type: String, default: null },
    acknowledgedAt: { type: Date, default: null },
    answers: { type: [answer], required: true },
  } satisfies Record<keyof DisseminationRecord, object>),
  indexes: { byDay: { fields: ['day'] } },
})

export type DisseminationStore = ReturnType<typeof createDisseminationStore>

export function createDisseminationStore(engine: Engine) {
  const collection = engine.collection(disseminations)

  return {
    async find(id: string): Promise<Dissemination | null> {
      const record = await collection.get(id)
      return record && toDissemination(record)
    },

    /** Returns the ids that were there already; those are left as they are. One durable batch. */
    async addMissing(given: readonly Dissemination[]): Promise<string[]> {
      return given.length === 0 ? [] : collection.insertMany(given.map(toRecord))
    },

    /** Throws AppError 'duplicate' when the id is taken. */
    async add(dissemination: Dissemination): Promise<void> {
      await collection.insert(toRecord(dissemination))
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async correct(
      id: string,
      version: number,
      change: Correcting<DisseminationFields>,
    ): Promise<Dissemination> {
      const { set, correction } = change
      const record = await collection.update(id, version, { set, push: { corrections: [correction] } })
      if (!record) throw new AppError('stale', { id })
      return toDissemination(record)
    },

    /** Null when somebody changed it meanwhile. */
    async acknowledge({ id, version }: Dissemination, at: Date): Promise<Dissemination | null> {
      const record = await collection.update(id, version, { set: { acknowledgedAt: at } })
      return record && toDissemination(record)
    },

    /** Null when somebody changed it meanwhile. */
    async answer({ id, version }: Dissemination, given: DisseminationAnswer): Promise<Dissemination | null> {
      const record = await collection.update(id, version, { push: { answers: [given] } })
      return record && toDissemination(record)
    },

    /** The latest first. */
    async list(page: { limit: number; after: Cursor | null }): Promise<Page<Dissemination>> {
      const { items, next } = await collection.find({ index: 'byDay', order: 'desc', ...page })
      return { items: items.map(toDissemination), next }
    },

    /** In the order of their days, both ends included. */
    async *between(from: CalendarDate, to: CalendarDate): AsyncGenerator<Dissemination> {
      const query = { index: 'byDay', range: { field: 'day', gte: from, lte: to } } as const
      for await (const record of collection.stream(query)) yield toDissemination(record)
    },

    async *all(): AsyncGenerator<Dissemination> {
      for await (const record of collection.stream({ index: 'byDay' })) yield toDissemination(record)
    },
  }
}

function toRecord({ id, ...rest }: Dissemination): DisseminationRecord {
  return { _id: id, ...rest }
}

function toDissemination({ _id, day, reportFrom, reportTo, ...rest }: DisseminationRecord): Dissemination {
  return {
    id: _id,
    ...rest,
    day: calendarDate(day),
    reportFrom: calendarDate(reportFrom),
    reportTo: calendarDate(reportTo),
  }
}
