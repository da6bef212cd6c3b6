import type { Page } from './collection.ts'
import type { Driver, RawDocument } from './raw-collection.ts'

/** An operation of the store that took long: what was asked and how much it was, never a value. */
export interface SlowOperation {
  readonly collection: string
  readonly operation: keyof Driver
  /** The declared name of the index that served it, or '_id'. */
  readonly index: string
  readonly milliseconds: number
  /** Documents read, counted or written; null where it failed. */
  readonly count: number | null
}

export interface SlowWatch {
  /** What takes longer is told of, in milliseconds. */
  readonly overMs: number
  readonly tell: (operation: SlowOperation) => void
  /** Milliseconds from any beginning, never set back. */
  readonly now: () => number
}

type Told = Pick<SlowOperation, 'operation' | 'index'>

/** The same driver, which tells of each operation that took longer than it should, failed ones too. */
export function watched(driver: Driver, collection: string, { overMs, tell, now }: SlowWatch): Driver {
  async function timed<R>(told: Told, work: () => Promise<R>, countOf: (result: R) => number): Promise<R> {
    const began = now()
    let count: number | null = null
    try {
      const result = await work()
      count = countOf(result)
      return result
    } finally {
      const milliseconds = Math.round(now() - began)
      if (milliseconds > overMs) tell({ collection, ...told, milliseconds, count })
    }
  }

  const byId = (operation: keyof Driver) => ({ operation, index: '_id' })
  const stored = (batch: readonly unknown[]) => (existing: readonly string[]) =>
    batch.length - existing.length
  return {
    get: id => timed(byId('get'), () => driver.get(id), found),
    getMany: ids => timed(byId('getMany'), () => driver.getMany(ids), lengthOf),
    insert: document => timed(byId('insert'), () => driver.insert(document), one),
    insertMany: batch => timed(byId('insertMany'), () => driver.insertMany(batch), stored(batch)),
    change: (id, condition, change) =>
      timed(byId('change'), () => driver.change(id, condition, change), found),
    page: (plan, request) =>
      timed({ operation: 'page', index: plan.index }, () => driver.page(plan, request), itemsIn),
    ids: (plan, request) =>
      timed({ operation: 'ids', index: plan.index }, () => driver.ids(plan, request), itemsIn),
    count: (plan, limit) =>
      timed({ operation: 'count', index: plan.index }, () => driver.count(plan, limit), Number),
    remove: id => timed(byId('remove'), () => driver.remove(id), Number),
    removeWhere: plan =>
      timed({ operation: 'removeWhere', index: plan.index }, () => driver.removeWhere(plan), Number),
  }
}

function one(): number {
  return 1
}

function lengthOf({ length }: readonly unknown[]): number {
  return length
}

function itemsIn({ items }: Page<unknown>): number {
  return items.length
}

function found(document: RawDocument | null): number {
  return document ? 1 : 0
}
