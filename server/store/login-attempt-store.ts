import { Schema } from 'mongoose'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

interface LoginAttemptRecord {
  readonly _id: string
  readonly failures: number
  readonly windowEndsAt: Date
  readonly version: number
}

const loginAttempts = defineCollection<LoginAttemptRecord>()({
  name: 'loginAttempts',
  schema: new Schema<LoginAttemptRecord>({
    _id: { type: String, required: true },
    failures: { type: Number, required: true },
    windowEndsAt: { type: Date, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof LoginAttemptRecord, object>),
  indexes: { byEnd: { fields: ['windowEndsAt'] } },
  deletable: true,
})

export type LoginAttemptStore = ReturnType<typeof createLoginAttemptStore>

/** Counts failed sign-ins, and what else may be tried so often only, by a key that is a hash of account and address. */
export function createLoginAttemptStore(engine: Engine) {
  const collection = engine.collection(loginAttempts)

  return {
    /**
     * Counts an attempt before the password is looked at, so that many at once cannot outrun the limit.
     * Returns null when it may go on, else the instant from which the next one may.
     */
    async begin(
      key: string,
      { now, limit, windowMs }: { now: Date; limit: number; windowMs: number },
    ): Promise<Date | null> {
      const windowEndsAt = new Date(now.getTime() + windowMs)
      const fresh = { failures: 1, windowEndsAt }
      if (await collection.updateIf(key, { lessOrEqual: { windowEndsAt: now } }, { set: fresh })) return null
      const existing = await collection.insertMany([{ _id: key, version: 1, ...fresh }])
      if (existing.length === 0) return null
      const counted = { increment: { failures: 1 } }
      if (await collection.updateIf(key, { lessOrEqual: { failures: limit - 1 } }, counted)) return null
      return (await collection.get(key))?.windowEndsAt ?? windowEndsAt
    },

    /** Takes back an attempt that was counted and did not fail; of nothing nothing is kept. */
    async giveBack(key: string): Promise<void> {
      const record = await collection.updateIf(key, {}, { increment: { failures: -1 } })
      if (record && record.failures <= 0) await collection.remove(key)
    },

    async clear(key: string): Promise<void> {
      await collection.remove(key)
    },

    async removeExpired(now: Date): Promise<number> {
      return collection.removeWhere({ index: 'byEnd', range: { field: 'windowEndsAt', lte: now } })
    },
  }
}
