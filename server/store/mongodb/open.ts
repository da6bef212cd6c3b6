import { Mongoose, type Connection, type mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { casterFor } from '../casting.ts'
import type { CollectionDefinition, Indexes, StoredDocument } from '../collection.ts'
import type { Engine } from '../engine.ts'
import { onceByName, rawCollection, type RawCollection } from '../raw-collection.ts'
import { watched, type SlowWatch } from '../slow-operations.ts'
import { within } from './deadline.ts'
import { mongodbDriver, type Server } from './driver.ts'
import { onDriver } from './failure.ts'
import { fileIndexes, mongodbFiles } from './files.ts'
import { ensureIndexes, missingIndexes, wantedIndexes, type WantedIndex } from './indexes.ts'
import { openingFailure } from './opening-failure.ts'
import { mongodbResults } from './results.ts'
import { shardable, shardKeysOf, type ShardKey } from './sharding.ts'

/** How soon a server that is gone is noticed, in milliseconds: whoever waits for it is told within two seconds. */
const patience = { heartbeatFrequencyMS: 500, connectTimeoutMS: 1_500, serverSelectionTimeoutMS: 1_500 }

const defaultTimeoutMS = 2_000

interface Opening {
  readonly uri: string
  readonly dbName?: string
  readonly timeoutMS?: number
  readonly slow?: SlowWatch | null
}

/**
 * MongoDB by way of mongoose. A write is acknowledged when a majority has it in its journal: with less, the
 * engine was measured to lose acknowledged writes at a kill. Whatever the address says, reads go to the primary:
 * a session that was just ended, a version that was just written must not be read as they were. No sessions or
 * transactions are used. Indexes are built by `ensureIndexes` only, never in passing. Throws AppError
 * 'database-unreachable' { host } within two seconds, 'database-refused', 'database-tls-refused' or
 * 'database-address-wrong' { host }, or 'invalid-input' for an address that is none.
 */
export async function openMongodb({ uri, dbName, timeoutMS = defaultTimeoutMS, slow = null }: Opening) {
  const hosts = hostsOf(uri)
  const mongoose = new Mongoose({
    sanitizeFilter: true,
    strictQuery: 'throw',
    autoIndex: false,
    autoCreate: false,
  })
  const connection = mongoose.createConnection()
  try {
    await connection.openUri(uri, {
      ...(dbName !== undefined && { dbName }),
      ...patience,
      // Each by itself: of a whole write concern, the address could take the journal away.
      w: 'majority',
      journal: true,
      readPreference: 'primary',
      ignoreUndefined: true,
      promoteBuffers: true,
      // The driver leaves it out by itself where there is no replica set.
      retryWrites: true,
      appName: 'vigia',
    })
  } catch (error) {
    await connection.close(true).catch(() => {})
    throw openingFailure(error, hosts)
  }
  return engineOn(connection, { hosts, timeoutMS }, slow)
}

function engineOn(connection: Connection, server: Server, slow: SlowWatch | null): Engine {
  const { hosts } = server
  const once = onceByName()
  const declared: (readonly [string, readonly WantedIndex[]])[] = [...fileIndexes]
  const collections: RawCollection[] = []
  const files = mongodbFiles(databaseOf(connection), hosts)
  let built = 0

  function prepare<T extends StoredDocument, I extends Indexes>(definition: CollectionDefinition<T, I>) {
    declared.push([definition.name, wantedIndexes(definition.indexes)])
    const caster = casterFor(definition, connection)
    const driver = mongodbDriver(databaseOf(connection).collection(definition.name), server)
    const { name } = definition
    const collection = rawCollection(definition, caster, slow ? watched(driver, name, slow) : driver)
    collections.push(collection)
    return collection
  }

  const on = <R>(work: () => Promise<R>): Promise<R> => onDriver(work, hosts)

  return {
    kind: 'mongodb',
    files,
    results: mongodbResults(databaseOf(connection), hosts),
    collections: () => [...collections],
    collection: definition => definition.typed(once(definition.name, () => prepare(definition))),
    ensureIndexes: () =>
      on(async () => {
        const database = databaseOf(connection)
        const shardKeys = await keysOf(connection)
        for (const [name, indexes] of declared.slice(built)) {
          const key = shardKeys.get(name)
          const wanted = indexes.map(index => shardable(index, key))
          await ensureIndexes(database.collection(name), wanted, key)
        }
        built = declared.length
      }),
    missingIndexes: () =>
      on(async () => {
        const database = databaseOf(connection)
        const shardKeys = await keysOf(connection)
        const missing: string[] = []
        for (const [name, indexes] of declared) {
          const wanted = indexes.map(index => shardable(index, shardKeys.get(name)))
          const lacking = await missingIndexes(database.collection(name), wanted)
          missing.push(...lacking.map(index => `${name}.${index}`))
        }
        return missing
      }),
    now: () =>
      on(async () => {
        const asked = databaseOf(connection).aggregate([{ $documents: [{ now: '$$NOW' }] }])
        const answer = await within(server.timeoutMS, hosts, asked.next())
        return new Date(answer?.now)
      }),
    describe: () => `mongodb://${hosts}/${connection.name}`,
    close: () => connection.close(),
  }
}

function databaseOf({ db }: Connection): mongo.Db {
  if (!db) throw new AppError('storage-failed', { cause: 'closed' })
  return db
}

function keysOf(connection: Connection): Promise<ReadonlyMap<string, ShardKey>> {
  return shardKeysOf(connection.getClient(), connection.name)
}

/** Hosts and ports alone: what stands before the last @ may be a password, well written or not. */
function hostsOf(uri: string): string {
  const found = /^mongodb(?:\+srv)?:\/\/(?:.*@)?([^@/?]+)/s.exec(uri)?.[1]
  if (!found) throw new AppError('invalid-input', { field: 'MONGODB_URI' })
  return found
}
