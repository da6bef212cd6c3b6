import { Schema } from 'mongoose'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

/** A reply as it was sent, kept so that a repeated create is answered and not done again. */
export interface StoredReply {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

export type IdempotentStart =
  | { readonly kind: 'started' }
  | { readonly kind: 'running' }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'done'; readonly reply: StoredReply }

interface IdempotencyRecord {
  readonly _id: string
  /** SHA-256 (hex) of the body that came with the key. */
  readonly fingerprint: string
  /** A holder that stopped without a word is replaced from this instant on. */
  readonly heldUntil: Date
  readonly reply: string | null
  readonly expiresAt: Date
  readonly version: number
}

const idempotencyKeys = defineCollection<IdempotencyRecord>()({
  name: 'idempotencyKeys',
  schema: new Schema<IdempotencyRecord>({
    _id: { type: String, required: true },
    fingerprint: { type: String, required: true },
    heldUntil: { type: Date, required: true },
    reply: { type: String, default: null },
    expiresAt: { type: Date, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof IdempotencyRecord, object>),
  indexes: { byExpiry: { fields: ['expiresAt'] } },
  deletable: true,
})

const keptFor = 24 * 3_600_000
const heldFor = 60_000

export type IdempotencyStore = ReturnType<typeof createIdempotencyStore>

export function createIdempotencyStore(engine: Engine) {
  const collection = engine.collection(idempotencyKeys)

  return {
    async begin(id: string, fingerprint: string, now: Date): Promise<IdempotentStart> {
      const fresh = freshRecord(fingerprint, now)
      const existing = await collection.insertMany([{ _id: id, version: 1, ...fresh }])
      if (existing.length === 0) return { kind: 'started' }
      const expired = { lessOrEqual: { expiresAt: now } }
      if (await collection.updateIf(id, expired, { set: fresh })) return { kind: 'started' }
      const abandoned = { equals: { reply: null, fingerprint }, lessOrEqual: { heldUntil: now } }
      if (await collection.updateIf(id, abandoned, { set: fresh })) return { kind: 'started' }
      const record = await collection.get(id)
      if (!record) return { kind: 'running' }
      if (record.fingerprint !== fingerprint) return { kind: 'other-body' }
      return record.reply === null ? { kind: 'running' } : { kind: 'done', reply: readReply(record.reply) }
    },

    async finish(id: string, reply: StoredReply): Promise<void> {
      await collection.updateIf(id, {}, { set: { reply: JSON.stringify(reply) } })
    },

    /** Frees the key of a create that was refused: nothing was created, so it may be tried again. */
    async release(id: string): Promise<void> {
      await collection.remove(id)
    },

    async removeExpired(now: Date): Promise<number> {
      return collection.removeWhere({ index: 'byExpiry', range: { field: 'expiresAt', lte: now } })
    },
  }
}

function freshRecord(fingerprint: string, now: Date) {
  return {
    fingerprint,
    heldUntil: new Date(now.getTime() + heldFor),
    reply: null,
    expiresAt: new Date(now.getTime() + keptFor),
  }
}

/** Only `finish` writes this text. */
function readReply(text: string): StoredReply {
  const reply: StoredReply = JSON.parse(text)
  return reply
}
