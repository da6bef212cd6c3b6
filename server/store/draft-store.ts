import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

/** A form that somebody put away to finish later: theirs alone, and no part of any request. */
export interface Draft {
  readonly id: string
  readonly userId: string
  /** What its author calls it: the first thing typed. */
  readonly title: string
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly savedAt: Date
}

interface DraftRecord {
  readonly _id: string
  readonly userId: string
  readonly title: string
  /** JSON: names of fields are no names of ours. */
  readonly values: string
  readonly savedAt: Date
  readonly version: number
}

const text = { type: String, required: true } as const

const drafts = defineCollection<DraftRecord>()({
  name: 'drafts',
  schema: new Schema<DraftRecord>({
    _id: text,
    userId: text,
    title: { type: String, default: '' },
    values: text,
    savedAt: { type: Date, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof DraftRecord, object>),
  indexes: { byUser: { fields: ['userId', 'savedAt'] }, bySaving: { fields: ['savedAt'] } },
  deletable: true,
})

export type DraftStore = ReturnType<typeof createDraftStore>

export function createDraftStore(engine: Engine) {
  const collection = engine.collection(drafts)

  return {
    /** Writes it over what the same person put away under the same id. Throws AppError 'not-found' for another's. */
    async save({ id, userId, title, values, savedAt }: Draft): Promise<void> {
      if (!isId(id)) throw new AppError('not-found', { id })
      const kept = { title, values: JSON.stringify(values), savedAt }
      const existing = await collection.insertMany([{ _id: id, userId, ...kept, version: 1 }])
      if (existing.length === 0) return
      const changed = await collection.updateIf(id, { equals: { userId } }, { set: kept })
      if (!changed) throw new AppError('not-found', { id })
    },

    /** Null both for one that is not there and for another person's. */
    async find(id: string, userId: string): Promise<Draft | null> {
      if (!isId(id)) return null
      const record = await collection.get(id)
      return record?.userId === userId ? toDraft(record) : null
    },

    /** A person's own, the latest first. */
    async list(userId: string, limit: number): Promise<Draft[]> {
      const { items } = await collection.find({ index: 'byUser', equals: { userId }, order: 'desc', limit })
      return items.map(toDraft)
    },

    /** Those that nobody has saved since. Returns how many there were. */
    async removeSavedBefore(instant: Date): Promise<number> {
      return collection.removeWhere({ index: 'bySaving', range: { field: 'savedAt', lt: instant } })
    },

    /** False when there was none of that id of that person. */
    async remove(id: string, userId: string): Promise<boolean> {
      if (!isId(id)) return false
      const record = await collection.get(id)
      return record?.userId === userId ? collection.remove(id) : false
    },
  }
}

/** Ids come back in forms and addresses, where anything may stand. */
function isId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id)
}

function toDraft({ _id, version: _version, values, ...rest }: DraftRecord): Draft {
  return { id: _id, ...rest, values: valuesIn(values) }
}

/** Only `save` writes this text. */
function valuesIn(text: string): Draft['values'] {
  const values: Draft['values'] = JSON.parse(text)
  return values
}
