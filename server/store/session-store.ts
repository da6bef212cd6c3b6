import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

export interface StoredSession {
  /** SHA-256 (hex) of the id in the cookie, so that a copy of the store opens no session. */
  readonly id: string
  readonly userId: string | null
  /** The session as JSON. */
  readonly data: string
  /** Idle limit: the session is over from this instant on. */
  readonly expiresAt: Date
}

interface SessionRecord extends Omit<StoredSession, 'id'> {
  readonly _id: string
  readonly version: number
}

const sessions = defineCollection<SessionRecord>()({
  name: 'sessions',
  schema: new Schema<SessionRecord>({
    _id: { type: String, required: true },
    userId: { type: String, default: null },
    data: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof SessionRecord, object>),
  indexes: { byExpiry: { fields: ['expiresAt'] }, byUser: { fields: ['userId'], sparse: true } },
  deletable: true,
})

export type SessionStore = ReturnType<typeof createSessionStore>

export function createSessionStore(engine: Engine) {
  const collection = engine.collection(sessions)

  return {
    async find(id: string): Promise<StoredSession | null> {
      const record = await collection.get(id)
      return (
        record && { id: record._id, userId: record.userId, data: record.data, expiresAt: record.expiresAt }
      )
    },

    async save({ id, ...rest }: StoredSession): Promise<void> {
      if (await collection.updateIf(id, {}, { set: rest })) return
      const existing = await collection.insertMany([{ _id: id, version: 1, ...rest }])
      if (existing.length > 0 && !(await collection.updateIf(id, {}, { set: rest }))) {
        throw new AppError('storage-failed', { collection: 'sessions' })
      }
    },

    /** As `save`, for one that was read; a session that has ended meanwhile, at whichever instance, stays ended. */
    async change({ id, ...rest }: StoredSession): Promise<void> {
      await collection.updateIf(id, {}, { set: rest })
    },

    /** Moves the idle limit; a session that has ended meanwhile stays ended. */
    async prolong(id: string, expiresAt: Date): Promise<void> {
      await collection.updateIf(id, {}, { set: { expiresAt } })
    },

    async remove(id: string): Promise<void> {
      await collection.remove(id)
    },

    async removeOfUser(userId: string): Promise<number> {
      return collection.removeWhere({ index: 'byUser', equals: { userId } })
    },

    async ofUser(userId: string): Promise<StoredSession[]> {
      const found: StoredSession[] = []
      for await (const record of collection.stream({ index: 'byUser', equals: { userId } })) {
        found.push({ id: record._id, userId: record.userId, data: record.data, expiresAt: record.expiresAt })
      }
      return found
    },

    /** All of somebody's but one; returns how many. */
    async removeOthers(userId: string, keptId: string): Promise<number> {
      const ids: string[] = []
      for await (const { _id } of collection.stream({ index: 'byUser', equals: { userId } })) {
        if (_id !== keptId) ids.push(_id)
      }
      let removed = 0
      for (const id of ids) if (await collection.remove(id)) removed += 1
      return removed
    },

    async removeExpired(now: Date): Promise<number> {
      return collection.removeWhere({ index: 'byExpiry', range: { field: 'expiresAt', lte: now } })
    },
  }
}
