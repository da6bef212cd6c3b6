import { Schema } from 'mongoose'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestScope } from '../domain/permissions.ts'
import { isInScope } from '../domain/permissions.ts'
import type { FoldedFields } from '../domain/request/folded-fields.ts'
import { channels, eventTypes, evidenceKinds, roles, type RequestEvent } from '../domain/request/events.ts'
import { outcomes, requestKinds, requestStates, type RequestKind } from '../domain/request/states.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'
import { requestQuery, type RequestListQuery } from './request-query.ts'

/** A file that belongs to a request. The bytes are kept by their SHA-256. */
export interface RequestAttachment {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
  readonly addedAt: Date
  readonly addedBy: string
}

export interface InformationRequest extends FoldedFields {
  readonly id: string
  readonly reference: string
  /** Set for imported requests: the same row of the same log is the same request. */
  readonly importKey: string | null
  /** The request that another body referred here (LAIP 38); null where there was none. */
  readonly referredFrom: string | null
  readonly organisationId: string
  readonly institutionId: string
  readonly title: string
  readonly body: string
  readonly kind: RequestKind
  readonly channel: (typeof channels)[number]
  readonly published: boolean
  readonly events: readonly RequestEvent[]
  readonly attachments: readonly RequestAttachment[]
  readonly createdAt: Date
  readonly version: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
export type RequestRecord = Mutable<Omit<InformationRequest, 'id'>> & { _id: string }

const text = { type: String, required: true } as const
const day = { type: String, match: /^\d{4}-\d{2}-\d{2}$/, default: null } as const
const flag = { type: Boolean, required: true } as const
const instant = { type: Date, required: true } as const

const actorSchema = new Schema(
  {
    userId: text,
    role: { type: String, enum: roles, required: true },
    organisationId: String,
    institutionId: String,
  },
  { _id: false },
)
const evidenceSchema = new Schema(
  { kind: { type: String, enum: evidenceKinds, required: true }, sha256: String, note: String },
  { _id: false },
)
const eventSchema = new Schema(
  {
    id: text,
    type: { type: String, enum: eventTypes, required: true },
    occurredOn: { ...day, default: undefined, required: true },
    occurredAt: Date,
    recordedAt: instant,
    actor: { type: actorSchema, required: true },
    evidence: [evidenceSchema],
    data: { type: Schema.Types.Mixed, required: true },
    prev: { type: String, default: '' },
  },
  { _id: false, minimize: false },
)
const attachmentSchema = new Schema(
  {
    sha256: text,
    name: text,
    size: { type: Number, required: true },
    mediaType: text,
    addedAt: instant,
    addedBy: text,
  },
  { _id: false },
)

export const requestCollection = defineCollection<RequestRecord>()({
  name: 'requests',
  schema: new Schema({
    _id: text,
    reference: text,
    importKey: { type: String, default: null },
    referredFrom: { type: String, default: null },
    organisationId: text,
    institutionId: text,
    title: text,
    body: { type: String, default: '' },
    kind: { type: String, enum: requestKinds, required: true },
    channel: { type: String, enum: channels, required: true },
    published: flag,
    events: { type: [eventSchema], required: true },
    attachments: { type: [attachmentSchema], required: true },
    createdAt: instant,
    state: { type: String, enum: requestStates, required: true },
    outcome: { type: String, enum: [...outcomes, null], default: null },
    receivedOn: { ...day, required: true },
    dueOn: day,
    answeredOn: day,
    owed: flag,
    dutyDueOn: day,
    nextMarkOn: day,
    disputed: flag,
    caseNumber: { type: String, default: null },
    searchTerms: { type: [String], required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof RequestRecord, object>),
  indexes: {
    byReference: { fields: ['reference'], unique: true },
    byImportKey: { fields: ['importKey'], unique: true, sparse: true },
    byReceived: { fields: ['receivedOn'] },
    byOrganisation: { fields: ['organisationId', 'receivedOn'] },
    byInstitution: { fields: ['institutionId', 'receivedOn'] },
    byPublished: { fields: ['published', 'receivedOn'] },
    byDuty: { fields: ['owed', 'dutyDueOn'] },
    byOrganisationDuty: { fields: ['organisationId', 'owed', 'dutyDueOn'] },
    byInstitutionDuty: { fields: ['institutionId', 'owed', 'dutyDueOn'] },
    byNextMark: { fields: ['nextMarkOn'], sparse: true },
    byDue: { fields: ['dueOn'], sparse: true },
    byTerm: { fields: ['searchTerms'] },
    byOrganisationTerm: { fields: ['organisationId', 'searchTerms'] },
    byInstitutionTerm: { fields: ['institutionId', 'searchTerms'] },
  },
})

export type RequestStore = ReturnType<typeof createRequestStore>

export function createRequestStore(engine: Engine) {
  const collection = engine.collection(requestCollection)

  return {
    /** Null both for a request that is not there and for one outside the scope. */
    async find(id: string, scope: RequestScope): Promise<InformationRequest | null> {
      const record = await collection.get(id)
      return record && isInScope(record, scope) ? toRequest(record) : null
    },

    async findByReference(reference: string, scope: RequestScope): Promise<InformationRequest | null> {
      const { items } = await collection.find({ index: 'byReference', equals: { reference }, limit: 1 })
      const record = items[0]
      return record && isInScope(record, scope) ? toRequest(record) : null
    },

    async findByImportKey(importKey: string): Promise<InformationRequest | null> {
      const { items } = await collection.find({ index: 'byImportKey', equals: { importKey }, limit: 1 })
      return items[0] ? toRequest(items[0]) : null
    },

    /** Throws AppError 'duplicate' when the id, the reference or the import key is taken. */
    async add({ id, ...rest }: InformationRequest): Promise<void> {
      await collection.insert(toRecord(id, rest))
    },

    /** One durable batch; returns the ids that already existed, which are left as they were. */
    async addMany(requests: readonly InformationRequest[]): Promise<string[]> {
      return collection.insertMany(requests.map(({ id, ...rest }) => toRecord(id, rest)))
    },

    /**
     * Events and what follows from them move together in one write.
     * Throws AppError 'stale' when the request has changed since it was read.
     */
    async append(
      { id, version }: Pick<InformationRequest, 'id' | 'version'>,
      events: readonly RequestEvent[],
      folded: FoldedFields,
      attachments: readonly RequestAttachment[] = [],
    ): Promise<InformationRequest> {
      const set = { ...folded, searchTerms: [...folded.searchTerms] } satisfies Partial<RequestRecord>
      const record = await collection.update(id, version, {
        set,
        push: { events: [...events], attachments: [...attachments] },
      })
      if (!record) throw new AppError('stale', { id })
      return toRequest(record)
    },

    /** One page of a list; a page may be short of its limit and still have a next one. */
    async list(
      scope: RequestScope,
      query: RequestListQuery,
      page: { limit: number; after: Cursor | null; order?: 'asc' | 'desc' },
    ): Promise<Page<InformationRequest>> {
      const { items, next } = await collection.find({ ...requestQuery(scope, query), ...page })
      return { items: items.filter(record => isInScope(record, scope)).map(toRequest), next }
    },

    async count(scope: RequestScope, query: RequestListQuery, limit: number): Promise<number> {
      return collection.count(requestQuery(scope, query), { limit })
    },

    /** Those with something to write down by a day, the oldest mark first. */
    async *withMarksDue(day: CalendarDate): AsyncGenerator<InformationRequest> {
      const due = collection.stream({ index: 'byNextMark', range: { field: 'nextMarkOn', lte: day } })
      for await (const record of due) yield toRequest(record)
    },

    /** Those whose term to answer could hold a day: due on or after it. */
    async *dueFrom(day: CalendarDate): AsyncGenerator<InformationRequest> {
      for await (const record of collection.stream({ index: 'byDue', range: { field: 'dueOn', gte: day } })) {
        yield toRequest(record)
      }
    },

    /** Those of which something is owed. */
    async *owed(): AsyncGenerator<InformationRequest> {
      for await (const record of collection.stream({ index: 'byDuty', equals: { owed: true } }))
        yield toRequest(record)
    },

    /** Every request in the scope received up to a day, by day of receipt: what figures are folded from. */
    async *receivedUpTo(day: CalendarDate, scope: RequestScope): AsyncGenerator<InformationRequest> {
      const all = collection.stream(requestQuery(scope, { view: 'todas', to: day }))
      for await (const record of all) if (isInScope(record, scope)) yield toRequest(record)
    },
  }
}

function toRecord(
  id: string,
  { events, attachments, searchTerms, ...rest }: Omit<InformationRequest, 'id'>,
): RequestRecord {
  return {
    _id: id,
    ...rest,
    events: [...events],
    attachments: [...attachments],
    searchTerms: [...searchTerms],
  }
}

function toRequest({ _id, ...rest }: RequestRecord): InformationRequest {
  return { id: _id, ...rest }
}
