import { Schema } from 'mongoose'
import type { Closure } from '../domain/calendar/closures.ts'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'
import { oncePerTurn } from './once-per-turn.ts'

/** An acuerdo as recorded: what it says, when and by whom it was entered. What it says is never changed or deleted. */
export interface RecordedClosure extends Closure {
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** How far the histories of the requests that an acuerdo moves have been told of it. */
export interface Telling {
  /** How many were still to be told when it was last counted; null where it was not counted yet. */
  readonly left: number | null
  /** The day of a pass that told none of those left: they wait for the next day. Null where there was none. */
  readonly failedOn: CalendarDate | null
}

/** An acuerdo of which some histories do not say yet what it moved. */
export interface OwedTelling extends Telling {
  readonly closure: RecordedClosure
}

interface TellingRecord {
  readonly left: number | null
  readonly failedOn: string | null
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
  /** Written together with the acuerdo, so that no crash comes between; null when every history says it. */
  readonly telling: TellingRecord | null
  readonly version: number
}

const text = { type: String, required: true } as const

const tellingSchema = new Schema<TellingRecord>(
  {
    left: { type: Number, default: null },
    failedOn: { type: String, default: null },
  } satisfies Record<keyof TellingRecord, object>,
  { _id: false },
)

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
    telling: { type: tellingSchema, default: null },
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

    /** It is still to be told, until `settle`. Throws AppError 'duplicate' when an acuerdo with that id was recorded. */
    async add(closure: RecordedClosure): Promise<void> {
      await collection.insert(toRecord(closure, { left: null, failedOn: null }))
      added += 1
    },

    /** Those that come with the program: there is nobody to tell. */
    async addMissing(given: readonly RecordedClosure[]): Promise<void> {
      await collection.insertMany(given.map(closure => toRecord(closure, null)))
      added += given.length
    },

    /** Those still to be told, in the order in which they were recorded: each starts from where the one before moved. */
    async owed(): Promise<OwedTelling[]> {
      const owed: OwedTelling[] = []
      for await (const record of collection.stream({ index: 'byFirstDay' })) {
        const telling = tellingOf(record)
        if (telling) owed.push({ closure: toClosure(record), ...telling })
      }
      return owed.toSorted((one, other) => orderOf(one.closure, other.closure))
    },

    /** It is still to be told: a pass over the requests comes, and settles it. */
    async owe(id: string, { left, failedOn }: Telling): Promise<void> {
      await collection.updateIf(id, {}, { set: { telling: { left, failedOn } } })
    },

    /** Every history says what it moved. */
    async settle(id: string): Promise<void> {
      await collection.updateIf(id, {}, { set: { telling: null } })
    },

    /** All of them, by their first day: there are a few a year. */
    async all(): Promise<RecordedClosure[]> {
      const found: RecordedClosure[] = []
      for await (const record of collection.stream({ index: 'byFirstDay' })) found.push(toClosure(record))
      return found
    },
  }
}

/** Negative where the one was recorded before the other. */
function orderOf(one: RecordedClosure, other: RecordedClosure): number {
  return one.recordedAt.getTime() - other.recordedAt.getTime() || (one.id < other.id ? -1 : 1)
}

/** Records that were kept before this was are told. */
function tellingOf({ telling }: ClosureRecord): Telling | null {
  if (!telling) return null
  const { left, failedOn } = telling
  return { left, failedOn: failedOn === null ? null : calendarDate(failedOn) }
}

function toRecord(
  { id, days, scope, countsAsNonWorking: _always, ...rest }: RecordedClosure,
  telling: Telling | null,
): ClosureRecord {
  const sorted = [...days].sort()
  return {
    _id: id,
    ...rest,
    days: sorted,
    firstDay: sorted[0] ?? '',
    scope: scope.kind,
    institutionIds: scope.kind === 'institutions' ? [...scope.institutionIds] : [],
    telling,
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
  telling: _telling,
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
