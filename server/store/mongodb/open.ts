import { Mongoose, type Connection, type mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { casterFor } from '../casting.ts'
import type { CollectionDefinition, Indexes, StoredDocument } from '../collection.ts'
import type { Engine } from '../engine.ts'
import { onceByName, rawCollection, type RawCollection } from '../raw-collection.ts'
import { mongodbDriver, type Server } from './driver.ts'
import { failureOf } from './failure.ts'
import { fileIndexes, mongodbFiles } from './files.ts'
import { ensureIndexes, missingIndexes, wantedIndexes, type WantedIndex } from './indexes.ts'
import { mongodbResults } from './results.ts'

/** How soon a server that is gone is noticed, in milliseconds: whoever waits for it is told within two seconds. */
const patience = { heartbeatFrequencyMS: 500, connectTimeoutMS: 1_500, serverSelectionTimeoutMS: 1_500 }

const defaultTimeoutMS = 2_000

/**
 * MongoDB by way of mongoose. A write is acknowledged when a majority has it in its journal: with less, the
 * engine was measured to lose acknowledged writes at a kill. No sessions or transactions are used. Indexes are
 * built by `ensureIndexes` only, never in passing. Throws AppError 'database-unreachable' { host } within two
 * seconds, or 'invalid-input' for an address that is none.
 */
export async function openMongodb({
  uri,
  dbName,
  timeoutMS = defaultTimeoutMS,
}: {
  uri: string
  dbName?: string
  timeoutMS?: number
}): Promise<Engine> {
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
      writeConcern: { w: 'majority', journal: true },
      ignoreUndefined: true,
      promoteBuffers: true,
      // The driver leaves it out by itself where there is no replica set.
      retryWrites: true,
      appName: 'vigia',
    })
  } catch (error) {
    await connection.close(true).catch(() => {})
    throw failureOf(error, hosts)
  }
  return engineOn(connection, { hosts, timeoutMS })
}

function engineOn(connection: Connection, server: Server): Engine {
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
    const collection = rawCollection(definition, caster, driver)
    collections.push(collection)
    return collection
  }

  return {
    kind: 'mongodb',
    files,
    results: mongodbResults(databaseOf(connection), hosts),
    collections: () => [...collections],
    collection: definition => definition.typed(once(definition.name, () => prepare(definition))),
    async ensureIndexes() {
      const database = databaseOf(connection)
      for (const [name, wanted] of declared.slice(built))
        await ensureIndexes(database.collection(name), wanted)
      built = declared.length
    },
    async missingIndexes() {
      const database = databaseOf(connection)
      const missing: string[] = []
      for (const [name, wanted] of declared) {
        const lacking = await missingIndexes(database.collection(name), wanted)
        missing.push(...lacking.map(index => `${name}.${index}`))
      }
      return missing
    },
    async now() {
      try {
        const answer = await databaseOf(connection)
          .aggregate([{ $documents: [{ now: '$$NOW' }] }])
          .next()
        return new Date(answer?.now)
      } catch (error) {
        throw failureOf(error, hosts)
      }
    },
    describe: () => `mongodb://${hosts}/${connection.name}`,
    close: () => connection.close(),
  }
}

function databaseOf({ db }: Connection): mongo.Db {
  if (!db) throw new AppError('storage-failed', { cause: 'closed' })
  return db
}

/** Hosts and ports alone: an address may hold a password. */
function hostsOf(uri: string): string {
  const found = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1]
  if (!found) throw new AppError('invalid-input', { field: 'MONGODB_URI' })
  return found
}
