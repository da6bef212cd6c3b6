import { Schema } from 'mongoose'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestScope } from '../domain/permissions.ts'
import { isInScope } from '../domain/permissions.ts'
import type { FoldedFields } from '../domain/request/folded-fields.ts'
import { channels, eventTypes, evidenceKinds, roles, type RequestEvent } from '../domain/request/events.ts'
import { isFinal, outcomes, requestKinds, requestStates, type RequestKind } from '../domain/request/states.ts'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'
import { historyFrom, requestFrom } from './request-from-record.ts'
import { requestPages } from './request-pages.ts'
import { changedIn, owedFrom, toRecord } from './request-to-record.ts'
import { requestQuery, type RequestListQuery, type RequestQuery } from './request-query.ts'

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

/** Who asked whom, and all that happened since. */
export type RequestHistory = Pick<InformationRequest, (typeof historyFields)[number]> & {
  readonly id: string
}

/** What figures are folded from. */
export const historyFields = [
  'reference',
  'organisationId',
  'institutionId',
  'published',
  'receivedOn',
  'events',
] as const satisfies readonly (keyof InformationRequest)[]

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
export type RequestRecord = Mutable<Omit<InformationRequest, 'id'>> & {
  _id: string
  /**
   * What the world sees as the version: it grows with each change of the record, while the port's own also
   * grows when the jobs tick off what they have told, which must not make anybody's form stale.
   */
  revision: number
  /** True while there are events of which nobody has been told; else null, which the index leaves out. */
  noticesOwed: boolean | null
  /** So many events, from the first, have their notices in the outbox. */
  noticed: number
  /** True from a referral until its case at the receiving body is there; else null, which the index leaves out. */
  linkOwed: boolean | null
  /** True until the roll-ups count it as it now is; else null, which the index leaves out. */
  rollUpOwed: boolean | null
  /** Days of receipt that it was corrected from since: the roll-ups may count it there. */
  rollUpMovedFrom: CalendarDate[]
}

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
    remindOn: day,
    disputed: flag,
    contestedOn: day,
    caseNumber: { type: String, default: null },
    searchTerms: { type: [String], required: true },
    revision: { type: Number, required: true },
    noticesOwed: { type: Boolean, default: null },
    noticed: { type: Number, required: true },
    linkOwed: { type: Boolean, default: null },
    rollUpOwed: { type: Boolean, default: null },
    rollUpMovedFrom: { type: [String], default: [] },
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
    byPublishedDuty: { fields: ['published', 'owed', 'dutyDueOn'] },
    byNextMark: { fields: ['nextMarkOn'], sparse: true },
    byReminder: { fields: ['remindOn'], sparse: true },
    byNoticesOwed: { fields: ['noticesOwed'], sparse: true },
    byLinkOwed: { fields: ['linkOwed'], sparse: true },
    byRollUpOwed: { fields: ['rollUpOwed'], sparse: true },
    byDue: { fields: ['dueOn'], sparse: true },
    byState: { fields: ['state', 'dutyDueOn'] },
    byStateReceived: { fields: ['state', 'receivedOn'] },
    byContested: { fields: ['contestedOn'], sparse: true },
    byTerm: { fields: ['searchTerms'] },
    byOrganisationTerm: { fields: ['organisationId', 'searchTerms'] },
    byInstitutionTerm: { fields: ['institutionId', 'searchTerms'] },
    byPublishedTerm: { fields: ['published', 'searchTerms'] },
  },
})

export type RequestStore = ReturnType<typeof createRequestStore>

export function createRequestStore(engine: Engine) {
  const collection = engine.collection(requestCollection)

  async function* requestsIn(query: RequestQuery): AsyncGenerator<InformationRequest> {
    for await (const record of collection.stream(query)) yield requestFrom(record)
  }

  return {
    ...requestPages(collection),

    /** Null both for a request that is not there and for one outside the scope. */
    async find(id: string, scope: RequestScope): Promise<InformationRequest | null> {
      const record = await collection.get(id)
      return record && isInScope(record, scope) ? requestFrom(record) : null
    },

    async findByReference(reference: string, scope: RequestScope): Promise<InformationRequest | null> {
      const { items } = await collection.find({ index: 'byReference', equals: { reference }, limit: 1 })
      const record = items[0]
      return record && isInScope(record, scope) ? requestFrom(record) : null
    },

    async findByImportKey(importKey: string): Promise<InformationRequest | null> {
      const { items } = await collection.find({ index: 'byImportKey', equals: { importKey }, limit: 1 })
      return items[0] ? requestFrom(items[0]) : null
    },

    /** Both sides are told of it. Throws AppError 'duplicate' when the id, the reference or the import key is taken. */
    async add(request: InformationRequest): Promise<void> {
      await collection.insert(toRecord(request, { isNews: true }))
    },

    /** As `add`, for one that may have been added before by the same try; it is then left as it was. */
    async addOnce(request: InformationRequest): Promise<void> {
      await collection.insertMany([toRecord(request, { isNews: true })])
    },

    /**
     * One durable batch of requests that were kept elsewhere until now: nobody is told of what they say.
     * Returns the ids that already existed, which are left as they were.
     * @param rollUpOwed false leaves them to a count of all requests, which whoever adds very many asks for.
     */
    async addMany(
      requests: readonly InformationRequest[],
      { rollUpOwed = true }: { readonly rollUpOwed?: boolean } = {},
    ): Promise<string[]> {
      const records = requests.map(request => toRecord(request, { isNews: false }))
      return collection.insertMany(
        rollUpOwed ? records : records.map(record => ({ ...record, rollUpOwed: null })),
      )
    },

    /**
     * Events and what follows from them move together in one write.
     * @param request as it was read. Throws AppError 'stale' when it has changed since.
     */
    async append(
      request: InformationRequest,
      events: readonly RequestEvent[],
      folded: FoldedFields,
      attachments: readonly RequestAttachment[] = [],
    ): Promise<InformationRequest> {
      const { id, version } = request
      const { searchTerms, ...fields } = changedIn(folded, request)
      const set = {
        ...fields,
        ...(searchTerms && { searchTerms: [...searchTerms] }),
        ...owedFrom(events),
      } satisfies Partial<RequestRecord>
      const push = {
        ...(events.length > 0 && { events: [...events] }),
        ...(attachments.length > 0 && { attachments: [...attachments] }),
        ...(fields.receivedOn && { rollUpMovedFrom: [request.receivedOn] }),
      }
      const change = { set, push, increment: { revision: 1 } }
      const record = await collection.updateIf(id, { equals: { revision: version } }, change)
      if (!record) throw new AppError('stale', { id })
      return requestFrom(record)
    },

    async count(scope: RequestScope, query: RequestListQuery, limit: number): Promise<number> {
      return collection.count(requestQuery(scope, query), { limit })
    },

    /** Those with something to write down by a day, the oldest mark first. */
    withMarksDue: (day: CalendarDate) =>
      requestsIn({ index: 'byNextMark', range: { field: 'nextMarkOn', lte: day } }),

    /** Whether the state of any request may be another by a day than at its last write. */
    async hasMarksDue(day: CalendarDate): Promise<boolean> {
      const due = { index: 'byNextMark', range: { field: 'nextMarkOn', lte: day } } as const
      const { items } = await collection.find({ ...due, limit: 1, projection: ['nextMarkOn'] })
      return items.length > 0
    },

    /** Those with a term of whose end somebody is to be reminded from a day within these two on. */
    withRemindersDue: (from: CalendarDate, to: CalendarDate) =>
      requestsIn({ index: 'byReminder', range: { field: 'remindOn', gte: from, lte: to } }),

    /** Those with events of which nobody has been told, and how many, from the first, have been. */
    async *withNoticesOwed(): AsyncGenerator<{ request: InformationRequest; noticed: number }> {
      const owed = collection.stream({ index: 'byNoticesOwed', equals: { noticesOwed: true } })
      for await (const record of owed) yield { request: requestFrom(record), noticed: record.noticed }
    },

    /** Ticks off the events that a request had when it was read; false when it has changed since. */
    async markNoticed({ id, version, events }: InformationRequest): Promise<boolean> {
      const change = { set: { noticesOwed: null, noticed: events.length } }
      return (await collection.updateIf(id, { equals: { revision: version } }, change)) !== null
    },

    /** Those that were referred and whose case at the receiving body may not be there. */
    withLinkOwed: () => requestsIn({ index: 'byLinkOwed', equals: { linkOwed: true } }),

    async markLinked(id: string): Promise<void> {
      await collection.updateIf(id, { equals: { linkOwed: true } }, { set: { linkOwed: null } })
    },

    /** In a state from which something may follow yet, as of the day of the last write. */
    async *unfinished(): AsyncGenerator<InformationRequest> {
      for (const state of requestStates.filter(state => !isFinal(state)))
        yield* requestsIn({ index: 'byState', equals: { state } })
    },

    /** Those whose term to answer could hold a day: due on or after it. */
    idsDueFrom: (day: CalendarDate) =>
      collection.ids({ index: 'byDue', range: { field: 'dueOn', gte: day } }),

    /** Those of which time has still to write something down: a term that will be broken, or the closing. */
    idsWithMarks: () => collection.ids({ index: 'byNextMark' }),

    idsReceivedFrom: (day: CalendarDate) =>
      collection.ids({ index: 'byReceived', range: { field: 'receivedOn', gte: day } }),

    idsOwed: () => collection.ids({ index: 'byDuty', equals: { owed: true } }),

    ofInstitution: (institutionId: string) =>
      requestsIn({ index: 'byInstitution', equals: { institutionId } }),

    /** Those of which something is owed. */
    owed: () => requestsIn({ index: 'byDuty', equals: { owed: true } }),

    /** Of every request in the scope received up to a day, by day of receipt, what figures are folded from. */
    async *historiesUpTo(day: CalendarDate, scope: RequestScope): AsyncGenerator<RequestHistory> {
      const query = requestQuery(scope, { view: 'todas', to: day })
      for await (const record of collection.stream({ ...query, projection: historyFields })) {
        if (isInScope(record, scope)) yield historyFrom(record)
      }
    },
  }
}
