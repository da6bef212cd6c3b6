import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

interface SettingRecord {
  readonly _id: string
  readonly value: string
  readonly version: number
}

const settings = defineCollection<SettingRecord>()({
  name: 'settings',
  schema: new Schema<SettingRecord>({
    _id: { type: String, required: true },
    value: { type: String, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof SettingRecord, object>),
  indexes: {},
})

export type SettingsStore = ReturnType<typeof createSettingsStore>

export function createSettingsStore(engine: Engine) {
  const collection = engine.collection(settings)

  return {
    /** The value under a key, written once: instances that start together agree on the first one's. */
    async readOrCreate(key: string, make: () => string): Promise<string> {
      const known = await collection.get(key)
      if (known) return known.value
      await collection.insertMany([{ _id: key, value: make(), version: 1 }])
      const written = await collection.get(key)
      if (!written) throw new AppError('storage-failed', { collection: 'settings' })
      return written.value
    },
  }
}
