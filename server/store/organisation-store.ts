import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'

/** A civil organisation that logs its requests. */
export interface Organisation {
  readonly id: string
  readonly name: string
  /** The name folded: what an import recognises it by; unique. */
  readonly foldedName: string
  readonly active: boolean
  readonly version: number
}

interface OrganisationRecord extends Omit<Organisation, 'id'> {
  readonly _id: string
}

const text = { type: String, required: true } as const

const organisations = defineCollection<OrganisationRecord>()({
  name: 'organisations',
  schema: new Schema<OrganisationRecord>({
    _id: text,
    name: text,
    foldedName: text,
    active: { type: Boolean, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof OrganisationRecord, object>),
  indexes: { byFoldedName: { fields: ['foldedName'], unique: true } },
})

export type OrganisationStore = ReturnType<typeof createOrganisationStore>

export function createOrganisationStore(engine: Engine) {
  const collection = engine.collection(organisations)

  return {
    async find(id: string): Promise<Organisation | null> {
      const record = await collection.get(id)
      return record && toOrganisation(record)
    },

    async findMany(ids: readonly string[]): Promise<Organisation[]> {
      return (await collection.getMany([...new Set(ids)])).map(toOrganisation)
    },

    /** @param foldedName as by `foldName`. */
    async findByName(foldedName: string): Promise<Organisation | null> {
      const { items } = await collection.find({ index: 'byFoldedName', equals: { foldedName }, limit: 1 })
      return items[0] ? toOrganisation(items[0]) : null
    },

    /** Throws AppError 'duplicate' when the id or the name is taken. */
    async add({ id, ...rest }: Organisation): Promise<void> {
      await collection.insert({ _id: id, ...rest })
    },

    async addMissing(given: readonly Organisation[]): Promise<void> {
      await collection.insertMany(given.map(({ id, ...rest }) => ({ _id: id, ...rest })))
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async change(
      id: string,
      version: number,
      change: Partial<Omit<Organisation, 'id' | 'version'>>,
    ): Promise<Organisation> {
      const record = await collection.update(id, version, { set: change })
      if (!record) throw new AppError('stale', { id })
      return toOrganisation(record)
    },

    async list(page: { limit: number; after: Cursor | null }): Promise<Page<Organisation>> {
      const { items, next } = await collection.find({ index: 'byFoldedName', ...page })
      return { items: items.map(toOrganisation), next }
    },

    async *all(): AsyncGenerator<Organisation> {
      for await (const record of collection.stream({ index: 'byFoldedName' })) yield toOrganisation(record)
    },
  }
}

function toOrganisation({ _id, ...rest }: OrganisationRecord): Organisation {
  return { id: _id, ...rest }
}
