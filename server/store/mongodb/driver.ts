import type { mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import type { CastChange } from '../casting.ts'
import type { IndexValue, Page } from '../collection.ts'
import { decodeDocument } from '../decode-document.ts'
import type { Plan } from '../query.ts'
import type { Driver, PageRequest, RawDocument } from '../raw-collection.ts'
import { within } from './deadline.ts'
import { indexIn, onDriver, writeErrorsIn } from './failure.ts'
import { afterPosition, all, conditionFilter, filterOf, sortFields, type Filter } from './filter.ts'
import {
  byBytes,
  cursorOf,
  firstInRange,
  isOverArray,
  positionFrom,
  positionOf,
  type Position,
} from './position.ts'

export type Documents = mongo.Collection<RawDocument>

export interface Server {
  /** Hosts and ports, for messages. */
  readonly hosts: string
  /** How long one document or one page may take, retries included. */
  readonly timeoutMS: number
}

/**
 * A collection on MongoDB. It goes past mongoose's query casting, which would do again, less strictly, what
 * the port has done: documents are cast by the schema, and a filter holds scalars and our own operators only.
 */
export function mongodbDriver(documents: Documents, { hosts, timeoutMS }: Server): Driver {
  const collection = documents.collectionName
  const limited = { maxTimeMS: timeoutMS }

  const on = <R>(work: () => Promise<R>, milliseconds = timeoutMS): Promise<R> =>
    onDriver(() => within(milliseconds, hosts, work()), hosts, collection)

  function page(plan: Plan, request: PageRequest): Promise<Page<RawDocument>> {
    const maxTimeMS = request.isPass ? timeoutMS * passPatience : timeoutMS
    const read = isOverArray(plan) ? pageOverArray : pageInOrder
    return on(() => read(documents, plan, request, { maxTimeMS }), maxTimeMS)
  }

  return {
    get: id => on(async () => (await found(documents, { _id: id }, { ...limited, limit: 1 }))[0] ?? null),
    getMany: ids =>
      on(async () => {
        if (ids.length === 0) return []
        const all = await found(documents, { _id: { $in: [...ids] } }, limited)
        const byId = new Map(all.map(document => [document._id, document]))
        return ids.flatMap(id => byId.get(id) ?? [])
      }),
    insert: document =>
      on(async () => {
        await documents.insertOne(document)
      }),
    insertMany: batch =>
      on(() => insertBatch(documents, batch, hosts), timeoutMS * unitsOf(batch.length, atOnce)),
    change: (id, condition, change) =>
      on(() =>
        documents.findOneAndUpdate(all([{ _id: id }, ...conditionFilter(condition)]), updateOf(change), {
          returnDocument: 'after',
          ...limited,
        }),
      ),
    page,
    async ids(plan, { after, limit }) {
      const pass = { order: 'asc', projection: ['_id'], isPass: true } as const
      const { items, next } = await page(plan, { after, limit, ...pass })
      return { items: items.map(({ _id }) => _id), next }
    },
    count: (plan, limit) =>
      on(
        () =>
          documents.countDocuments(filterOf(plan), {
            ...hintOf(plan),
            ...(Number.isFinite(limit) && { limit }),
          }),
        timeoutMS * unitsOf(limit, countedAtOnce),
      ),
    remove: id => on(async () => (await documents.deleteOne({ _id: id })).deletedCount === 1),
    removeWhere: plan =>
      on(async () => (await documents.deleteMany(filterOf(plan), hintOf(plan))).deletedCount, Infinity),
  }
}

/** Nobody waits for one page of a pass, and a pass that fails is done from its beginning. */
const passPatience = 5
/** As many documents as may be written in the time of one page. */
const atOnce = 100
/** As many entries of an index as may be counted in the time of one page. */
const countedAtOnce = 10_000

function unitsOf(documents: number, perUnit: number): number {
  return Math.max(1, Math.ceil(documents / perUnit))
}

async function insertBatch(
  documents: Documents,
  batch: readonly RawDocument[],
  hosts: string,
): Promise<string[]> {
  if (batch.length === 0) return []
  const collection = documents.collectionName
  // Unordered, each document is tried; the failure then lists those that were not stored.
  const errors = await documents.insertMany([...batch], { ordered: false }).then(
    () => [],
    (error: unknown) => writeErrorsIn(error, hosts, collection),
  )
  const clash = errors.find(error => error.code !== 11_000 || indexIn(error.errmsg ?? '') !== '_id')
  if (clash) {
    const index = indexIn(clash.errmsg ?? '')
    throw new AppError(clash.code === 11_000 ? 'duplicate' : 'storage-failed', { collection, index })
  }
  return errors.flatMap(({ index }) => batch[index]?._id ?? [])
}

function updateOf({ set, push, increment }: CastChange): mongo.Document {
  const each = Object.entries(push).map(([field, items]) => [field, { $each: [...items] }])
  return {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(each.length > 0 && { $push: Object.fromEntries(each) }),
    $inc: Object.fromEntries([...Object.entries(increment), ['version', 1]]),
  }
}

/** Taken as bytes, since the driver needs twice the time that we do to make a document of them. */
async function found(
  documents: Documents,
  filter: Filter,
  options: mongo.FindOptions,
): Promise<RawDocument[]> {
  const all = await documents.find<Uint8Array>(filter, { ...options, raw: true }).toArray()
  return all.map(bytes => decodeDocument(bytes))
}

async function pageInOrder(
  documents: Documents,
  plan: Plan,
  request: PageRequest,
  limited: { maxTimeMS: number },
): Promise<Page<RawDocument>> {
  const { order, after, limit, projection } = request
  const fields = sortFields(plan)
  const position = after === null ? null : positionFrom(plan, after)
  const filter = position ? all([filterOf(plan), afterPosition(fields, position, order)]) : filterOf(plan)
  const sort = Object.fromEntries(fields.map(field => [field, order === 'asc' ? 1 : -1] as const))
  const read = await found(documents, filter, {
    ...{ ...hintOf(plan), ...projectionOf(plan, projection), ...limited },
    ...{ sort, limit: limit + 1, batchSize: limit + 1 },
  })
  const items = read.slice(0, limit)
  const last = items.at(-1)
  const next = read.length > limit && last ? cursorOf(positionOf(plan, last)) : null
  return { items: items.map(item => pickFields(item, projection)), next }
}

/**
 * In the index's own order: MongoDB cannot sort by the element that matched, only by the least of all. It
 * returns a document once a query; on later pages, those whose first match was before are passed over.
 */
async function pageOverArray(
  documents: Documents,
  plan: Plan,
  request: PageRequest,
  limited: { maxTimeMS: number },
): Promise<Page<RawDocument>> {
  const { after, limit, projection } = request
  const position = after === null ? null : positionFrom(plan, after)
  const options = { ...hintOf(plan), ...projectionOf(plan, projection), batchSize: limit + 1, ...limited }
  const items: RawDocument[] = []
  let last: RawDocument | null = null
  for await (const document of foundAfter(documents, plan, position, options)) {
    if (last && items.length === limit) return { items, next: cursorOf(positionOf(plan, last)) }
    items.push(pickFields(document, projection))
    last = document
  }
  return { items, next: null }
}

async function* foundAfter(
  documents: Documents,
  plan: Plan,
  position: Position | null,
  options: mongo.FindOptions,
): AsyncGenerator<RawDocument> {
  for (const filter of position ? afterElement(plan, position) : [filterOf(plan)]) {
    for await (const bytes of documents.find<Uint8Array>(filter, { ...options, raw: true })) {
      const document = decodeDocument(bytes)
      if (!position || isAfter(plan, document, position)) yield document
    }
  }
}

/**
 * What the index holds after a position: the rest of those with its element, then the elements above it. In one
 * query the ids would be no bound of the index, and every page would read all before it that share the element.
 */
function afterElement(plan: Plan, [element, id]: readonly IndexValue[]): Filter[] {
  const { range } = plan
  if (!range || typeof element !== 'string') throw new AppError('invalid-input', { field: 'cursor' })
  const at = { value: element, inclusive: true }
  const same = filterOf({ ...plan, range: { ...range, lower: at, upper: at, prefix: null } })
  const above = filterOf({ ...plan, range: { ...range, lower: { ...at, inclusive: false } } })
  return [all([same, { _id: { $gt: id } }]), above]
}

function isAfter(plan: Plan, document: RawDocument, [element, id]: readonly IndexValue[]): boolean {
  const order = byBytes(firstInRange(plan, document), String(element))
  return order > 0 || (order === 0 && byBytes(document._id, String(id)) > 0)
}

/** Always named, so that no query ever scans a collection, whatever the planner thinks. */
function hintOf({ index }: Plan): { hint: string } {
  return { hint: index === '_id' ? '_id_' : index }
}

/** With the fields that say where a page ended. */
function projectionOf(plan: Plan, projection: readonly string[] | null) {
  if (!projection) return {}
  const needed = plan.definition.fields.map(field => field.split('.')[0] ?? field)
  return { projection: Object.fromEntries([...projection, ...needed].map(field => [field, 1 as const])) }
}

function pickFields(document: RawDocument, projection: readonly string[] | null): RawDocument {
  if (!projection) return document
  const fields = Object.entries(document).filter(([field]) => projection.includes(field))
  return { ...Object.fromEntries(fields), _id: document._id, version: document.version }
}
