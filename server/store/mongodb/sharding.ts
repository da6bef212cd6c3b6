import type { mongo } from 'mongoose'
import type { WantedIndex } from './indexes.ts'

/** Field to 1 or 'hashed', in their order. */
export type ShardKey = Readonly<Record<string, unknown>>

/** The shard key of each sharded collection of a database, by its name; none but on a sharded cluster. */
export async function shardKeysOf(
  client: mongo.MongoClient,
  database: string,
): Promise<ReadonlyMap<string, ShardKey>> {
  const { msg } = await client.db(database).command({ hello: 1 })
  if (msg !== 'isdbgrid') return new Map()
  const sharded = client
    .db('config')
    .collection<{ _id: string; key: ShardKey; unsplittable?: boolean }>('collections')
    .find({ _id: { $gt: `${database}.`, $lt: `${database}/` } })
  const keys = new Map<string, ShardKey>()
  for await (const { _id, key, unsplittable } of sharded) {
    if (!unsplittable) keys.set(_id.slice(database.length + 1), key)
  }
  return keys
}

/**
 * What can be had of an index on a sharded collection: each shard can hold only those values unique of which the
 * shard key is the beginning. The other unique values are unique by how they are made (README, "Shard keys").
 */
export function shardable(wanted: WantedIndex, shardKey: ShardKey | undefined): WantedIndex {
  if (!shardKey || !wanted.unique) return wanted
  const fields = Object.keys(wanted.key)
  const isHeld = Object.entries(shardKey).every(([field, kind], at) => kind === 1 && fields[at] === field)
  return isHeld ? wanted : { ...wanted, unique: false }
}

/** The index that sharding itself stands on, which cannot be dropped. */
export function isOfShardKey(key: object, shardKey: ShardKey | undefined): boolean {
  return shardKey !== undefined && JSON.stringify(key) === JSON.stringify(shardKey)
}
