import { Schema } from 'mongoose'
import { calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import {
  editionStates,
  type EditionChange,
  type EditionState,
  type Invitation,
} from '../domain/editions/edition.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'

export const editionFileKinds = [
  ...(['pdf_es', 'pdf_en', 'figures', 'cases'] as const),
  ...(['summary_es', 'summary_en', 'page_es', 'page_en'] as const),
] as const

/** A file of a published edition, kept under its hash for good. */
export interface EditionFile {
  readonly kind: (typeof editionFileKinds)[number]
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

export interface Edition {
  readonly id: string
  /** Such as 'A4-2026-1': printed on it, and unique. */
  readonly code: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The cut-off day: with it, the same data give the same report. */
  readonly asOf: CalendarDate
  readonly state: EditionState
  readonly openedOn: CalendarDate | null
  readonly invitations: readonly Invitation[]
  /** The institutions' pages as they were shown when the term to reply began. */
  readonly pagesSha256: string | null
  /** The id of the edition that this one corrects. */
  readonly supersedes: string | null
  readonly supersededBy: string | null
  readonly changes: readonly EditionChange[]
  readonly files: readonly EditionFile[]
  readonly publishedAt: Date | null
  /** It prints what was known at this instant, with the registers as they were kept then. */
  readonly knownAt: Date | null
  readonly registerSha256: string | null
  /** The public address that its files lead to, as it was then; null where there was none. */
  readonly site: string | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly version: number
}

export type EditionPatch = Partial<Omit<Edition, 'id' | 'code' | 'version' | 'createdAt' | 'createdBy'>>

interface EditionRecord extends Omit<Edition, 'id' | 'from' | 'to' | 'asOf' | 'openedOn' | 'invitations'> {
  readonly _id: string
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly openedOn: string | null
  readonly invitations: readonly { readonly institutionId: string; readonly until: string }[]
}

const text = { type: String, required: true } as const
const maybeText = { type: String, default: null } as const

const invitation = new Schema<Invitation>({ institutionId: text, until: text }, { _id: false })
const change = new Schema<EditionChange>({ what: text, why: text }, { _id: false })
const file = new Schema<EditionFile>(
  {
    kind: { type: String, required: true, enum: editionFileKinds },
    name: text,
    mediaType: text,
    sha256: text,
    size: { type: Number, required: true },
  } satisfies Record<keyof EditionFile, object>,
  { _id: false },
)

const editions = defineCollection<EditionRecord>()({
  name: 'editions',
  schema: new Schema<EditionRecord>({
    _id: text,
    code: text,
    from: text,
    to: text,
    asOf: text,
    state: { type: String, required: true, enum: editionStates },
    openedOn: maybeText,
    invitations: { type: [invitation], required: true },
    pagesSha256: maybeText,
    supersedes: maybeText,
    supersededBy: maybeText,
    changes: { type: [change], required: true },
    files: { type: [file], required: true },
    publishedAt: { type: Date, default: null },
    knownAt: { type: Date, default: null },
    registerSha256: maybeText,
    site: maybeText,
    createdAt: { type: Date, required: true },
    createdBy: text,
    version: { type: Number, required: true },
  } satisfies Record<keyof EditionRecord, object>),
  indexes: {
    byCode: { fields: ['code'], unique: true },
    byCreation: { fields: ['createdAt'] },
    byState: { fields: ['state', 'createdAt'] },
    byPublication: { fields: ['publishedAt'], sparse: true },
    byFile: { fields: ['files.sha256'] },
    // A published edition is corrected by one other: two would each claim to be the right one.
    bySuperseded: { fields: ['supersedes'], unique: true, sparse: true },
  },
})

export type EditionStore = ReturnType<typeof createEditionStore>

export function createEditionStore(engine: Engine) {
  const collection = engine.collection(editions)

  return {
    async find(id: string): Promise<Edition | null> {
      const record = await collection.get(id)
      return record && toEdition(record)
    },

    async findByCode(code: string): Promise<Edition | null> {
      const { items } = await collection.find({ index: 'byCode', equals: { code }, limit: 1 })
      return items[0] ? toEdition(items[0]) : null
    },

    /** Throws AppError 'duplicate' when the id or code is taken, or the edition it corrects has its correction. */
    async add({ id, ...rest }: Edition): Promise<void> {
      await collection.insert({ _id: id, ...rest })
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async change(id: string, version: number, set: EditionPatch): Promise<Edition> {
      const record = await collection.update(id, version, { set })
      if (!record) throw new AppError('stale', { id })
      return toEdition(record)
    },

    async ofCode(code: string): Promise<Edition | null> {
      const { items } = await collection.find({ index: 'byCode', equals: { code }, limit: 1 })
      return items[0] ? toEdition(items[0]) : null
    },

    /** All, the latest made first. */
    async list(page: { limit: number; after: Cursor | null }): Promise<Page<Edition>> {
      const { items, next } = await collection.find({ index: 'byCreation', order: 'desc', ...page })
      return { items: items.map(toEdition), next }
    },

    /** Those that were published, superseded ones among them, the latest first. */
    async published(page: { limit: number; after: Cursor | null }): Promise<Page<Edition>> {
      const range = { field: 'publishedAt', gte: new Date(0) } as const
      const { items, next } = await collection.find({
        ...{ index: 'byPublication', range, order: 'desc' },
        ...page,
      })
      return { items: items.map(toEdition), next }
    },

    /** Those whose term to reply has begun and that are not published yet. */
    async inReply(): Promise<Edition[]> {
      const found: Edition[] = []
      for await (const record of collection.stream({ index: 'byState', equals: { state: 'in_reply' } }))
        found.push(toEdition(record))
      return found
    },

    /** The published editions that a file with this hash belongs to. */
    async ofFile(sha256: string): Promise<Edition[]> {
      const { items } = await collection.find({
        ...{ index: 'byFile', equals: { 'files.sha256': sha256 }, limit: 20 },
      })
      return items.map(toEdition)
    },

    /** The edition that corrects another, whatever its state. */
    async correcting(id: string): Promise<Edition | null> {
      const { items } = await collection.find({ index: 'bySuperseded', equals: { supersedes: id }, limit: 1 })
      return items[0] ? toEdition(items[0]) : null
    },
  }
}

function toEdition({ _id, from, to, asOf, openedOn, invitations, ...rest }: EditionRecord): Edition {
  return {
    id: _id,
    ...rest,
    // Records that were kept before these were have none.
    ...{
      knownAt: rest.knownAt ?? null,
      registerSha256: rest.registerSha256 ?? null,
      site: rest.site ?? null,
    },
    from: calendarDate(from),
    to: calendarDate(to),
    asOf: calendarDate(asOf),
    openedOn: openedOn === null ? null : calendarDate(openedOn),
    invitations: invitations.map(({ institutionId, until }) => ({
      institutionId,
      until: calendarDate(until),
    })),
  }
}
