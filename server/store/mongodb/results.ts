import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { checkResultName, type ResultStore } from '../results.ts'
import { failureOf } from './failure.ts'

/** Results in GridFS, where a file is found by its name only once all of it is there. */
export function mongodbResults(database: mongo.Db, hosts: string): ResultStore {
  const bucket = new mongo.GridFSBucket(database, {
    bucketName: 'results',
    writeConcern: { w: 'majority', j: true },
  })
  /** The latest first. */
  const found = (name: string) =>
    bucket.find({ filename: checkResultName(name) }, { sort: { uploadDate: -1 } }).toArray()

  return {
    async put(name, bytes) {
      const older = await found(name)
      const upload = bucket.openUploadStream(name)
      try {
        await pipeline(Readable.from([bytes]), upload)
      } catch (error) {
        await database
          .collection('results.chunks')
          .deleteMany({ files_id: upload.id })
          .catch(() => {})
        throw failureOf(error, hosts)
      }
      for (const { _id } of older) await bucket.delete(_id)
    },
    async open(name) {
      const [file] = await found(name)
      if (!file) throw new AppError('not-found', { name })
      return bucket.openDownloadStream(file._id)
    },
    async remove(name) {
      for (const { _id } of await found(name)) await bucket.delete(_id)
    },
  }
}
