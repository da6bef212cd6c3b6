import { Schema } from 'mongoose'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { clockIds, outcomes } from '../domain/request/states.ts'
import { createMonthCounter, type MonthCount, type StandingCount } from '../domain/statistics/month-count.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import { countedRequests } from './counted-requests.ts'
import type { Engine } from './engine.ts'

/** A month's count as it is kept. */
export interface KeptMonth {
  readonly count: MonthCount
  readonly version: number
}

/** All the months of an institution together, and the law that they were counted by. */
export interface InstitutionTotals extends StandingCount {
  readonly institutionId: string
  /** Another law, another text. */
  readonly law: string
  /** From before its months are counted until they are added up. */
  readonly unfinished: boolean
}

export interface KeptTotals {
  readonly totals: InstitutionTotals
  readonly version: number
}

/** How far the roll-ups count, and what the last comparison with the requests found. */
export interface RollUpState {
  /** What was recorded up to here is counted. */
  readonly countedAt: Date
  /** Null before the first comparison. */
  readonly checkedAt: Date | null
  /** How many counts of the last comparison were not what the requests say. */
  readonly differences: number
  /** Some of them, by `institution:month`. */
  readonly differing: readonly string[]
}

const dailyFields = ['institutionId', 'published', 'unpublished'] as const

/** Of a month, what counts on one day. */
export type DailyCount = Pick<MonthCount, (typeof dailyFields)[number]>

const standingFields = [
  'known',
  'knownPublished',
  'breachesPublished',
  'standingPublished',
  'standingUnpublished',
] as const satisfies readonly (keyof StandingCount)[]

interface MonthRecord extends Omit<MonthCount, 'news'> {
  readonly _id: string
  readonly news: MonthCount['news'][number][]
  readonly version: number
}

interface TotalsRecord extends Omit<InstitutionTotals, 'institutionId'> {
  readonly _id: string
  readonly version: number
}

interface StateRecord extends Omit<RollUpState, 'differing'> {
  readonly _id: string
  readonly differing: string[]
  readonly version: number
}

const text = { type: String, required: true } as const
const day = { type: String, default: null } as const
const number = { type: Number, required: true } as const
const free = { type: Schema.Types.Mixed, required: true } as const

const standing = {
  known: number,
  knownPublished: number,
  breachesPublished: number,
  standingPublished: free,
  standingUnpublished: free,
} satisfies Record<keyof StandingCount, object>

const breach = new Schema(
  { clock: { type: String, enum: clockIds }, article: text, dueOn: text },
  { _id: false },
)
const newsItem = new Schema(
  {
    kind: { type: String, enum: ['resolved', 'broken'], required: true },
    on: text,
    requestId: text,
    reference: text,
    institutionId: text,
    outcome: { type: String, enum: [...outcomes, null], default: null },
    breach: { type: breach, default: null },
  },
  { _id: false },
)

const months = defineCollection<MonthRecord>()({
  name: 'rollUpMonths',
  schema: new Schema({
    _id: text,
    institutionId: text,
    month: text,
    published: free,
    unpublished: free,
    ...standing,
    news: { type: [newsItem], required: true },
    newsOn: day,
    resolvedOn: day,
    // An empty text where nothing counts: required would refuse it.
    until: { type: String, default: '' },
    changesOn: day,
    version: number,
  } satisfies Record<keyof MonthRecord, object>),
  indexes: {
    byInstitution: { fields: ['institutionId', 'month'] },
    byUntil: { fields: ['until'] },
    byNews: { fields: ['newsOn'], sparse: true },
    byResolved: { fields: ['resolvedOn'], sparse: true },
    byChange: { fields: ['changesOn'], sparse: true },
  },
})

const totals = defineCollection<TotalsRecord>()({
  name: 'rollUpTotals',
  schema: new Schema({
    _id: text,
    // Empty before the first count: required would refuse it.
    law: { type: String, default: '' },
    ...standing,
    unfinished: { type: Boolean, required: true },
    version: number,
  } satisfies Record<keyof TotalsRecord, object>),
  indexes: {},
})

const states = defineCollection<StateRecord>()({
  name: 'rollUpState',
  schema: new Schema({
    _id: text,
    countedAt: { type: Date, required: true },
    checkedAt: { type: Date, default: null },
    differences: number,
    differing: { type: [String], required: true },
    version: number,
  } satisfies Record<keyof StateRecord, object>),
  indexes: {},
  deletable: true,
})

const stateId = 'roll-ups'

export type RollUpStore = ReturnType<typeof createRollUpStore>

/**
 * Counts that follow from the requests alone: each is replaced whole, on the version that was read before its
 * requests were, so of two that count at once the later count stands.
 */
export function createRollUpStore(engine: Engine) {
  const kept = engine.collection(months)
  const sums = engine.collection(totals)
  const state = engine.collection(states)

  return {
    ...countedRequests(engine),

    async month(institutionId: string, month: string): Promise<KeptMonth | null> {
      const record = await kept.get(idOf(institutionId, month))
      return record && toKept(record)
    },

    /** Of a month without requests. */
    emptyMonth: (institutionId: string, month: string): MonthCount =>
      createMonthCounter(institutionId, month).count(),

    /** In their order. */
    async monthsOf(institutionId: string): Promise<KeptMonth[]> {
      const found: KeptMonth[] = []
      for await (const record of kept.stream({ index: 'byInstitution', equals: { institutionId } }))
        found.push(toKept(record))
      return found
    },

    /** Of each month of an institution. */
    async standingOf(institutionId: string): Promise<readonly StandingCount[]> {
      const counts: StandingCount[] = []
      const query = { index: 'byInstitution', equals: { institutionId }, projection: standingFields } as const
      for await (const count of kept.stream(query)) counts.push(count)
      return counts
    },

    /** Those of which something counts on a day or later. */
    async *monthsFrom(from: CalendarDate): AsyncGenerator<DailyCount> {
      const range = { field: 'until', gte: from } as const
      yield* kept.stream({ index: 'byUntil', range, projection: dailyFields })
    },

    /** Those that the passing of time makes anew by a day. */
    async changingBy(day: CalendarDate): Promise<readonly Pick<MonthCount, 'institutionId' | 'month'>[]> {
      const found: Pick<MonthCount, 'institutionId' | 'month'>[] = []
      const range = { field: 'changesOn', lte: day } as const
      const projection = ['institutionId', 'month'] as const
      for await (const { institutionId, month } of kept.stream({ index: 'byChange', range, projection }))
        found.push({ institutionId, month })
      return found
    },

    /** By their newest news, or their newest decision, the newest first. */
    async newest(
      by: 'newsOn' | 'resolvedOn',
      page: { limit: number; after: Cursor | null },
    ): Promise<Page<Pick<MonthCount, 'news' | 'newsOn' | 'resolvedOn'>>> {
      const projection = ['news', 'newsOn', 'resolvedOn'] as const
      const index = by === 'newsOn' ? 'byNews' : 'byResolved'
      return kept.find({ index, order: 'desc', projection, ...page })
    },

    /** False when it was counted by somebody else since it was read. */
    async keepMonth(count: MonthCount, version: number): Promise<boolean> {
      const { institutionId, month, news, ...rest } = count
      const fields = { ...rest, news: [...news] }
      const _id = idOf(institutionId, month)
      if (version > 0) return (await kept.update(_id, version, { set: fields })) !== null
      const record = { _id, institutionId, month, ...fields, version: 1 }
      return (await kept.insertMany([record])).length === 0
    },

    async totalsOf(institutionId: string): Promise<KeptTotals | null> {
      const record = await sums.get(institutionId)
      return record && toTotals(record)
    },

    async *allTotals(): AsyncGenerator<InstitutionTotals> {
      for await (const record of sums.stream()) yield toTotals(record).totals
    },

    /** As `keepMonth`; version 0 is of an institution that has none. */
    async keepTotals({ institutionId, ...fields }: InstitutionTotals, version: number): Promise<boolean> {
      if (version > 0) return (await sums.update(institutionId, version, { set: fields })) !== null
      return (await sums.insertMany([{ _id: institutionId, ...fields, version: 1 }])).length === 0
    },

    /** Null where the requests were never counted from the first to the last. */
    async state(): Promise<RollUpState | null> {
      const record = await state.get(stateId)
      if (!record) return null
      const { countedAt, checkedAt, differences, differing } = record
      return { countedAt, checkedAt, differences, differing }
    },

    async noteCounted(countedAt: Date): Promise<void> {
      const first = { _id: stateId, countedAt, checkedAt: null, differences: 0, differing: [], version: 1 }
      const existing = await state.insertMany([first])
      if (existing.length > 0)
        await state.updateIf(stateId, { lessOrEqual: { countedAt } }, { set: { countedAt } })
    },

    async noteChecked(check: Pick<RollUpState, 'checkedAt' | 'differences' | 'differing'>): Promise<void> {
      const { differing, ...rest } = check
      await state.updateIf(stateId, {}, { set: { ...rest, differing: [...differing] } })
    },

    /** The next count starts from the requests: after many were put into the store unseen. */
    async forget(): Promise<void> {
      await state.remove(stateId)
    },
  }
}

function idOf(institutionId: string, month: string): string {
  return `${institutionId}:${month}`
}

function toKept(record: MonthRecord): KeptMonth {
  return { count: toCount(record), version: record.version }
}

function toCount({ _id, version: _version, ...count }: MonthRecord): MonthCount {
  return count
}

function toTotals({ _id, version, ...rest }: TotalsRecord): KeptTotals {
  return { totals: { institutionId: _id, ...rest }, version }
}
