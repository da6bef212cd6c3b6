import type { Engine } from './engine.ts'
import { requestCollection, type RequestRecord } from './request-store.ts'

/** A request as the roll-ups count it. */
export type CountedHistory = Pick<RequestRecord, (typeof countedFields)[number]> & { readonly id: string }

/** A request that has changed since the roll-ups counted it. */
export interface OwedRequest {
  readonly id: string
  readonly revision: number
  readonly institutionId: string
  /** 'YYYY-MM' of receipt: where it belongs, and where it may still stand. */
  readonly months: readonly string[]
}

const countedFields = [
  'reference',
  'organisationId',
  'institutionId',
  'published',
  'receivedOn',
  'events',
  'revision',
  'rollUpOwed',
] as const satisfies readonly (keyof RequestRecord)[]

/** The requests as the roll-ups read them, and the mark of those that they do not count yet. */
export function countedRequests(engine: Pick<Engine, 'collection'>) {
  const requests = engine.collection(requestCollection)

  return {
    /** What an institution received in a month, or ever, by day of receipt. */
    async *historiesOf(institutionId: string, month: string | null): AsyncGenerator<CountedHistory> {
      const range = month === null ? undefined : ({ field: 'receivedOn', prefix: month } as const)
      const query = { index: 'byInstitution', equals: { institutionId }, range } as const
      for await (const { _id, version: _v, ...rest } of requests.stream({
        ...query,
        projection: countedFields,
      }))
        yield { id: _id, ...rest }
    },

    /** Every institution that requests were made to, registered or not, in the order of their ids. */
    async *institutionsAsked(): AsyncGenerator<string> {
      let last = ''
      for (;;) {
        const range = { field: 'institutionId', gt: last } as const
        const projection = ['institutionId'] as const
        const { items } = await requests.find({ index: 'byInstitution', range, limit: 1, projection })
        if (!items[0]) return
        last = items[0].institutionId
        yield last
      }
    },

    async *owed(): AsyncGenerator<OwedRequest> {
      const projection = ['revision', 'institutionId', 'receivedOn', 'rollUpMovedFrom'] as const
      const stream = requests.stream({ index: 'byRollUpOwed', equals: { rollUpOwed: true }, projection })
      for await (const { _id, revision, institutionId, receivedOn, rollUpMovedFrom } of stream) {
        const months = [receivedOn, ...rollUpMovedFrom].map(on => on.slice(0, 7))
        yield { id: _id, revision, institutionId, months: [...new Set(months)] }
      }
    },

    async countOwed(limit: number): Promise<number> {
      return requests.count({ index: 'byRollUpOwed', equals: { rollUpOwed: true } }, { limit })
    },

    /** Ticks off a request that was counted; one that has changed since it was read stays owed. */
    async settle({ id, revision }: Pick<OwedRequest, 'id' | 'revision'>): Promise<void> {
      const change = { set: { rollUpOwed: null, rollUpMovedFrom: [] } }
      await requests.updateIf(id, { equals: { revision, rollUpOwed: true } }, change)
    },
  }
}
