import { randomUUID } from 'node:crypto'
import { Schema } from 'mongoose'
import type { Actor, Role } from '../domain/request/events.ts'
import { roles } from '../domain/request/events.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'

/** What happens to the system itself; what happens to a request stands in its own history. */
export const systemEventKinds = [
  'sign_in',
  'sign_in_refused',
  'sign_out',
  'password_changed',
  'password_recovered',
  'password_reset',
  'account_added',
  'account_changed',
  'institution_added',
  'institution_changed',
  'closure_added',
  'scan',
  'roll_up_difference',
] as const

export type SystemEventKind = (typeof systemEventKinds)[number]

/** Who is named by role and id alone: neither name nor address, of a person or of a machine. */
export interface SystemEvent {
  readonly id: string
  readonly at: Date
  readonly kind: SystemEventKind
  readonly actorRole: Role
  readonly actorId: string
  /** The id of what it was done to; null where it was done to nothing else. */
  readonly subject: string | null
}

interface SystemEventRecord extends Omit<SystemEvent, 'id'> {
  readonly _id: string
  readonly version: number
}

const text = { type: String, required: true } as const

const systemLog = defineCollection<SystemEventRecord>()({
  name: 'systemLog',
  schema: new Schema<SystemEventRecord>({
    _id: text,
    at: { type: Date, required: true },
    kind: { type: String, required: true, enum: systemEventKinds },
    actorRole: { type: String, required: true, enum: roles },
    actorId: text,
    subject: { type: String, default: null },
    version: { type: Number, required: true },
  } satisfies Record<keyof SystemEventRecord, object>),
  indexes: {
    byTime: { fields: ['at'] },
    byKind: { fields: ['kind', 'at'] },
    byActor: { fields: ['actorId', 'at'] },
  },
})

export type SystemLogStore = ReturnType<typeof createSystemLogStore>

/** Append-only: there is nothing here to change or remove an event with. */
export function createSystemLogStore(engine: Engine) {
  const collection = engine.collection(systemLog)

  return {
    async record(
      kind: SystemEventKind,
      {
        at,
        actor,
        subject = null,
      }: { at: Date; actor: Pick<Actor, 'role' | 'userId'>; subject?: string | null },
    ): Promise<void> {
      const { role: actorRole, userId: actorId } = actor
      await collection.insert({ _id: randomUUID(), at, kind, actorRole, actorId, subject, version: 1 })
    },

    /** The latest first. By kind or by who did it, not by both: no index serves the two. */
    async list(
      { kind, actorId }: { readonly kind: SystemEventKind | null; readonly actorId: string | null },
      page: { limit: number; after: Cursor | null },
    ): Promise<Page<SystemEvent>> {
      const order = 'desc' as const
      const found =
        actorId !== null
          ? await collection.find({ index: 'byActor', equals: { actorId }, order, ...page })
          : kind !== null
            ? await collection.find({ index: 'byKind', equals: { kind }, order, ...page })
            : await collection.find({ index: 'byTime', order, ...page })
      return { items: found.items.map(toEvent), next: found.next }
    },
  }
}

function toEvent({ _id, version: _version, ...rest }: SystemEventRecord): SystemEvent {
  return { id: _id, ...rest }
}
