import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

/** A unit's own note on a request: never part of the file that the law knows, never shown to another side. */
export interface CaseNote {
  readonly id: string
  /** '' once it was taken back. */
  readonly text: string
  readonly authorId: string
  readonly createdAt: Date
  readonly withdrawnAt: Date | null
}

/** How a unit shares its work on one request. It moves no term and no state. */
export interface Casework {
  readonly requestId: string
  readonly institutionId: string
  /** The account of the unit that has it in hand. */
  readonly assigneeId: string | null
  readonly notes: readonly CaseNote[]
  readonly version: number
}

interface CaseworkRecord {
  readonly _id: string
  readonly institutionId: string
  readonly assigneeId: string | null
  readonly notes: CaseNote[]
  readonly version: number
}

const text = { type: String, required: true } as const

const noteSchema = new Schema(
  {
    id: text,
    text: { type: String, default: '' },
    authorId: text,
    createdAt: { type: Date, required: true },
    withdrawnAt: { type: Date, default: null },
  },
  { _id: false },
)

const casework = defineCollection<CaseworkRecord>()({
  name: 'casework',
  schema: new Schema({
    _id: text,
    institutionId: text,
    assigneeId: { type: String, default: null },
    notes: { type: [noteSchema], required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof CaseworkRecord, object>),
  indexes: { byInstitution: { fields: ['institutionId', 'assigneeId'] } },
})

export type CaseworkStore = ReturnType<typeof createCaseworkStore>

/** Every reading names the institution whose unit it is: another's is as if it were not there. */
export function createCaseworkStore(engine: Engine) {
  const collection = engine.collection(casework)

  return {
    async find(requestId: string, institutionId: string): Promise<Casework> {
      const record = await collection.get(requestId)
      return record?.institutionId === institutionId
        ? toCasework(record)
        : { requestId, institutionId, assigneeId: null, notes: [], version: 0 }
    },

    /** Who has each in hand; those that nobody has are left out. */
    async assignees(requestIds: readonly string[], institutionId: string): Promise<Map<string, string>> {
      const records = await collection.getMany(requestIds)
      return new Map(
        records.flatMap(({ _id, assigneeId, ...record }) =>
          assigneeId !== null && record.institutionId === institutionId ? [[_id, assigneeId] as const] : [],
        ),
      )
    },

    /** Throws AppError 'stale' when it is no longer at that version; 0 is one that nobody has touched. */
    async change(
      { requestId, institutionId, version }: Casework,
      change: Partial<Pick<Casework, 'assigneeId' | 'notes'>>,
    ): Promise<Casework> {
      if (version === 0) {
        const first = { _id: requestId, institutionId, assigneeId: null, notes: [], version: 1 }
        await collection.insertMany([first])
      }
      const { notes, ...rest } = change
      const set = { ...rest, ...(notes && { notes: [...notes] }) }
      const record = await collection.update(requestId, Math.max(1, version), { set })
      if (!record) throw new AppError('stale', { id: requestId })
      return toCasework(record)
    },
  }
}

function toCasework({ _id, ...rest }: CaseworkRecord): Casework {
  return { requestId: _id, ...rest }
}
