import { Schema } from 'mongoose'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

export interface SecondFactor {
  readonly userId: string
  /** Base32, or sealed (sealed-secret.ts). Until it is confirmed it asks nothing of anybody. */
  readonly secret: string
  readonly confirmed: boolean
  /** The step of the last code used: no code serves twice. */
  readonly lastStep: number
  /** SHA-256 (hex) of the codes for a lost phone; each serves once. */
  readonly spareCodes: readonly string[]
}

interface SecondFactorRecord extends Omit<SecondFactor, 'userId' | 'spareCodes'> {
  readonly _id: string
  readonly spareCodes: string[]
  readonly version: number
}

const secondFactors = defineCollection<SecondFactorRecord>()({
  name: 'secondFactors',
  schema: new Schema<SecondFactorRecord>({
    _id: { type: String, required: true },
    secret: { type: String, required: true },
    confirmed: { type: Boolean, required: true },
    lastStep: { type: Number, required: true },
    spareCodes: { type: [String], required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof SecondFactorRecord, object>),
  indexes: {},
  deletable: true,
})

export type SecondFactorStore = ReturnType<typeof createSecondFactorStore>

export function createSecondFactorStore(engine: Engine) {
  const collection = engine.collection(secondFactors)

  return {
    async find(userId: string): Promise<SecondFactor | null> {
      const record = await collection.get(userId)
      if (!record) return null
      const { secret, confirmed, lastStep, spareCodes } = record
      return { userId, secret, confirmed, lastStep, spareCodes }
    },

    /** A secret to be confirmed; one that is confirmed stays. False where there is one. */
    async propose(userId: string, secret: string): Promise<boolean> {
      const fresh = { secret, confirmed: false, lastStep: 0, spareCodes: [] }
      if (await collection.updateIf(userId, { equals: { confirmed: false } }, { set: fresh })) return true
      return (await collection.insertMany([{ _id: userId, version: 1, ...fresh }])).length === 0
    },

    async confirm(userId: string, step: number, spareCodes: readonly string[]): Promise<boolean> {
      const set = { confirmed: true, lastStep: step, spareCodes: [...spareCodes] }
      return (await collection.updateIf(userId, { equals: { confirmed: false } }, { set })) !== null
    },

    /** The same secret in another form; left alone where it is another by now. */
    async reseal(userId: string, { from, to }: { from: string; to: string }): Promise<void> {
      await collection.updateIf(userId, { equals: { secret: from } }, { set: { secret: to } })
    },

    /** True for whoever uses a step's code first. */
    async useStep(userId: string, step: number): Promise<boolean> {
      const isLater = { lessOrEqual: { lastStep: step - 1 } }
      return (await collection.updateIf(userId, isLater, { set: { lastStep: step } })) !== null
    },

    /** True for whoever uses a spare code first. */
    async useSpare(userId: string, hash: string): Promise<boolean> {
      const record = await collection.get(userId)
      if (!record?.spareCodes.includes(hash)) return false
      const spareCodes = record.spareCodes.filter(code => code !== hash)
      return (await collection.update(userId, record.version, { set: { spareCodes } })) !== null
    },

    async remove(userId: string): Promise<void> {
      await collection.remove(userId)
    },
  }
}
