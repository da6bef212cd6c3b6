import { Schema } from 'mongoose'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

/** A file of a snapshot, kept in the file store under its SHA-256. */
export interface SnapshotFile {
  /** Of a dataset, or of the dictionary. */
  readonly name: string
  readonly sha256: string
  readonly size: number
  /** Without the header. */
  readonly rows: number
}

/** The open data of a day, as they were then: one a month, for whoever cites them. */
export interface Snapshot {
  /** 'YYYY-MM' */
  readonly month: string
  readonly asOf: CalendarDate
  readonly takenAt: Date
  readonly files: readonly SnapshotFile[]
}

interface SnapshotRecord {
  readonly _id: string
  readonly asOf: string
  readonly takenAt: Date
  readonly files: SnapshotFile[]
  readonly version: number
}

const text = { type: String, required: true } as const
const count = { type: Number, required: true } as const

const file = new Schema<SnapshotFile>(
  { name: text, sha256: text, size: count, rows: count } satisfies Record<keyof SnapshotFile, object>,
  { _id: false },
)

const snapshots = defineCollection<SnapshotRecord>()({
  name: 'openDataSnapshots',
  schema: new Schema<SnapshotRecord>({
    _id: text,
    asOf: text,
    takenAt: { type: Date, required: true },
    files: { type: [file], required: true },
    version: count,
  } satisfies Record<keyof SnapshotRecord, object>),
  indexes: { byDay: { fields: ['asOf'] } },
})

/** A hundred years. */
const mostListed = 1200

export type SnapshotStore = ReturnType<typeof createSnapshotStore>

export function createSnapshotStore(engine: Pick<Engine, 'collection'>) {
  const collection = engine.collection(snapshots)

  return {
    async find(month: string): Promise<Snapshot | null> {
      const record = /^\d{4}-\d{2}$/.test(month) ? await collection.get(month) : null
      return record && toSnapshot(record)
    },

    /** False where the month has one: what was published stays as it was. */
    async add({ month, ...rest }: Snapshot): Promise<boolean> {
      const record = { _id: month, ...rest, files: [...rest.files], version: 1 }
      return (await collection.insertMany([record])).length === 0
    },

    /** The latest first. */
    async list(): Promise<Snapshot[]> {
      const { items } = await collection.find({ index: 'byDay', order: 'desc', limit: mostListed })
      return items.map(toSnapshot)
    },
  }
}

function toSnapshot({ _id, asOf, takenAt, files }: SnapshotRecord): Snapshot {
  return { month: _id, asOf: calendarDate(asOf), takenAt, files }
}
