import { Schema } from 'mongoose'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

/** The right to do something alone for a while. `token` grows with each holder: what it writes is fenced by it. */
export interface Lease {
  readonly name: string
  readonly owner: string
  readonly token: number
}

interface LeaseRecord {
  readonly _id: string
  readonly owner: string
  readonly token: number
  readonly expiresAt: Date
  readonly version: number
}

const leases = defineCollection<LeaseRecord>()({
  name: 'leases',
  schema: new Schema<LeaseRecord>({
    _id: { type: String, required: true },
    owner: { type: String, required: true },
    token: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof LeaseRecord, object>),
  indexes: {},
})

export type LeaseStore = ReturnType<typeof createLeaseStore>

/**
 * Leases by the store's own time, which all instances share. A lease alone does not stop the late write of a
 * holder that was paused: whatever is done under one is conditional on its token or on a document's version.
 */
export function createLeaseStore(engine: Engine) {
  const collection = engine.collection(leases)

  return {
    /** Null while somebody else holds it. */
    async acquire(name: string, owner: string, milliseconds: number): Promise<Lease | null> {
      const now = await engine.now()
      const change = {
        set: { owner, expiresAt: new Date(now.getTime() + milliseconds) },
        increment: { token: 1 },
      }
      await collection.insertMany([
        { _id: name, owner: 'nobody', token: 0, expiresAt: new Date(0), version: 1 },
      ])
      const taken =
        (await collection.updateIf(name, { lessOrEqual: { expiresAt: now } }, change)) ??
        (await takeImpossible(name, change))
      return taken && { name, owner, token: taken.token }
    },

    /** False when it has passed to another. */
    async renew({ name, owner, token }: Lease, milliseconds: number): Promise<boolean> {
      const expiresAt = new Date((await engine.now()).getTime() + milliseconds)
      return (await collection.updateIf(name, { equals: { owner, token } }, { set: { expiresAt } })) !== null
    },

    async release({ name, owner, token }: Lease): Promise<void> {
      await collection.updateIf(name, { equals: { owner, token } }, { set: { expiresAt: new Date(0) } })
    },
  }

  /** One that ends later than any lease can was taken before the store's clock was put back. */
  async function takeImpossible(name: string, change: { set: { owner: string; expiresAt: Date } }) {
    const held = await collection.get(name)
    if (!held || held.expiresAt <= change.set.expiresAt) return null
    return collection.update(name, held.version, { ...change, increment: { token: 1 } })
  }
}
