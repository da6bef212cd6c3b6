import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { checkDigest, measured, type FileStore } from '../files.ts'
import { failureOf } from './failure.ts'

const durable = { w: 'majority', j: true } as const

/**
 * Attachments in GridFS. A file is received under a name of its own and given its SHA-256 as name at the end;
 * a unique index lets one file alone have it, so that nothing partial and nothing double is ever found.
 */
export function mongodbFiles(database: mongo.Db, hosts: string): FileStore {
  const bucket = new mongo.GridFSBucket(database, { bucketName: 'attachments', writeConcern: durable })
  const records = database.collection('attachments.files')
  let indexed: Promise<unknown> | null = null

  async function publish(id: mongo.ObjectId, sha256: string): Promise<void> {
    indexed ??= records.createIndex({ filename: 1 }, { name: 'byDigest', unique: true })
    await indexed
    try {
      await records.updateOne({ _id: id }, { $set: { filename: sha256 } }, { writeConcern: durable })
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || error.code !== 11_000) throw error
      await bucket.delete(id)
    }
  }

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
    async open(sha256): Promise<Readable> {
      const record = await records.findOne({ filename: checkDigest(sha256) })
      if (!record) throw new AppError('not-found', { sha256 })
      return bucket.openDownloadStream(record._id)
    },
    has: async sha256 =>
      (await records.countDocuments({ filename: checkDigest(sha256) }, { limit: 1 })) === 1,
  }
}
