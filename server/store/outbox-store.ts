import { createHash } from 'node:crypto'
import { Schema } from 'mongoose'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { noticeRules, type Notice, type NoticeRule } from '../domain/notices.ts'
import { clockIds, type ClockId } from '../domain/request/states.ts'
import { defineCollection, type Cursor, type Page } from './collection.ts'
import type { Engine } from './engine.ts'

/**
 * kept: there is no mail server, so it is read in the app. failed: given up after the last attempt.
 * unwanted: whom it is for has chosen to get no such letters.
 */
export const messageStates = ['pending', 'sent', 'kept', 'failed', 'unwanted'] as const

export type MessageState = (typeof messageStates)[number]

/** One thing told to one person. It holds no personal data: the address is read when it is sent. */
export interface Message {
  /** Made of what it tells of, the rule and the recipient, so that nobody is told anything twice. */
  readonly id: string
  readonly recipientId: string
  readonly rule: NoticeRule
  readonly requestId: string
  readonly reference: string
  readonly article: string | null
  readonly clock: ClockId | null
  /** The day of the act, or the due day of the term. */
  readonly day: CalendarDate
  /** The page it leads to, below the language: '/acuse/…'; null is the page of the request. */
  readonly path: string | null
  readonly state: MessageState
  readonly attempts: number
  /** Null once it is sent, kept or given up. */
  readonly nextAttemptAt: Date | null
  /** The code of what went wrong last; never an address. */
  readonly lastError: string | null
  readonly createdAt: Date
  readonly settledAt: Date | null
  readonly version: number
}

export type NewMessage = Pick<Message, 'id' | 'recipientId' | 'requestId' | 'reference' | 'createdAt'> &
  Pick<Notice, 'rule' | 'article' | 'clock' | 'day'> & { readonly path?: string }

/** @param what what is told, by which rule, and the recipient last: the same to the same person has the same id. */
export function messageId(...what: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 40)
}

interface MessageRecord extends Omit<Message, 'id'> {
  readonly _id: string
}

const text = { type: String, required: true } as const

const outbox = defineCollection<MessageRecord>()({
  name: 'outbox',
  schema: new Schema<MessageRecord>({
    _id: text,
    recipientId: text,
    rule: { type: String, required: true, enum: noticeRules },
    requestId: text,
    reference: text,
    article: { type: String, default: null },
    clock: { type: String, enum: [...clockIds, null], default: null },
    day: text,
    path: { type: String, default: null },
    state: { type: String, required: true, enum: messageStates },
    attempts: { type: Number, required: true },
    nextAttemptAt: { type: Date, default: null },
    lastError: { type: String, default: null },
    createdAt: { type: Date, required: true },
    settledAt: { type: Date, default: null },
    version: { type: Number, required: true },
  } satisfies Record<keyof MessageRecord, object>),
  indexes: {
    byNextAttempt: { fields: ['nextAttemptAt'], sparse: true },
    byState: { fields: ['state', 'createdAt'] },
  },
})

export type OutboxStore = ReturnType<typeof createOutboxStore>

export function createOutboxStore(engine: Engine) {
  const collection = engine.collection(outbox)

  return {
    /** One durable batch; those that are there already are left as they are. Returns how many were new. */
    async addMissing(messages: readonly NewMessage[]): Promise<number> {
      if (messages.length === 0) return 0
      return messages.length - (await collection.insertMany(messages.map(toRecord))).length
    },

    /**
     * Those to be tried at an instant, the longest waiting first. One that waits for longer than any pause
     * was put off by a clock that has been put back since, and is tried too.
     */
    async *due(now: Date, longestPause: number): AsyncGenerator<Message> {
      const latest = new Date(now.getTime() + longestPause)
      for (const range of [{ lte: now }, { gt: latest }]) {
        const query = { index: 'byNextAttempt', range: { field: 'nextAttemptAt', ...range } } as const
        for await (const record of collection.stream(query)) yield toMessage(record)
      }
    },

    /** Counts an attempt before it is made; null when another has taken the message meanwhile. */
    async claim({ id, version }: Message, nextAttemptAt: Date): Promise<Message | null> {
      const change = { set: { nextAttemptAt }, increment: { attempts: 1 } }
      const record = await collection.update(id, version, change)
      return record && toMessage(record)
    },

    /** Ends an attempt; false when another has taken the message meanwhile. */
    async settle(
      { id, version }: Message,
      end: Pick<Message, 'state' | 'nextAttemptAt' | 'lastError' | 'settledAt'>,
    ): Promise<boolean> {
      return (await collection.update(id, version, { set: end })) !== null
    },

    /** One that was given up is due again, from its first attempt on. Null for one that was not given up. */
    async retry(id: string, now: Date): Promise<Message | null> {
      const set = { state: 'pending', attempts: 0, nextAttemptAt: now, settledAt: null } as const
      const record = await collection.updateIf(id, { equals: { state: 'failed' } }, { set })
      return record && toMessage(record)
    },

    /** The latest first. */
    async list(state: MessageState, page: { limit: number; after: Cursor | null }): Promise<Page<Message>> {
      const query = { index: 'byState', equals: { state }, order: 'desc' } as const
      const { items, next } = await collection.find({ ...query, ...page })
      return { items: items.map(toMessage), next }
    },
  }
}

function toRecord({ id, ...rest }: NewMessage): MessageRecord {
  return {
    _id: id,
    ...rest,
    path: rest.path ?? null,
    state: 'pending',
    attempts: 0,
    nextAttemptAt: rest.createdAt,
    lastError: null,
    settledAt: null,
    version: 1,
  }
}

function toMessage({ _id, ...rest }: MessageRecord): Message {
  return { id: _id, ...rest }
}
