import { Schema } from 'mongoose'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

/** A copy of another store into this one, while it is not complete. */
export interface UnfinishedCopy {
  /** Where the original is, as `Engine.describe` names it. */
  readonly from: string
  /** The collection it has got to, null before the first, and the last id of it that is surely here. */
  readonly reached: string | null
  readonly lastId: string | null
}

interface CopyRecord extends UnfinishedCopy {
  readonly _id: string
  readonly version: number
}

export const copies = defineCollection<CopyRecord>()({
  name: 'copies',
  schema: new Schema<CopyRecord>({
    _id: { type: String, required: true },
    from: { type: String, required: true },
    reached: { type: String, default: null },
    lastId: { type: String, default: null },
    version: { type: Number, required: true },
  } satisfies Record<keyof CopyRecord, object>),
  indexes: {},
  deletable: true,
})

export type CopyStore = ReturnType<typeof createCopyStore>

const only = 'copy'

/** At most one mark: a store is a copy in the making, or it is whole. */
export function createCopyStore(engine: Engine) {
  const collection = engine.collection(copies)

  return {
    async unfinished(): Promise<UnfinishedCopy | null> {
      return collection.get(only)
    },

    async begin(from: string): Promise<void> {
      await collection.insert({ _id: only, from, reached: null, lastId: null, version: 1 })
    },

    async advance(at: { reached: string; lastId: string | null }): Promise<void> {
      await collection.updateIf(only, {}, { set: at })
    },

    async end(): Promise<void> {
      await collection.remove(only)
    },
  }
}
