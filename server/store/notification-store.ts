import { Schema } from 'mongoose'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { noticeRules, type NoticeRule } from '../domain/notices.ts'
import { clockIds, type ClockId } from '../domain/request/states.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'

/** What a person is told in the app. The words are made when it is read, in the reader's language. */
export interface Notification {
  /** That of its message in the outbox. */
  readonly id: string
  readonly userId: string
  readonly rule: NoticeRule
  readonly requestId: string
  readonly reference: string
  readonly article: string | null
  readonly clock: ClockId | null
  readonly day: CalendarDate
  /** The page it leads to, below the language; null is the page of the request. */
  readonly path: string | null
  readonly createdAt: Date
  readonly readAt: Date | null
}

interface NotificationRecord extends Omit<Notification, 'id'> {
  readonly _id: string
  readonly unread: boolean
  readonly version: number
}

const text = { type: String, required: true } as const

const notifications = defineCollection<NotificationRecord>()({
  name: 'notifications',
  schema: new Schema<NotificationRecord>({
    _id: text,
    userId: text,
    rule: { type: String, required: true, enum: noticeRules },
    requestId: text,
    reference: text,
    article: { type: String, default: null },
    clock: { type: String, enum: [...clockIds, null], default: null },
    day: text,
    path: { type: String, default: null },
    createdAt: { type: Date, required: true },
    readAt: { type: Date, default: null },
    unread: { type: Boolean, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof NotificationRecord, object>),
  indexes: {
    byUser: { fields: ['userId', 'createdAt'] },
    byUserUnread: { fields: ['userId', 'unread', 'createdAt'] },
  },
})

export type NotificationStore = ReturnType<typeof createNotificationStore>

export function createNotificationStore(engine: Engine) {
  const collection = engine.collection(notifications)

  return {
    /** One that is there already is left as it is: what was read stays read. */
    async addMissing(notification: Omit<Notification, 'readAt'>): Promise<void> {
      const { id, ...rest } = notification
      await collection.insertMany([{ _id: id, ...rest, readAt: null, unread: true, version: 1 }])
    },

    /** A person's own, the latest first. */
    async list(
      userId: string,
      { onlyUnread, ...page }: { onlyUnread: boolean; limit: number; after: Cursor | null },
    ): Promise<Page<Notification>> {
      const order = 'desc' as const
      const found = onlyUnread
        ? await collection.find({ index: 'byUserUnread', equals: { userId, unread: true }, order, ...page })
        : await collection.find({ index: 'byUser', equals: { userId }, order, ...page })
      return { items: found.items.map(toNotification), next: found.next }
    },

    async countUnread(userId: string, limit: number): Promise<number> {
      return collection.count({ index: 'byUserUnread', equals: { userId, unread: true } }, { limit })
    },

    /** Null when there is none of that id for that person. */
    async markRead(userId: string, id: string, readAt: Date): Promise<Notification | null> {
      const change = { set: { unread: false, readAt } }
      const record =
        (await collection.updateIf(id, { equals: { userId, unread: true } }, change)) ??
        (await collection.get(id))
      return record?.userId === userId ? toNotification(record) : null
    },

    /** Returns how many were unread. */
    async markAllRead(userId: string, readAt: Date): Promise<number> {
      let marked = 0
      const unread = collection.stream({ index: 'byUserUnread', equals: { userId, unread: true } })
      for await (const { _id } of unread) {
        if (
          await collection.updateIf(
            _id,
            { equals: { userId, unread: true } },
            { set: { unread: false, readAt } },
          )
        )
          marked += 1
      }
      return marked
    },
  }
}

function toNotification(record: NotificationRecord): Notification {
  const { _id, unread: _unread, version: _version, ...rest } = record
  return { id: _id, ...rest }
}
