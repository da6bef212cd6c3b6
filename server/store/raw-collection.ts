import { setImmediate } from 'node:timers/promises'
import { AppError } from '../errors.ts'
import type { Caster, CastChange } from './casting.ts'
import type {
  CollectionDefinition,
  Cursor,
  Indexes,
  Page,
  PageOptions,
  StoredDocument,
} from './collection.ts'
import {
  checkLimit,
  planCondition,
  planQuery,
  type Plan,
  type PlannedCondition,
  type RawQuery,
} from './query.ts'

/** A document as an engine sees it: its fields are known to the schema only. */
export interface RawDocument extends StoredDocument {
  readonly [field: string]: unknown
}

/** What an engine has to do; everything that both engines do alike is done here, once. */
export interface Driver {
  get(id: string): Promise<RawDocument | null>
  getMany(ids: readonly string[]): Promise<RawDocument[]>
  insert(document: RawDocument): Promise<void>
  insertMany(documents: readonly RawDocument[]): Promise<string[]>
  change(id: string, condition: PlannedCondition, change: CastChange): Promise<RawDocument | null>
  page(plan: Plan, request: PageRequest): Promise<Page<RawDocument>>
  /** Of a pass, in ascending order. */
  ids(plan: Plan, request: Pick<PageRequest, 'after' | 'limit'>): Promise<Page<string>>
  count(plan: Plan, limit: number): Promise<number>
  remove(id: string): Promise<boolean>
  removeWhere(plan: Plan): Promise<number>
}

export interface PageRequest {
  readonly order: 'asc' | 'desc'
  readonly after: Cursor | null
  readonly limit: number
  /** Top-level fields, `_id` and `version` among them; null for the whole document. */
  readonly projection: readonly string[] | null
  /** Part of a pass over many documents, which are not likely to be asked for again. */
  readonly isPass: boolean
}

export type RawCollection = ReturnType<typeof rawCollection>

const streamPage = 200
/** How long a stream may hold the event loop before others have a turn. */
const streamTurnMs = 4

export function rawCollection<T extends StoredDocument, I extends Indexes>(
  definition: CollectionDefinition<T, I>,
  { castDocument, castChange }: Caster,
  driver: Driver,
) {
  const { name } = definition

  function checkDeletable(): void {
    if (!definition.deletable) throw new AppError('not-deletable', { collection: name })
  }

  async function updateIf(id: string, condition: RawCondition, change: object): Promise<RawDocument | null> {
    return driver.change(id, planCondition(name, condition), await castChange(change))
  }

  return {
    name,
    get: (id: string) => driver.get(id),
    getMany: (ids: readonly string[]) => driver.getMany(ids),
    insert: async (document: object) => driver.insert(await castDocument(document)),
    async insertMany(documents: readonly object[]): Promise<string[]> {
      const cast: RawDocument[] = []
      for (const document of documents) cast.push(await castDocument(document))
      return driver.insertMany(cast)
    },
    update: (id: string, expectedVersion: number, change: object) =>
      updateIf(id, { equals: { version: expectedVersion } }, change),
    updateIf,
    async find(query: RawQuery & PageOptions<string>): Promise<Page<RawDocument>> {
      const plan = planQuery(definition, query)
      const { order = 'asc', after = null, limit } = query
      checkLimit(limit)
      const projection = projected(query.projection)
      return driver.page(plan, { order, after, limit, projection, isPass: false })
    },
    count: async (query: RawQuery, { limit = Infinity }: { readonly limit?: number } = {}) =>
      driver.count(planQuery(definition, query), limit),
    stream(query: Partial<RawQuery> & { readonly projection?: readonly string[] | undefined } = {}) {
      const plan = planQuery(definition, { ...query, index: query.index ?? '_id' })
      const pass = { order: 'asc', projection: projected(query.projection), isPass: true } as const
      return streamOf(page => driver.page(plan, { ...page, ...pass }))
    },
    ids(query: RawQuery) {
      const plan = planQuery(definition, query)
      return streamOf(page => driver.ids(plan, page))
    },
    async remove(id: string): Promise<boolean> {
      checkDeletable()
      return driver.remove(id)
    },
    async removeWhere(query: RawQuery): Promise<number> {
      checkDeletable()
      return driver.removeWhere(planQuery(definition, query))
    },
  }
}

/** A collection asked for twice is the same collection. */
export function onceByName() {
  const made = new Map<string, RawCollection>()
  return (name: string, make: () => RawCollection): RawCollection => {
    const collection = made.get(name) ?? make()
    made.set(name, collection)
    return collection
  }
}

export interface RawCondition {
  readonly equals?: Readonly<Record<string, unknown>>
  readonly lessOrEqual?: Readonly<Record<string, unknown>>
}

/** Each page is read from the store anew, so that a long pass holds no old state of the store alive. */
async function* streamOf<E>(
  read: (page: Pick<PageRequest, 'after' | 'limit'>) => Promise<Page<E>>,
): AsyncGenerator<E> {
  let after: Cursor | null = null
  let turnBegan = performance.now()
  do {
    const page: Page<E> = await read({ after, limit: streamPage })
    for (const item of page.items) {
      yield item
      if (performance.now() - turnBegan > streamTurnMs) {
        await setImmediate()
        turnBegan = performance.now()
      }
    }
    after = page.next
  } while (after !== null)
}

function projected(projection: readonly string[] | undefined): readonly string[] | null {
  return projection ? [...new Set(['_id', 'version', ...projection])] : null
}
