import type { Schema, SchemaType } from 'mongoose'
import type { IndexDefinition, Indexes } from './collection.ts'

/** The most fields of an index: with the lengths below, every key fits into LMDB's 1978 bytes. */
const maxIndexFields = 4

/**
 * Sets the options that both engines need and returns the schema. Throws RangeError, at start, for what they
 * could not hold alike: an index on a path that the schema lacks or on two arrays, subdocuments that would
 * be given ids of mongoose's own, a name that is not plain.
 */
export function checkDefinition(name: string, schema: Schema, indexes: Indexes): Schema {
  if (!/^[a-z][A-Za-z]{1,40}$/.test(name)) throw new RangeError(`Not a collection name: ${name}`)
  refuseForeignIds(name, schema)
  for (const [index, definition] of Object.entries(indexes))
    checkIndex(`${name}.${index}`, schema, definition)
  for (const each of [schema, ...schema.childSchemas.map(child => child.schema)]) {
    // Without minimize: false an empty object would be stored as nothing at all.
    each.set('minimize', false).set('versionKey', false).set('strict', 'throw').set('strictQuery', 'throw')
    each.set('autoIndex', false).set('id', false)
  }
  return schema
}

/** The schema's type for a dotted path; for a path into an array of subdocuments, that of the inner field. */
export function schemaTypeAt(schema: Schema, path: string): SchemaType | undefined {
  const found: SchemaType | null | undefined = schema.path(path)
  return found ?? undefined
}

/** The field of an index that holds an array, if any. */
export function arrayFieldOf(schema: Schema, definition: IndexDefinition): string | null {
  return definition.fields.find(field => isArrayPath(schema, field)) ?? null
}

function checkIndex(label: string, schema: Schema, { fields }: IndexDefinition): void {
  if (fields.length === 0 || fields.length > maxIndexFields) {
    throw new RangeError(`${label} must have 1 to ${maxIndexFields} fields`)
  }
  const unknown = fields.find(field => !schemaTypeAt(schema, field))
  if (unknown) throw new RangeError(`${label}: the schema has no path ${unknown}`)
  if (fields.filter(field => isArrayPath(schema, field)).length > 1) {
    throw new RangeError(`${label}: only one field of an index may be an array`)
  }
}

function isArrayPath(schema: Schema, path: string): boolean {
  const steps = path.split('.')
  return steps.some((_, at) => isArrayType(schemaTypeAt(schema, steps.slice(0, at + 1).join('.'))))
}

function isArrayType(type: SchemaType | undefined): boolean {
  return type?.instance === 'Array' || type?.instance === 'DocumentArray'
}

function refuseForeignIds(name: string, schema: Schema): void {
  for (const { schema: child } of schema.childSchemas) {
    if (schemaTypeAt(child, '_id')?.instance === 'ObjectId') {
      throw new RangeError(`${name}: give its subdocument schemas { _id: false }; ids are ours`)
    }
  }
  if (schemaTypeAt(schema, '_id')?.instance !== 'String')
    throw new RangeError(`${name}: _id must be a String`)
  if (schemaTypeAt(schema, 'version')?.instance !== 'Number')
    throw new RangeError(`${name}: version must be a Number`)
}
