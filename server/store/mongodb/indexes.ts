import { mongo } from 'mongoose'
import type { IndexDefinition, Indexes } from '../collection.ts'
import { indexedTypes, keyPattern } from './filter.ts'
import { isOfShardKey, type ShardKey } from './sharding.ts'

/** An index as MongoDB is told of it. */
export interface WantedIndex {
  readonly name: string
  readonly key: Readonly<Record<string, 1>>
  readonly unique: boolean
  readonly partialFilterExpression?: object
}

/** Codes of the server: an index of this name, or these keys, exists with other options. */
const conflicts = new Set<unknown>([85, 86])

const namespaceNotFound = 26

export function wantedIndexes(indexes: Indexes): WantedIndex[] {
  return Object.entries(indexes).map(([name, definition]) => ({
    name,
    key: keyPattern(definition),
    unique: definition.unique ?? false,
    ...partial(definition),
  }))
}

/** Builds what is missing and builds anew what was declared otherwise; drops what is no longer declared. */
export async function ensureIndexes(
  collection: mongo.Collection,
  wanted: readonly WantedIndex[],
  shardKey?: ShardKey,
): Promise<void> {
  for (const index of wanted) {
    try {
      await build(collection, index)
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || !conflicts.has(error.code)) throw error
      await collection.dropIndex(index.name)
      await build(collection, index)
    }
  }
  const names = new Set(['_id_', ...wanted.map(({ name }) => name)])
  for (const { name, key } of await existing(collection)) {
    if (!names.has(name) && !isOfShardKey(key, shardKey)) await collection.dropIndex(name)
  }
}

/** The names of those that are not there, or are there otherwise than wanted. */
export async function missingIndexes(
  collection: mongo.Collection,
  wanted: readonly WantedIndex[],
): Promise<string[]> {
  const found = new Map((await existing(collection)).map(index => [index.name, shapeOf(index)]))
  return wanted.filter(index => found.get(index.name) !== shapeOf(index)).map(({ name }) => name)
}

/** What makes two indexes the same one, as text. */
function shapeOf({ key, unique, partialFilterExpression }: Omit<ExistingIndex, 'name'>): string {
  return JSON.stringify([key, unique ?? false, partialFilterExpression ?? null])
}

interface ExistingIndex {
  readonly name: string
  readonly key: object
  readonly unique?: boolean | undefined
  readonly partialFilterExpression?: object | undefined
}

/** A collection in which nothing was ever written does not exist yet, and then has no indexes to list. */
async function existing(collection: mongo.Collection): Promise<ExistingIndex[]> {
  try {
    return await collection.listIndexes().toArray()
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === namespaceNotFound) return []
    throw error
  }
}

async function build(collection: mongo.Collection, { key, ...options }: WantedIndex): Promise<void> {
  await collection.createIndex(key, options)
}

/**
 * MongoDB's own sparse indexes leave out what is absent, not what is null, and our nullable fields are null.
 * A partial index cannot say "not null", but "of one of the types that we index" says the same.
 */
function partial({ sparse, fields }: IndexDefinition) {
  const [first = ''] = fields
  return sparse ? { partialFilterExpression: { [first]: indexedTypes } } : {}
}
