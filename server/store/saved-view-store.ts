import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

export const viewMails = ['never', 'daily', 'weekly'] as const

export type ViewMail = (typeof viewMails)[number]

/** A list that somebody goes back to: a name and the list's address. */
export interface SavedView {
  readonly id: string
  readonly userId: string
  readonly name: string
  /** As `canonicalAddress`: 'vista=vencidas&institucion=mem'; '' is every request. */
  readonly query: string
  /** How often its owner is told that something is in it. */
  readonly mail: ViewMail
  /** SHA-256 (hex) of the token in its calendar's address; null where it has none. */
  readonly feedHash: string | null
  readonly createdAt: Date
  readonly version: number
}

interface SavedViewRecord extends Omit<SavedView, 'id'> {
  readonly _id: string
}

const text = { type: String, required: true } as const

const savedViews = defineCollection<SavedViewRecord>()({
  name: 'savedViews',
  schema: new Schema<SavedViewRecord>({
    _id: text,
    userId: text,
    name: text,
    query: { type: String, default: '' },
    mail: { type: String, required: true, enum: viewMails },
    feedHash: { type: String, default: null },
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof SavedViewRecord, object>),
  indexes: {
    byUser: { fields: ['userId', 'createdAt'] },
    byMail: { fields: ['mail', 'userId'] },
    byFeed: { fields: ['feedHash'], unique: true, sparse: true },
  },
  deletable: true,
})

export type SavedViewStore = ReturnType<typeof createSavedViewStore>

export function createSavedViewStore(engine: Engine) {
  const collection = engine.collection(savedViews)

  return {
    /** Throws AppError 'duplicate' when the id is taken. */
    async add({ id, ...rest }: SavedView): Promise<void> {
      await collection.insert({ _id: id, ...rest })
    },

    /** Null both for one that is not there and for another person's. */
    async find(id: string, userId: string): Promise<SavedView | null> {
      const record = await collection.get(id)
      return record?.userId === userId ? toView(record) : null
    },

    async findByFeed(feedHash: string): Promise<SavedView | null> {
      const { items } = await collection.find({ index: 'byFeed', equals: { feedHash }, limit: 1 })
      return items[0] ? toView(items[0]) : null
    },

    /** A person's own, the first one saved first. */
    async list(userId: string, limit: number): Promise<SavedView[]> {
      const { items } = await collection.find({ index: 'byUser', equals: { userId }, limit })
      return items.map(toView)
    },

    /** Those whose owners are told of them, one owner after another. */
    async *toldOf(mail: Exclude<ViewMail, 'never'>): AsyncGenerator<SavedView> {
      for await (const record of collection.stream({ index: 'byMail', equals: { mail } }))
        yield toView(record)
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async change(
      { id, version }: Pick<SavedView, 'id' | 'version'>,
      change: Partial<Pick<SavedView, 'name' | 'mail' | 'feedHash'>>,
    ): Promise<SavedView> {
      const record = await collection.update(id, version, { set: change })
      if (!record) throw new AppError('stale', { id })
      return toView(record)
    },

    async remove(id: string): Promise<boolean> {
      return collection.remove(id)
    },
  }
}

function toView({ _id, ...rest }: SavedViewRecord): SavedView {
  return { id: _id, ...rest }
}
