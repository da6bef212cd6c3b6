import { Schema } from 'mongoose'
import {
  challengeable,
  challengeStates,
  type Challengeable,
  type ChallengeState,
} from '../domain/editions/edition.ts'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

/** What an institution says of an edition, word for word. It never changes. */
export interface EditionReply {
  readonly id: string
  readonly editionId: string
  readonly institutionId: string
  readonly text: string
  readonly at: Date
  readonly by: string
  readonly version: number
}

/** A figure that an institution holds to be wrong, and what was decided. */
export interface EditionChallenge {
  readonly id: string
  readonly editionId: string
  readonly institutionId: string
  readonly figure: Challengeable
  /** Word for word. */
  readonly claim: string
  readonly at: Date
  readonly by: string
  readonly state: ChallengeState
  readonly reason: string | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly version: number
}

type Stored<T> = Omit<T, 'id'> & { readonly _id: string }
type ReplyRecord = Stored<EditionReply>
type ChallengeRecord = Stored<EditionChallenge>

const text = { type: String, required: true } as const
const instant = { type: Date, required: true } as const
const number = { type: Number, required: true } as const
const maybeText = { type: String, default: null } as const

const replies = defineCollection<ReplyRecord>()({
  name: 'editionReplies',
  schema: new Schema<ReplyRecord>({
    ...{ _id: text, editionId: text, institutionId: text, text, at: instant, by: text, version: number },
  } satisfies Record<keyof ReplyRecord, object>),
  indexes: { byEdition: { fields: ['editionId', 'institutionId'], unique: true } },
})

const challenges = defineCollection<ChallengeRecord>()({
  name: 'editionChallenges',
  schema: new Schema<ChallengeRecord>({
    ...{ _id: text, editionId: text, institutionId: text, claim: text, at: instant, by: text },
    figure: { type: String, required: true, enum: challengeable },
    state: { type: String, required: true, enum: challengeStates },
    reason: maybeText,
    decidedAt: { type: Date, default: null },
    decidedBy: maybeText,
    version: number,
  } satisfies Record<keyof ChallengeRecord, object>),
  indexes: { byEdition: { fields: ['editionId', 'institutionId', 'at'] } },
})

export type EditionWordStore = ReturnType<typeof createEditionWordStore>

/** The right of reply: what institutions answered, and which figures they challenged. */
export function createEditionWordStore(engine: Engine) {
  const replied = engine.collection(replies)
  const challenged = engine.collection(challenges)

  return {
    /** Throws AppError 'already-replied': an institution has one reply to an edition. */
    async reply({ id, ...rest }: EditionReply): Promise<void> {
      const known = await replied.insertMany([{ _id: id, ...rest }])
      if (known.length > 0) throw new AppError('already-replied')
    },

    /** By institution. */
    async repliesTo(editionId: string): Promise<EditionReply[]> {
      const found: EditionReply[] = []
      for await (const { _id, ...rest } of replied.stream({ index: 'byEdition', equals: { editionId } }))
        found.push({ id: _id, ...rest })
      return found
    },

    /** Throws AppError 'duplicate' when the id is taken. */
    async challenge({ id, ...rest }: EditionChallenge): Promise<void> {
      await challenged.insert({ _id: id, ...rest })
    },

    async findChallenge(id: string): Promise<EditionChallenge | null> {
      const record = await challenged.get(id)
      if (!record) return null
      const { _id, ...rest } = record
      return { id: _id, ...rest }
    },

    /** Throws AppError 'stale' when it is no longer at that version. */
    async decide(
      id: string,
      version: number,
      set: Pick<EditionChallenge, 'state' | 'reason' | 'decidedAt' | 'decidedBy'>,
    ): Promise<EditionChallenge> {
      const record = await challenged.update(id, version, { set })
      if (!record) throw new AppError('stale', { id })
      const { _id, ...rest } = record
      return { id: _id, ...rest }
    },

    /** By institution, the oldest first. */
    async challengesTo(editionId: string): Promise<EditionChallenge[]> {
      const found: EditionChallenge[] = []
      for await (const { _id, ...rest } of challenged.stream({ index: 'byEdition', equals: { editionId } }))
        found.push({ id: _id, ...rest })
      return found
    },
  }
}
