import * as fc from 'fast-check'
import { Schema, type SchemaType } from 'mongoose'

export type Fields = Record<string, unknown>

/** Documents that a schema takes as they are, some without the fields that it can do without. */
export function documentsOf(schema: Schema): fc.Arbitrary<Fields> {
  const paths = Object.entries(schema.paths)
  const needed = paths.filter(([, type]) => type.options.required === true).map(([name]) => name)
  const values = Object.fromEntries(paths.map(([name, type]) => [name, valuesOf(type)]))
  return fc.record(values, { requiredKeys: needed }).map(fields => ({ ...fields }))
}

/** Documents with something wrong with them, here or deep within; with a little luck, it may be all right. */
export function corrupted(documents: fc.Arbitrary<Fields>): fc.Arbitrary<Fields> {
  return fc
    .tuple(documents, fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 2 }))
    .map(([document, damages]) =>
      damages.reduce((damaged, [at, each]) => ({ ...damagedAt(damaged, at, each) }), document),
    )
}

function valuesOf(type: SchemaType): fc.Arbitrary<unknown> {
  const isRequired = type.options.required === true
  const values = requiredValuesOf(type)
  return isRequired || type.instance === 'Array' ? values : fc.option(values, { nil: null })
}

function requiredValuesOf(type: SchemaType): fc.Arbitrary<unknown> {
  if (type instanceof Schema.Types.DocumentArray) return fc.array(documentsOf(type.schema), { maxLength: 3 })
  if (type instanceof Schema.Types.Array) return fc.array(valuesOf(type.embeddedSchemaType), { maxLength: 3 })
  if (type instanceof Schema.Types.Subdocument) return documentsOf(type.schema)
  switch (type.instance) {
    case 'Number':
      return numbers(type.options)
    case 'Boolean':
      return fc.boolean()
    case 'Date':
      return fc.date({ noInvalidDate: true })
    case 'Mixed':
      return fc.dictionary(fc.constantFrom('kind', 'until', 'to', 'list'), anything, { maxKeys: 4 })
    default:
      return texts(type.options)
  }
}

function texts({ enum: allowed, match }: SchemaType['options']): fc.Arbitrary<unknown> {
  if (Array.isArray(allowed)) return fc.constantFrom<unknown>(...allowed.filter(each => each !== null))
  return match ? fc.constantFrom('2026-01-02', '2019-12-31') : fc.string({ minLength: 1 })
}

function numbers({ min, max }: SchemaType['options']): fc.Arbitrary<number> {
  const range = { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && { max }) }
  return fc.oneof(
    fc.integer(range),
    fc.constantFrom(...[0, 1, 7].filter(value => value >= (range.min ?? 0) && value <= (range.max ?? 7))),
  )
}

const { value: anything } = fc.letrec<{ value: unknown; leaf: unknown }>(tie => ({
  leaf: fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
  ),
  value: fc.oneof(
    { maxDepth: 2 },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ñ'), tie('value'), { maxKeys: 3 }),
  ),
}))

type Damage =
  | { readonly kind: 'put'; readonly junk: unknown }
  | { readonly kind: 'remove' }
  | { readonly kind: 'add'; readonly name: string; readonly junk: unknown }

class Stranger {
  readonly userId = 'u'
}

function junkValues(): unknown[] {
  return [
    ...[null, undefined, '', ' ', 'nonsense', '7', '2026-02-03', 'true', 'null', '2026-01-02T00:00:00Z'],
    ...[0, -0, 1, -1, 1.5, 1e15, -1e9, Number.NaN, Infinity, -Infinity, 10n, true, false],
    ...[
      new Date(0),
      new Date(Number.NaN),
      new Date(8.64e15),
      /a/,
      () => 1,
      new Map([['a', 1]]),
      new Set([1]),
    ],
    ...[[], [null], [undefined], [[]], ['a', 7], [{}], [new Date(Number.NaN)], [Number.NaN], [true]],
    ...[
      {},
      { $gt: '' },
      { $ne: null },
      { $set: { a: 1 } },
      { a: { $in: [] } },
      { a: undefined },
      { 'a.b': 1 },
    ],
    ...[
      { constructor: 'x' },
      { toBSON: 1 },
      { _bsontype: 'ObjectId', id: 'x' },
      { _id: 'x' },
      { valueOf: null },
    ],
    ...[{ isMongooseBuffer: true }, { isMongooseArray: true }, { $isMongooseMap: true }, { toObject: 'x' }],
    ...[JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"prototype":1}'), { length: 3 }, { $__: 1 }],
    ...[Buffer.from('ab'), new Uint8Array([1]), Object('text'), Object(7), Object(true), new Stranger()],
    ...[
      Object.create(null),
      Object.assign(Object.create({ inherited: 1 }), { own: 1 }),
      { _doc: {}, $__: {} },
    ],
  ]
}

const junk = fc.nat(junkValues().length - 1).map(at => junkValues()[at])
const names = fc.constantFrom(
  ...['extra', '$set', '$where', '__proto__', '__v', 'id', 'a.b', 'constructor', '_id', 'toObject', '0', ''],
)

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), junk }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), name: names, junk }) },
)

/** Each step down is taken by what is left of the number, so that every place can be met. */
function damagedAt(given: object, number: number, what: Damage): object {
  const entries = Object.entries(given)
  const at = number % Math.max(entries.length, 1)
  const [name, value]: [string, unknown] = entries[at] ?? ['extra', null]
  const rest = Math.floor(number / Math.max(entries.length, 1))
  const isDeeper = isContainer(value) && rest % 2 === 1
  if (isDeeper) return withField(given, name, damagedAt(value, Math.floor(rest / 2), what))
  if (what.kind === 'add') return withField(given, what.name, what.junk)
  if (what.kind === 'put') return withField(given, name, what.junk)
  return Array.isArray(given)
    ? given.filter((_, index) => index !== at)
    : Object.fromEntries(entries.filter(([each]) => each !== name))
}

function withField(given: object, name: string, value: unknown): object {
  const changed = Object.entries({ ...given }).filter(([each]) => each !== name)
  if (Array.isArray(given)) return given.map((element, index) => (String(index) === name ? value : element))
  return Object.fromEntries([...changed, [name, value]])
}

function isContainer(value: unknown): value is object {
  if (Array.isArray(value)) return true
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
