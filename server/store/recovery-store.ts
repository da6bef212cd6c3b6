import { Schema } from 'mongoose'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

export interface Recovery {
  /** SHA-256 (hex) of the token in the letter, so that a copy of the store opens no account. */
  readonly id: string
  readonly userId: string
  /** From this instant on it opens nothing. */
  readonly expiresAt: Date
}

interface RecoveryRecord extends Omit<Recovery, 'id'> {
  readonly _id: string
  readonly version: number
}

const text = { type: String, required: true } as const

const recoveries = defineCollection<RecoveryRecord>()({
  name: 'recoveries',
  schema: new Schema<RecoveryRecord>({
    _id: text,
    userId: text,
    expiresAt: { type: Date, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof RecoveryRecord, object>),
  indexes: { byUser: { fields: ['userId'] }, byExpiry: { fields: ['expiresAt'] } },
  deletable: true,
})

export type RecoveryStore = ReturnType<typeof createRecoveryStore>

export function createRecoveryStore(engine: Engine) {
  const collection = engine.collection(recoveries)

  return {
    /** In place of any other of the same account: only the last letter opens it. */
    async add({ id, ...rest }: Recovery): Promise<void> {
      await collection.removeWhere({ index: 'byUser', equals: { userId: rest.userId } })
      await collection.insert({ _id: id, ...rest, version: 1 })
    },

    async find(id: string): Promise<Recovery | null> {
      const record = await collection.get(id)
      return record && { id: record._id, userId: record.userId, expiresAt: record.expiresAt }
    },

    /** True for whoever takes it, and for nobody after: a link is used once. */
    async take(id: string): Promise<boolean> {
      return collection.remove(id)
    },

    async removeOfUser(userId: string): Promise<void> {
      await collection.removeWhere({ index: 'byUser', equals: { userId } })
    },

    async removeExpired(now: Date): Promise<number> {
      return collection.removeWhere({ index: 'byExpiry', range: { field: 'expiresAt', lte: now } })
    },
  }
}
