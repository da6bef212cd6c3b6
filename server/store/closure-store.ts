import { Schema } from 'mongoose'
import type { Closure } from '../domain/calendar/closures.ts'
import { calendarDate } from '../domain/calendar/calendar-date.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'
import { oncePerTurn } from './once-per-turn.ts'

/** An acuerdo as recorded: what it says, when and by whom it was entered. It is never changed or deleted. */
export interface RecordedClosure extends Closure {
  readonly recordedAt: Date
  readonly recordedBy: string
}

interface ClosureRecord {
  readonly _id: string
  readonly days: string[]
  readonly firstDay: string
  readonly name: string
  readonly source: string
  readonly publishedOn: string | null
  readonly scope: 'all' | 'institutions'
  readonly institutionIds: string[]
  readonly doubt: string | null
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly version: number
}

const text = { type: String, required: true } as const

const closures = defineCollection<ClosureRecord>()({
  name: 'closures',
  schema: new Schema<ClosureRecord>({
    _id: text,
    days: { type: [String], required: true },
    firstDay: text,
    name: text,
    source: text,
    publishedOn: { type: String, default: null },
    scope: { type: String, required: true, enum: ['all', 'institutions'] },
    institutionIds: { type: [String], required: true },
    doubt: { type: String, default: null },
    recordedAt: { type: Date, required: true },
    recordedBy: text,
    version: { type: Number, required: true },
  } satisfies Record<keyof ClosureRecord, object>),
  indexes: { byFirstDay: { fields: ['firstDay'] } },
})

export type ClosureStore = ReturnType<typeof createClosureStore>

export function createClosureStore(engine: Engine) {
  const collection = engine.collection(closures)
  let added = 0
  const counted = oncePerTurn(() => collection.count({ index: '_id' }))

  return {
    /**
     * Another number as soon as an acuerdo was recorded, by whichever instance: none is ever changed or deleted.
     * The embedded store has one process, which is told of each.
     */
    async version(): Promise<number> {
      return engine.kind === 'embedded' ? added : counted()
    },

    async find(id: string): Promise<RecordedClosure | null> {
      const record = await collection.get(id)
      return record && toClosure(record)
    },

    /** Throws AppError 'duplicate' when an acuerdo with that id was recorded. */
    async add(closure: RecordedClosure): Promise<void> {
      await collection.insert(toRecord(closure))
      added += 1
    },

    async addMissing(given: readonly RecordedClosure[]): Promise<void> {
      await collection.insertMany(given.map(toRecord))
      added += given.length
    },

    /** All of them, by their first day: there are a few a year. */
    async all(): Promise<RecordedClosure[]> {
      const found: RecordedClosure[] = []
      for await (const record of collection.stream({ index: 'byFirstDay' })) found.push(toClosure(record))
      return found
    },
  }
}

function toRecord({ id, days, scope, countsAsNonWorking: _always, ...rest }: RecordedClosure): ClosureRecord {
  const sorted = [...days].sort()
  return {
    _id: id,
    ...rest,
    days: sorted,
    firstDay: sorted[0] ?? '',
    scope: scope.kind,
    institutionIds: scope.kind === 'institutions' ? [...scope.institutionIds] : [],
    version: 1,
  }
}

function toClosure({
  _id,
  days,
  firstDay: _first,
  scope,
  institutionIds,
  publishedOn,
  version: _v,
  ...rest
}: ClosureRecord): RecordedClosure {
  return {
    id: _id,
    ...rest,
    days: days.map(calendarDate),
    publishedOn: publishedOn === null ? null : calendarDate(publishedOn),
    scope: scope === 'all' ? { kind: 'all' } : { kind: 'institutions', institutionIds },
    countsAsNonWorking: true,
  }
}
