import { Schema } from 'mongoose'
import { noticeChoices, type NoticeChoice } from '../domain/notice-preferences.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

interface PreferenceRecord {
  readonly _id: string
  readonly declined: NoticeChoice[]
  readonly version: number
}

const preferences = defineCollection<PreferenceRecord>()({
  name: 'preferences',
  schema: new Schema<PreferenceRecord>({
    _id: { type: String, required: true },
    declined: { type: [{ type: String, enum: noticeChoices }], required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof PreferenceRecord, object>),
  indexes: {},
})

export type PreferenceStore = ReturnType<typeof createPreferenceStore>

/** What each person has chosen not to be told; who has chosen nothing is told everything. */
export function createPreferenceStore(engine: Engine) {
  const collection = engine.collection(preferences)

  return {
    async declinedBy(userId: string): Promise<readonly NoticeChoice[]> {
      return (await collection.get(userId))?.declined ?? []
    },

    async save(userId: string, declined: readonly NoticeChoice[]): Promise<void> {
      const set = { declined: [...declined] }
      if (await collection.updateIf(userId, {}, { set })) return
      const existing = await collection.insertMany([{ _id: userId, version: 1, ...set }])
      if (existing.length > 0) await collection.updateIf(userId, {}, { set })
    },
  }
}
