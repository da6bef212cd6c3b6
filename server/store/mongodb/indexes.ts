import { mongo } from 'mongoose'
import type { IndexDefinition, Indexes } from '../collection.ts'
import { indexedTypes, keyPattern } from './filter.ts'

/** Codes of the server: an index of this name, or these keys, exists with other options. */
const conflicts = new Set<unknown>([85, 86])

const namespaceNotFound = 26

/** Builds what is missing and builds anew what was declared otherwise; drops what is no longer declared. */
export async function ensureIndexes(collection: mongo.Collection, indexes: Indexes): Promise<void> {
  for (const [name, definition] of Object.entries(indexes)) {
    try {
      await build(collection, name, definition)
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || !conflicts.has(error.code)) throw error
      await collection.dropIndex(name)
      await build(collection, name, definition)
    }
  }
  for (const { name } of await existing(collection)) {
    if (name !== '_id_' && !(name in indexes)) await collection.dropIndex(name)
  }
}

/** A collection in which nothing was ever written does not exist yet, and then has no indexes to list. */
async function existing(collection: mongo.Collection): Promise<{ name: string }[]> {
  try {
    return await collection.listIndexes().toArray()
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === namespaceNotFound) return []
    throw error
  }
}

async function build(collection: mongo.Collection, name: string, definition: IndexDefinition): Promise<void> {
  await collection.createIndex(keyPattern(definition), {
    name,
    unique: definition.unique ?? false,
    ...partial(definition),
  })
}

/**
 * MongoDB's own sparse indexes leave out what is absent, not what is null, and our nullable fields are null.
 * A partial index cannot say "not null", but "of one of the types that we index" says the same.
 */
function partial({ sparse, fields }: IndexDefinition) {
  const [first = ''] = fields
  return sparse ? { partialFilterExpression: { [first]: indexedTypes } } : {}
}
