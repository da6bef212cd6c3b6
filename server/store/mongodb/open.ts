import { Mongoose, type Connection, type mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { casterFor } from '../casting.ts'
import type { CollectionDefinition, Indexes, StoredDocument } from '../collection.ts'
import type { Engine } from '../engine.ts'
import { onceByName, rawCollection } from '../raw-collection.ts'
import { mongodbDriver } from './driver.ts'
import { failureOf } from './failure.ts'
import { mongodbFiles } from './files.ts'
import { ensureIndexes } from './indexes.ts'

const selectionMs = 5_000

/**
 * MongoDB by way of mongoose. A write is acknowledged when a majority has it in its journal: with less, the
 * engine was measured to lose acknowledged writes at a kill. No sessions or transactions are used. Indexes are
 * built by `ensureIndexes` only, never in passing. Throws AppError 'database-unreachable' { host } within five
 * seconds, or 'invalid-input' for an address that is none.
 */
export async function openMongodb({ uri, dbName }: { uri: string; dbName?: string }): Promise<Engine> {
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
      serverSelectionTimeoutMS: selectionMs,
      connectTimeoutMS: selectionMs,
      writeConcern: { w: 'majority', journal: true },
      ignoreUndefined: true,
      promoteBuffers: true,
      retryWrites: false,
      appName: 'vigia',
    })
  } catch (error) {
    await connection.close(true).catch(() => {})
    throw failureOf(error, hosts)
  }
  return engineOn(connection, hosts)
}

function engineOn(connection: Connection, hosts: string): Engine {
  const once = onceByName()
  const definitions: { name: string; indexes: Indexes }[] = []

  function prepare<T extends StoredDocument, I extends Indexes>(definition: CollectionDefinition<T, I>) {
    definitions.push({ name: definition.name, indexes: definition.indexes })
    const caster = casterFor(definition, connection)
    return rawCollection(
      definition,
      caster,
      mongodbDriver(databaseOf(connection).collection(definition.name), hosts),
    )
  }

  return {
    kind: 'mongodb',
    files: mongodbFiles(databaseOf(connection), hosts),
    collection: definition => definition.typed(once(definition.name, () => prepare(definition))),
    async ensureIndexes() {
      const database = databaseOf(connection)
      for (const { name, indexes } of definitions) await ensureIndexes(database.collection(name), indexes)
      definitions.length = 0
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
