import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'

export const institutionKinds = [
  'ministerio',
  'secretaria',
  'comision',
  'descentralizada',
  'municipalidad',
  'otra',
] as const

/** A body that owes information (sujeto obligado). Ids are slugs and never change; a body is never deleted. */
export interface Institution {
  readonly id: string
  readonly name: string
  readonly acronym: string
  readonly kind: (typeof institutionKinds)[number]
  /** Whether 15 August is a day off there. */
  readonly inCapital: boolean
  /** Minutes after midnight at which the office closes, where its unit applies a cut-off; else null. */
  readonly cutoffMinutes: number | null
  /** Office hours as published, for people; null where not known. */
  readonly hours: string | null
  /** How people reach its information unit; null where nothing is known. An office's, never a person's. */
  readonly contact: UnitContact | null
  /** Other names found in logs, folded: what an import recognises it by. */
  readonly aliases: readonly string[]
  readonly active: boolean
  readonly version: number
}

/** Each null where it is not known. */
export interface UnitContact {
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
}

/** What its terms are counted by, besides the acuerdos. */
export type OfficeHours = Pick<Institution, 'inCapital' | 'cutoffMinutes'>

/** A change of an office's hours of which some histories may not say yet what it moved. */
export interface OfficeChange {
  readonly id: string
  readonly changedAt: Date
  readonly before: OfficeHours
  readonly after: OfficeHours
}

interface InstitutionRecord extends Omit<Institution, 'id'> {
  readonly _id: string
  /** Oldest first; written together with the change itself, so that no crash comes between. */
  readonly officeChanges: readonly OfficeChange[]
}

const text = { type: String, required: true } as const

const contactSchema = new Schema<UnitContact>(
  {
    address: { type: String, default: null },
    phone: { type: String, default: null },
    email: { type: String, default: null },
    website: { type: String, default: null },
  } satisfies Record<keyof UnitContact, object>,
  { _id: false },
)

const hoursSchema = new Schema<OfficeHours>(
  { inCapital: { type: Boolean, required: true }, cutoffMinutes: { type: Number, default: null } },
  { _id: false },
)
const officeChangeSchema = new Schema<OfficeChange>(
  {
    id: text,
    changedAt: { type: Date, required: true },
    before: { type: hoursSchema, required: true },
    after: { type: hoursSchema, required: true },
  } satisfies Record<keyof OfficeChange, object>,
  { _id: false },
)

const institutions = defineCollection<InstitutionRecord>()({
  name: 'institutions',
  schema: new Schema<InstitutionRecord>({
    _id: text,
    name: text,
    acronym: text,
    kind: { type: String, required: true, enum: institutionKinds },
    inCapital: { type: Boolean, required: true },
    cutoffMinutes: { type: Number, default: null, min: 0, max: 1439 },
    hours: { type: String, default: null },
    contact: { type: contactSchema, default: null },
    aliases: { type: [String], required: true },
    officeChanges: { type: [officeChangeSchema], default: [] },
    active: { type: Boolean, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof InstitutionRecord, object>),
  indexes: {
    byName: { fields: ['name'], unique: true },
    byAlias: { fields: ['aliases'] },
  },
})

export type InstitutionStore = ReturnType<typeof createInstitutionStore>

export function createInstitutionStore(engine: Engine) {
  const collection = engine.collection(institutions)

  return {
    async find(id: string): Promise<Institution | null> {
      const record = await collection.get(id)
      return record && toInstitution(record)
    },

    async findMany(ids: readonly string[]): Promise<Institution[]> {
      return (await collection.getMany([...new Set(ids)])).map(toInstitution)
    },

    /** @param alias folded, as by `foldName`. */
    async findByAlias(alias: string): Promise<Institution | null> {
      const { items } = await collection.find({ index: 'byAlias', equals: { aliases: alias }, limit: 1 })
      return items[0] ? toInstitution(items[0]) : null
    },

    /** Throws AppError 'duplicate' when the id or the name is taken. */
    async add({ id, ...rest }: Institution): Promise<void> {
      await collection.insert({ _id: id, ...rest, officeChanges: [] })
    },

    /** Those that exist already are left as they are. */
    async addMissing(given: readonly Institution[]): Promise<void> {
      await collection.insertMany(given.map(({ id, ...rest }) => ({ _id: id, ...rest, officeChanges: [] })))
    },

    /**
     * @param officeChange kept with it until `settleChange`. Throws AppError 'stale' when it is no longer at
     * that version.
     */
    async change(
      id: string,
      version: number,
      change: Partial<Omit<Institution, 'id' | 'version'>>,
      officeChange: OfficeChange | null = null,
    ): Promise<Institution> {
      const officeChanges = officeChange && [...changesOf(await collection.get(id)), officeChange]
      const record = await collection.update(id, version, {
        set: { ...change, ...(officeChanges && { officeChanges }) },
      })
      if (!record) throw new AppError('stale', { id })
      return toInstitution(record)
    },

    /** With the changes of its hours that are still to be told, oldest first. */
    async findWithChanges(id: string) {
      const record = await collection.get(id)
      return record && { institution: toInstitution(record), changes: changesOf(record) }
    },

    /** Ids of those with changes of their hours that are still to be told. */
    async withChanges(): Promise<string[]> {
      const ids: string[] = []
      for await (const record of collection.stream({ index: 'byName' })) {
        if (changesOf(record).length > 0) ids.push(record._id)
      }
      return ids
    },

    /** Every history says what it moved. Where somebody changes the register at the same time it stays for the next. */
    async settleChange(id: string, changeId: string): Promise<void> {
      const record = await collection.get(id)
      const left = changesOf(record).filter(change => change.id !== changeId)
      if (record && left.length < changesOf(record).length)
        await collection.update(id, record.version, { set: { officeChanges: left } })
    },

    async list(page: { limit: number; after: Cursor | null }): Promise<Page<Institution>> {
      const { items, next } = await collection.find({ index: 'byName', ...page })
      return { items: items.map(toInstitution), next }
    },

    async *all(): AsyncGenerator<Institution> {
      for await (const record of collection.stream({ index: 'byName' })) yield toInstitution(record)
    },
  }
}

/** Records that were kept before these were have none. */
function changesOf(record: InstitutionRecord | null): readonly OfficeChange[] {
  return record?.officeChanges ?? []
}

/** Records that were kept before contacts were have none. */
function toInstitution(record: InstitutionRecord): Institution {
  const known = made.get(record)
  if (known) return known
  const { _id, officeChanges: _changes, ...rest } = record
  const institution = { id: _id, ...rest, contact: rest.contact ?? null }
  made.set(record, institution)
  return institution
}

/** Made once for each record as it is read: what the engine keeps, it hands out again. */
const made = new WeakMap<InstitutionRecord, Institution>()
