import { contestedOn } from '../domain/request/testimony.ts'
import type { Engine } from './engine.ts'
import { requestCollection } from './request-store.ts'

/**
 * Gives requests that were written before the field was kept their day of contest, so that its index has them. Says
 * how many had one to get; a request that changes meanwhile gets its own with that change.
 */
export async function fillContested(engine: Engine): Promise<number> {
  const collection = engine.collection(requestCollection)
  let filled = 0
  const projection = ['events', 'contestedOn', 'revision'] as const
  for await (const { _id, events, contestedOn: kept, revision } of collection.stream({ projection })) {
    const day = contestedOn(events)
    if (day === null || day === kept) continue
    const change = { set: { contestedOn: day } }
    if (await collection.updateIf(_id, { equals: { revision } }, change)) filled += 1
  }
  return filled
}
