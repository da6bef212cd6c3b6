import { Schema } from 'mongoose'
import { AppError } from '../errors.ts'
import { defineCollection } from './collection.ts'
import type { Engine } from './engine.ts'

interface CounterRecord {
  readonly _id: string
  readonly value: number
  readonly version: number
}

const counters = defineCollection<CounterRecord>()({
  name: 'counters',
  schema: new Schema<CounterRecord>({
    _id: { type: String, required: true },
    value: { type: Number, required: true },
    version: { type: Number, required: true },
  } satisfies Record<keyof CounterRecord, object>),
  indexes: {},
})

export type CounterStore = ReturnType<typeof createCounterStore>

export function createCounterStore(engine: Engine) {
  const collection = engine.collection(counters)

  return {
    /** Takes `count` numbers from a series and returns the first: no two callers ever get the same one. */
    async take(series: string, count = 1): Promise<number> {
      const change = { increment: { value: count } }
      let record = await collection.updateIf(series, {}, change)
      if (!record) {
        await collection.insertMany([{ _id: series, value: 0, version: 1 }])
        record = await collection.updateIf(series, {}, change)
      }
      if (!record) throw new AppError('storage-failed', { collection: 'counters' })
      return record.value - count + 1
    },
  }
}
