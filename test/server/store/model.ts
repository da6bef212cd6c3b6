import { expect } from 'chai'
import * as fc from 'fast-check'
import type { Collection } from '../../../server/store/collection.ts'
import { sample, type Sample, type Samples } from './records.ts'

/**
 * Random writes and queries against an oracle that keeps documents in a map and sorts them anew for each
 * query. It knows nothing of keys: only the order of values and what each query means.
 */
export function modelContract(fresh: () => Promise<Samples>, runs: number): void {
  it('agrees with a naive store on random writes and queries', async function () {
    this.timeout(120_000)
    let samples: Samples | null = null
    const property = fc.asyncProperty(
      fc.array(write, { minLength: 5, maxLength: 40 }),
      fc.array(question, { minLength: 1, maxLength: 12 }),
      async (writes, questions) => {
        samples ??= await fresh()
        await samples.removeWhere({ index: '_id' })
        const oracle = new Map<string, Sample>()
        for (const each of writes) await applyBoth(samples, oracle, each)
        for (const each of questions) await askBoth(samples, oracle, each)
      },
    )
    await fc.assert(property, { numRuns: runs })
  })
}

const word = fc.constantFrom('', 'a', 'ab', 'abc', 'á', 'b', 'B', 'ñ', 'a\u0000', 'a\u0001', '\uffff', '🌽')
const rank = fc.option(fc.constantFrom(-1e9, -1.5, -1, 0, 0.5, 1, 2, 1e15), { nil: null })
const instant = fc.option(
  fc.constantFrom(-1, 0, 1, 1e12).map(ms => new Date(ms)),
  { nil: null },
)
const fields = fc.record({
  office: fc.option(word, { nil: null }),
  rank,
  terms: fc.array(word, { maxLength: 4 }),
  code: fc.option(fc.constantFrom('c1', 'c2', 'c3', 'c4'), { nil: null }),
  at: instant,
  open: fc.boolean(),
})
const id = fc.constantFrom('i', 'j', 'k', 'l', 'm', 'n', 'o', 'é')

const write = fc.record({ kind: fc.constantFrom('insert', 'insert', 'update', 'remove'), id, fields })
type Write = typeof write extends fc.Arbitrary<infer W> ? W : never

const bounds = {
  gte: fc.option(fc.nat(11)),
  lt: fc.option(fc.nat(11)),
  isPrefix: fc.boolean(),
  isExclusive: fc.boolean(),
}
const question = fc.record({
  shape: fc.constantFrom(
    'office',
    'officeRank',
    'rank',
    'term',
    'termRange',
    'termTime',
    'time',
    'code',
    'open',
    'id',
  ),
  word,
  rank,
  open: fc.boolean(),
  order: fc.constantFrom('asc', 'desc'),
  limit: fc.integer({ min: 1, max: 5 }),
  low: word,
  high: word,
  ...bounds,
})
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never

async function applyBoth(
  samples: Samples,
  oracle: Map<string, Sample>,
  { kind, id, fields }: Write,
): Promise<void> {
  const holder = [...oracle.values()].find(({ code }) => code !== null && code === fields.code)
  const isClash = holder !== undefined && holder._id !== id
  const known = oracle.get(id)
  if (kind === 'remove') {
    expect(await samples.remove(id)).to.equal(oracle.delete(id))
    return
  }
  const attempt =
    kind === 'insert'
      ? samples.insert(sample(id, fields))
      : samples.update(id, known?.version ?? 1, { set: fields })
  const failed = await attempt.then(
    () => false,
    () => true,
  )
  const isDone = kind === 'insert' ? !known && !isClash : known !== undefined && !isClash
  expect(failed).to.equal(kind === 'insert' ? !isDone : known !== undefined && isClash)
  if (isDone) oracle.set(id, sample(id, { ...fields, version: (known?.version ?? 0) + 1 }))
}

interface Asked {
  readonly index: string
  readonly fields: readonly (keyof Sample)[]
  readonly equals: Readonly<Record<string, unknown>>
  readonly range: Readonly<Record<string, unknown>> | undefined
  readonly isSparse: boolean
}

async function askBoth(
  samples: Collection<Sample>,
  oracle: Map<string, Sample>,
  asked: Question,
): Promise<void> {
  const query = asking(asked)
  const order = query.range?.field === 'terms' ? 'asc' : asked.order
  const expected = answer([...oracle.values()], query, order)
  const found: string[] = []
  let after: string | null = null
  do {
    const page: { items: readonly Sample[]; next: string | null } = await samples.find(
      Object.assign({ index: query.index, limit: asked.limit, order, after }, served(query)),
    )
    expect(page.items.length, 'a page is full unless it is the last').to.be.at.most(asked.limit)
    if (page.next !== null) expect(page.items).to.have.length(asked.limit)
    for (const item of page.items) expect(item).to.deep.equal(oracle.get(item._id))
    found.push(...page.items.map(({ _id }) => _id))
    after = page.next
  } while (after !== null)
  expect(found, JSON.stringify({ query, order })).to.deep.equal(expected)
  expect(await samples.count(Object.assign({ index: query.index }, served(query)))).to.equal(expected.length)
  const ids: string[] = []
  for await (const each of samples.ids(Object.assign({ index: query.index }, served(query)))) ids.push(each)
  expect(ids, JSON.stringify(query)).to.deep.equal(answer([...oracle.values()], query, 'asc'))
}

function served({ equals, range }: Asked): object {
  return { equals, ...(range && { range }) }
}

function asking(asked: Question): Asked {
  const { word, rank, open } = asked
  const text = (field: string) => textRange(field, asked)
  const plain = { range: undefined, isSparse: false }
  const shapes: Record<Question['shape'], Asked> = {
    office: { ...plain, index: 'byOffice', fields: ['office', 'rank'], equals: {}, range: text('office') },
    officeRank: {
      ...plain,
      index: 'byOffice',
      fields: ['office', 'rank'],
      equals: { office: word },
      range: rankRange(rank),
    },
    rank: { ...plain, index: 'byRank', fields: ['rank'], equals: {}, range: rankRange(rank) },
    term: {
      ...plain,
      index: 'byTerm',
      fields: ['office', 'terms'],
      equals: { office: word, terms: asked.low },
    },
    termRange: {
      ...plain,
      index: 'byTerm',
      fields: ['office', 'terms'],
      equals: { office: word },
      range: text('terms') ?? { field: 'terms', gte: '' },
    },
    termTime: { ...plain, index: 'byTermAndTime', fields: ['terms', 'at'], equals: { terms: word } },
    time: { ...plain, index: 'byTime', fields: ['at'], equals: {}, isSparse: true },
    code: { ...plain, index: 'byCode', fields: ['code'], equals: {}, isSparse: true },
    open: { ...plain, index: 'byOpen', fields: ['open', 'at', 'rank'], equals: { open } },
    id: { ...plain, index: '_id', fields: ['_id'], equals: {}, range: text('_id') },
  }
  return shapes[asked.shape]
}

function textRange(field: string, { gte, lt, isPrefix, isExclusive, low, high }: Question) {
  if (isPrefix) return { field, prefix: low }
  if (gte === null && lt === null) return undefined
  return {
    field,
    ...(gte !== null && { [isExclusive ? 'gt' : 'gte']: low }),
    ...(lt !== null && { [isExclusive ? 'lte' : 'lt']: high }),
  }
}

function rankRange(rank: number | null) {
  return rank === null ? undefined : { field: 'rank', gte: rank }
}

/** One entry for each element of an array; of those in the query, a document's first counts. */
function answer(documents: readonly Sample[], query: Asked, order: 'asc' | 'desc'): string[] {
  const entries = documents
    .flatMap(document => tuples(document, query.fields).map(values => ({ id: document._id, values })))
    .filter(({ values }) => !(query.isSparse && values[0] === null) && matches(query, values))
    .toSorted((a, b) => compareAll([...a.values, a.id], [...b.values, b.id]))
  const ids = (order === 'asc' ? entries : entries.toReversed()).map(({ id }) => id)
  return [...new Set(ids)]
}

function tuples(document: Sample, fields: readonly (keyof Sample)[]): unknown[][] {
  return fields.reduce<unknown[][]>(
    (begun, field) => {
      const value = document[field]
      const values: readonly unknown[] = Array.isArray(value) ? value : [value]
      return begun.flatMap(prefix => values.map(each => [...prefix, each]))
    },
    [[]],
  )
}

function matches({ fields, equals, range }: Asked, values: readonly unknown[]): boolean {
  const isEqual = fields.every((field, at) => !(field in equals) || compare(values[at], equals[field]) === 0)
  if (!isEqual || !range) return isEqual
  const value = values[fields.findIndex(field => field === range.field)]
  if ('prefix' in range) return typeof value === 'string' && value.startsWith(String(range.prefix))
  const { gte, gt, lte, lt } = range
  return [
    gte === undefined || isWithin(value, gte, sign => sign >= 0),
    gt === undefined || isWithin(value, gt, sign => sign > 0),
    lte === undefined || isWithin(value, lte, sign => sign <= 0),
    lt === undefined || isWithin(value, lt, sign => sign < 0),
  ].every(Boolean)
}

function isWithin(value: unknown, bound: unknown, holds: (sign: number) => boolean): boolean {
  return kind(value) === kind(bound) && holds(compare(value, bound))
}

function compareAll(a: readonly unknown[], b: readonly unknown[]): number {
  return a.map((value, at) => compare(value, b[at])).find(sign => sign !== 0) ?? 0
}

const kinds = ['null', 'number', 'string', 'boolean', 'date']

function kind(value: unknown): number {
  if (value === null) return 0
  return kinds.indexOf(value instanceof Date ? 'date' : typeof value)
}

function compare(a: unknown, b: unknown): number {
  if (kind(a) !== kind(b)) return kind(a) - kind(b)
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)))
  return Number(a) - Number(b)
}
