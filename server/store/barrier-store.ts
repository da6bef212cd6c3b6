import { Schema } from 'mongoose'
import { barrierKinds, type BarrierFact } from '../domain/barriers.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestScope } from '../domain/permissions.ts'
import { evidenceKinds, type Evidence } from '../domain/request/events.ts'
import { defineCollection, type Cursor, type Page, type QueryOn } from './collection.ts'
import type { Engine } from './engine.ts'

/** A file that shows what happened. The bytes are kept by their SHA-256. */
export interface BarrierFile {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

/** A barrier as an organisation recorded it. It is never changed and never deleted. */
export interface Barrier extends BarrierFact {
  /** Where: an office, a counter, an address on the web. */
  readonly place: string
  readonly note: string
  readonly evidence: Evidence['kind']
  readonly files: readonly BarrierFile[]
  readonly recordedAt: Date
  readonly recordedBy: string
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
type BarrierRecord = Mutable<Omit<Barrier, 'id'>> & { readonly _id: string; readonly version: number }

/** Which barriers a query may reach. Made by `barrierScopeOf`, never from input. */
export type BarrierScope = Extract<RequestScope, { kind: 'everything' | 'organisation' }>

export interface BarrierFilter {
  readonly requestId: string | null
  readonly institutionId: string | null
}

const text = { type: String, required: true } as const

const barriers = defineCollection<BarrierRecord>()({
  name: 'barriers',
  schema: new Schema<BarrierRecord>({
    _id: text,
    kind: { type: String, required: true, enum: barrierKinds },
    occurredOn: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
    organisationId: text,
    institutionId: text,
    requestId: { type: String, default: null },
    place: { type: String, default: '' },
    note: { type: String, default: '' },
    evidence: { type: String, required: true, enum: evidenceKinds },
    files: {
      type: [
        new Schema(
          { sha256: text, name: text, size: { type: Number, required: true }, mediaType: text },
          { _id: false },
        ),
      ],
      required: true,
    },
    recordedAt: { type: Date, required: true },
    recordedBy: text,
    version: { type: Number, required: true },
  } satisfies Record<keyof BarrierRecord, object>),
  indexes: {
    byDay: { fields: ['occurredOn'] },
    byOrganisation: { fields: ['organisationId', 'occurredOn'] },
    byInstitution: { fields: ['institutionId', 'occurredOn'] },
    byRequest: { fields: ['requestId', 'occurredOn'], sparse: true },
  },
})

export type BarrierStore = ReturnType<typeof createBarrierStore>

export function createBarrierStore(engine: Engine) {
  const collection = engine.collection(barriers)

  return {
    /** Throws AppError 'duplicate' when the id is taken. */
    async add({ id, files, ...rest }: Barrier): Promise<void> {
      await collection.insert({ _id: id, ...rest, files: [...files], version: 1 })
    },

    /** Null both for one that is not there and for one outside the scope. */
    async find(id: string, scope: BarrierScope): Promise<Barrier | null> {
      const record = await collection.get(id)
      return record && isWithin(record, scope) ? toBarrier(record) : null
    },

    /** The latest first; a page may be short of its limit and still have a next one. */
    async list(
      scope: BarrierScope,
      filter: BarrierFilter,
      page: { limit: number; after: Cursor | null },
    ): Promise<Page<Barrier>> {
      const { items, next } = await collection.find({ ...queryOf(scope, filter), order: 'desc', ...page })
      return { items: items.filter(each => isWithin(each, scope)).map(toBarrier), next }
    },

    /** Those of a period, the first day first: what indicator B1 is counted from. With an instant, as known then. */
    async *between(
      from: CalendarDate,
      to: CalendarDate,
      knownAt: Date | null = null,
    ): AsyncGenerator<BarrierFact> {
      const range = { field: 'occurredOn', gte: from, lte: to } as const
      for await (const record of collection.stream({ index: 'byDay', range })) {
        if (knownAt !== null && record.recordedAt > knownAt) continue
        const { id, kind, occurredOn, organisationId, institutionId, requestId } = toBarrier(record)
        yield { id, kind, occurredOn, organisationId, institutionId, requestId }
      }
    },
  }
}

function queryOf(
  scope: BarrierScope,
  { requestId, institutionId }: BarrierFilter,
): QueryOn<BarrierRecord, (typeof barriers)['indexes']> {
  if (requestId !== null) return { index: 'byRequest', equals: { requestId } }
  if (institutionId !== null) return { index: 'byInstitution', equals: { institutionId } }
  if (scope.kind === 'everything') return { index: 'byDay' }
  return { index: 'byOrganisation', equals: { organisationId: scope.organisationId } }
}

function isWithin({ organisationId }: BarrierRecord, scope: BarrierScope): boolean {
  return scope.kind === 'everything' || organisationId === scope.organisationId
}

function toBarrier({ _id, version: _version, ...rest }: BarrierRecord): Barrier {
  return { id: _id, ...rest }
}
