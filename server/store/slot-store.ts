import { Schema } from 'mongoose'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'

export const slotStates = ['due', 'done', 'failed'] as const

/** A job's turn for a day, owed from that day on until it is done. */
export interface Slot {
  /** `job:day` */
  readonly id: string
  readonly job: string
  readonly day: CalendarDate
  readonly state: (typeof slotStates)[number]
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  /** The later day whose run made up for this one, which did not run on its own; else null. */
  readonly madeUpOn: CalendarDate | null
  /** What the run counted, by the job's own names. */
  readonly summary: Readonly<Record<string, number>> | null
}

interface SlotRecord extends Omit<Slot, 'id'> {
  readonly _id: string
  /** The highest token of a lease that ever wrote here. */
  readonly fence: number
  readonly version: number
}

const day = { type: String, match: /^\d{4}-\d{2}-\d{2}$/ } as const

const slots = defineCollection<SlotRecord>()({
  name: 'slots',
  schema: new Schema<SlotRecord>({
    _id: { type: String, required: true },
    job: { type: String, required: true },
    day: { ...day, required: true },
    state: { type: String, required: true, enum: slotStates },
    startedAt: { type: Date, default: null },
    finishedAt: { type: Date, default: null },
    madeUpOn: { ...day, default: null },
    summary: { type: Schema.Types.Mixed, default: null },
    fence: { type: Number, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof SlotRecord, object>),
  indexes: { byJob: { fields: ['job', 'day'] }, byState: { fields: ['job', 'state', 'day'] } },
})

export type SlotStore = ReturnType<typeof createSlotStore>

/** The ledger of what the jobs owe. */
export function createSlotStore(engine: Engine) {
  const collection = engine.collection(slots)

  return {
    /** Those that are in the ledger already are left as they are. */
    async addDue(job: string, days: readonly CalendarDate[]): Promise<void> {
      await collection.insertMany(days.map(each => dueSlot(job, each)))
    },

    /** False when a later holder of the lease has written here: the caller's turn is over. */
    async begin(job: string, day: CalendarDate, fence: number, startedAt: Date): Promise<boolean> {
      return write(job, day, fence, { state: 'due', startedAt })
    },

    /** As `begin`. */
    async finish(
      job: string,
      day: CalendarDate,
      fence: number,
      end: Pick<Slot, 'state' | 'finishedAt' | 'madeUpOn' | 'summary'>,
    ): Promise<boolean> {
      return write(job, day, fence, end)
    },

    /**
     * The latest slot done, as known on a day at an instant. One that was finished later than `now` was run
     * by a clock that has been put back since, and does not count.
     */
    async lastDone(job: string, { day, now }: { day: CalendarDate; now: Date }): Promise<Slot | null> {
      const query = {
        index: 'byState',
        equals: { job, state: 'done' },
        range: { field: 'day', lte: day },
      } as const
      let after: Cursor | null = null
      do {
        const page: Page<SlotRecord> = await collection.find({ ...query, order: 'desc', limit: 50, after })
        const found = page.items.find(({ finishedAt }) => finishedAt !== null && finishedAt <= now)
        if (found) return toSlot(found)
        after = page.next
      } while (after !== null)
      return null
    },

    /** A job's slots from a day to a day, both included. */
    async *between(job: string, from: CalendarDate, to: CalendarDate): AsyncGenerator<Slot> {
      const range = { field: 'day', gte: from, lte: to } as const
      for await (const record of collection.stream({ index: 'byJob', equals: { job }, range }))
        yield toSlot(record)
    },
  }

  async function write(job: string, on: CalendarDate, fence: number, set: Partial<Omit<Slot, 'id'>>) {
    const condition = { lessOrEqual: { fence } }
    return (await collection.updateIf(idOf(job, on), condition, { set: { ...set, fence } })) !== null
  }
}

function idOf(job: string, on: CalendarDate): string {
  return `${job}:${on}`
}

function dueSlot(job: string, on: CalendarDate): SlotRecord {
  const never = { startedAt: null, finishedAt: null, madeUpOn: null, summary: null }
  return { _id: idOf(job, on), job, day: on, state: 'due', ...never, fence: 0, version: 1 }
}

function toSlot({ _id, fence: _fence, version: _version, ...rest }: SlotRecord): Slot {
  return { id: _id, ...rest }
}
