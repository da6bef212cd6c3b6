import { Schema } from 'mongoose'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

export const reportJobStates = ['waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted'] as const
export const reportStages = ['cases', 'figures', 'pages'] as const
export const reportFileKinds = ['pdf', 'xlsx', 'figures', 'cases', 'summary'] as const

export type ReportJobState = (typeof reportJobStates)[number]
export type ReportStage = (typeof reportStages)[number]
export type ReportFileKind = (typeof reportFileKinds)[number]

/** How far a report has got: cases folded of how many, or pages begun, whose number nobody knows before. */
export interface ReportProgress {
  readonly stage: ReportStage
  readonly done: number
  readonly total: number | null
}

export interface ReportFile {
  readonly kind: ReportFileKind
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** What somebody asked for, and what came of it. */
export interface ReportJob {
  readonly id: string
  readonly userId: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly asOf: CalendarDate
  readonly language: 'es' | 'en'
  readonly size: 'A4' | 'LETTER'
  readonly state: ReportJobState
  /** Null before it has begun. */
  readonly progress: ReportProgress | null
  /** Why it failed: the code and details of an AppError. */
  readonly error: { readonly code: string; readonly details: Readonly<Record<string, unknown>> } | null
  readonly pages: number | null
  readonly files: readonly ReportFile[]
  readonly createdAt: Date
  /** Whoever makes it says until then that it is being made. */
  readonly heldUntil: Date
  readonly endedAt: Date | null
  /** From then on neither it nor its files are kept. */
  readonly expiresAt: Date
}

export type ReportJobPatch = Partial<
  Pick<ReportJob, 'state' | 'progress' | 'error' | 'pages' | 'files' | 'heldUntil' | 'endedAt' | 'expiresAt'>
>

interface ReportJobRecord extends Omit<ReportJob, 'id' | 'from' | 'to' | 'asOf' | 'error'> {
  readonly _id: string
  readonly from: string
  readonly to: string
  readonly asOf: string
  /** Code and details as JSON: what a failure tells is its own. */
  readonly error: string | null
  readonly version: number
}

const text = { type: String, required: true } as const
const instant = { type: Date, required: true } as const

const progress = new Schema<ReportProgress>(
  {
    stage: { type: String, required: true, enum: reportStages },
    done: { type: Number, required: true },
    total: { type: Number, default: null },
  } satisfies Record<keyof ReportProgress, object>,
  { _id: false },
)
const file = new Schema<ReportFile>(
  {
    kind: { type: String, required: true, enum: reportFileKinds },
    name: text,
    mediaType: text,
    size: { type: Number, required: true },
    sha256: text,
  } satisfies Record<keyof ReportFile, object>,
  { _id: false },
)

const reportJobs = defineCollection<ReportJobRecord>()({
  name: 'reportJobs',
  schema: new Schema<ReportJobRecord>({
    _id: text,
    userId: text,
    from: text,
    to: text,
    asOf: text,
    language: text,
    size: text,
    state: { type: String, required: true, enum: reportJobStates },
    progress: { type: progress, default: null },
    error: { type: String, default: null },
    pages: { type: Number, default: null },
    files: { type: [file], required: true },
    createdAt: instant,
    heldUntil: instant,
    endedAt: { type: Date, default: null },
    expiresAt: instant,
    version: { type: Number, required: true },
  } satisfies Record<keyof ReportJobRecord, object>),
  indexes: { byUser: { fields: ['userId', 'createdAt'] }, byExpiry: { fields: ['expiresAt'] } },
  deletable: true,
})

const mostListed = 20

export type ReportJobStore = ReturnType<typeof createReportJobStore>

export function createReportJobStore(engine: Engine) {
  const collection = engine.collection(reportJobs)

  return {
    async find(id: string): Promise<ReportJob | null> {
      const record = await collection.get(id)
      return record && toJob(record)
    },

    /** What somebody asked for and is still kept, the latest first; at most twenty. */
    async listOf(userId: string): Promise<ReportJob[]> {
      const query = { index: 'byUser', equals: { userId }, order: 'desc', limit: mostListed } as const
      return (await collection.find(query)).items.map(toJob)
    },

    /** Throws AppError 'duplicate' when the id is taken. */
    async add({ id, error, ...rest }: ReportJob): Promise<void> {
      await collection.insert({ _id: id, error: error && JSON.stringify(error), version: 1, ...rest })
    },

    /** Changes one that is in the given state; null where it is gone or in another. */
    async changeIf(id: string, state: ReportJobState, patch: ReportJobPatch): Promise<ReportJob | null> {
      const { error, ...rest } = patch
      const set = { ...rest, ...(error !== undefined && { error: error && JSON.stringify(error) }) }
      const record = await collection.updateIf(id, { equals: { state } }, { set })
      return record && toJob(record)
    },

    /** Those that are kept no longer, the oldest first; at most so many. */
    async expired(now: Date, limit: number): Promise<ReportJob[]> {
      const range = { field: 'expiresAt', lte: now } as const
      return (await collection.find({ index: 'byExpiry', range, limit })).items.map(toJob)
    },

    async remove(id: string): Promise<void> {
      await collection.remove(id)
    },
  }
}

function toJob({ _id, from, to, asOf, error, version: _version, ...rest }: ReportJobRecord): ReportJob {
  return {
    id: _id,
    ...rest,
    from: calendarDate(from),
    to: calendarDate(to),
    asOf: calendarDate(asOf),
    error: error === null ? null : readError(error),
  }
}

/** Only this store writes this text. */
function readError(text: string): NonNullable<ReportJob['error']> {
  const error: NonNullable<ReportJob['error']> = JSON.parse(text)
  return error
}
