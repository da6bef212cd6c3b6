import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { checkDigest, measured, type FileStore } from '../files.ts'
import { downloadOf } from './download.ts'
import { failureOf, onDriver } from './failure.ts'
import type { WantedIndex } from './indexes.ts'

const durable = { w: 'majority', j: true } as const

const byName = {
  name: 'filename_1_uploadDate_1',
  key: { filename: 1, uploadDate: 1 },
  unique: false,
} as const
const byPlace = { name: 'files_id_1_n_1', key: { files_id: 1, n: 1 }, unique: true } as const

/** One attachment for one digest; the others are GridFS's own, which the driver would build at the first upload. */
export const fileIndexes = [
  ['attachments.files', [{ name: 'byDigest', key: { filename: 1 }, unique: true }, byName]],
  ['attachments.chunks', [byPlace]],
  ['results.files', [byName]],
  ['results.chunks', [byPlace]],
] as const satisfies readonly (readonly [string, readonly WantedIndex[]])[]

/**
 * Attachments in GridFS. A file is received under a name of its own and given its SHA-256 as name at the end;
 * a unique index lets one file alone have it, so that nothing partial and nothing double is ever found.
 */
export function mongodbFiles(database: mongo.Db, hosts: string): FileStore {
  const bucket = new mongo.GridFSBucket(database, { bucketName: 'attachments', writeConcern: durable })
  const records = database.collection('attachments.files')

  async function publish(id: mongo.ObjectId, sha256: string): Promise<void> {
    try {
      await records.updateOne({ _id: id }, { $set: { filename: sha256 } }, { writeConcern: durable })
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || error.code !== 11_000) throw error
      await bucket.delete(id)
    }
  }

  const on = <R>(work: () => Promise<R>): Promise<R> => onDriver(work, hosts)

  return {
    async put(content, { maxBytes }) {
      const hash = createHash('sha256')
      const id = new mongo.ObjectId()
      const upload = bucket.openUploadStreamWithId(id, `incoming:${id.toHexString()}`)
      try {
        await pipeline(measured(content, hash, maxBytes), upload)
        const sha256 = hash.digest('hex')
        await publish(id, sha256)
        return { sha256, size: upload.length }
      } catch (error) {
        await database
          .collection('attachments.chunks')
          .deleteMany({ files_id: id })
          .catch(() => {})
        throw failureOf(error, hosts)
      }
    },
    open: sha256 =>
      on(async (): Promise<Readable> => {
        const record = await records.findOne({ filename: checkDigest(sha256) })
        if (!record) throw new AppError('not-found', { sha256 })
        return downloadOf(bucket, record._id, hosts)
      }),
    has: sha256 =>
      on(async () => (await records.countDocuments({ filename: checkDigest(sha256) }, { limit: 1 })) === 1),
    async *list() {
      const published = { filename: { $regex: '^[0-9a-f]{64}$' } }
      const cursor = records.find(published, { projection: { filename: 1, length: 1 } }).sort({ filename: 1 })
      try {
        for await (const { filename, length } of cursor)
          yield { sha256: String(filename), size: Number(length) }
      } catch (error) {
        throw failureOf(error, hosts)
      }
    },
  }
}
