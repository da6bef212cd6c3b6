import { Error as MongooseError, Mongoose, type Connection } from 'mongoose'
import { AppError } from '../errors.ts'
import type { CollectionDefinition, Indexes, StoredDocument } from './collection.ts'
import { fittingFor, type Fitting } from './fitting.ts'
import { isIndexValue, maxIdBytes, maxIndexedBytes, valuesAt } from './index-value.ts'
import type { RawDocument } from './raw-collection.ts'

/** A change whose values the schema has cast and validated. */
export interface CastChange {
  readonly set: Readonly<Record<string, unknown>>
  readonly push: Readonly<Record<string, readonly unknown[]>>
  readonly increment: Readonly<Record<string, number>>
}

/** Both throw AppError 'invalid-document' { collection, paths }. */
export interface Caster {
  castDocument(document: object): Promise<RawDocument>
  /** The fields of the change alone are validated: a rule about two fields belongs to the domain. */
  castChange(change: object): Promise<CastChange>
}

/** A connection that is never opened: the embedded engine needs mongoose's models, not its driver. */
export function unconnected(): Connection {
  return new Mongoose({ autoIndex: false, autoCreate: false }).createConnection()
}

/** @param fitting of the definition's schema; null leaves everything to mongoose. */
export function casterFor<T extends StoredDocument, I extends Indexes>(
  definition: CollectionDefinition<T, I>,
  connection: Connection,
  fitting: Fitting | null = fittingFor(definition.schema),
): Caster {
  const { name, schema } = definition
  const model = connection.model(name, schema, name)
  const indexed = [
    ...new Set(Object.values<Indexes[string]>(definition.indexes).flatMap(index => index.fields)),
  ]

  function refuse(paths: readonly string[], reason?: string): never {
    throw new AppError('invalid-document', { collection: name, paths, ...(reason && { reason }) })
  }

  function checkIndexed(fields: object, given: (path: string) => boolean): void {
    for (const path of indexed.filter(given)) {
      if (!valuesAt(fields, path).every(isIndexable)) refuse([path], 'not-indexable')
    }
  }

  /** Casts and validates the given fields; the others are judged too when `isWhole`. */
  async function cast(given: object, isWhole: boolean): Promise<Record<string, unknown>> {
    const fitted = isWhole ? fitting?.whole(given) : fitting?.part(given)
    return fitted ?? castByMongoose(stored(given), isWhole)
  }

  async function castByMongoose(given: object, isWhole: boolean): Promise<Record<string, unknown>> {
    let fields: Record<string, unknown> = {}
    let uncast: string[] = []
    try {
      const document = new model(given, null, { defaults: isWhole })
      // A value that could not be cast leaves its path unmodified, which the validation of a part passes over.
      uncast = Object.keys(document.errors ?? {})
      if (uncast.length === 0) await document.validate(undefined, { validateModifiedOnly: !isWhole })
      fields = fieldsOf(document.toObject())
    } catch (error) {
      refuse(pathsOf(error))
    }
    return uncast.length > 0 ? refuse(uncast) : fields
  }

  return {
    async castDocument(document) {
      const fields = await cast(document, true)
      const { _id, version } = fields
      if (!isId(_id)) return refuse(['_id'])
      if (typeof version !== 'number') return refuse(['version'])
      checkIndexed(fields, () => true)
      return { ...fields, _id, version }
    },

    async castChange(change) {
      const { set, push, increment } = partsOf(change)
      const paths = [...Object.keys(set), ...Object.keys(push), ...Object.keys(increment)]
      const own = paths.filter(
        (path, at) => path === '_id' || path === 'version' || paths.indexOf(path) !== at,
      )
      if (own.length > 0) refuse(own)
      const bad = Object.keys(increment).filter(path => !Number.isFinite(increment[path]))
      if (bad.length > 0) refuse(bad)
      const isEmpty = Object.keys(set).length + Object.keys(push).length === 0
      const fields = isEmpty ? {} : await cast({ ...set, ...push }, false)
      checkIndexed(fields, path => (path.split('.')[0] ?? path) in { ...set, ...push })
      return { set: pick(fields, set), push: arraysOf(pick(fields, push)), increment: numbersOf(increment) }
    },
  }
}

function isIndexable(value: unknown): boolean {
  return isIndexValue(value) && (typeof value !== 'string' || Buffer.byteLength(value) <= maxIndexedBytes)
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && !id.includes('\0') && Buffer.byteLength(id) <= maxIdBytes
}

function pathsOf(error: unknown): string[] {
  if (error instanceof MongooseError.ValidationError) return Object.keys(error.errors)
  // A field that the schema lacks, or a value in place of an object: thrown before anything is validated.
  if (error instanceof MongooseError && 'path' in error) return [String(error.path)]
  throw error
}

function partsOf(change: object) {
  const { set = {}, push = {}, increment = {} } = fieldsOf(change)
  return { set: givenOf(set), push: givenOf(push), increment: givenOf(increment) }
}

/** Without `undefined`, which changes nothing. */
function givenOf(value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).filter(([, field]) => field !== undefined))
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function pick(fields: Readonly<Record<string, unknown>>, keys: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(keys).map(key => [key, fields[key] ?? null]))
}

function arraysOf(fields: Readonly<Record<string, unknown>>): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value : []]),
  )
}

function numbersOf(fields: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, Number(value)]))
}

/** A copy without `undefined`, its bytes as Buffers, which is what mongoose casts. */
function stored(value: unknown): object {
  return fieldsOf(copied(value))
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const given = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(given.map(([key, field]) => [key, copied(field)]))
}
