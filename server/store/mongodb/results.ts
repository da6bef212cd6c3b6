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
  const found = (name: string) => bucket.find({ filename: checkResultName(name) }).toArray()

  return {
    async put(name, bytes) {
      const upload = bucket.openUploadStream(checkResultName(name))
      try {
        await pipeline(Readable.from([bytes]), upload)
      } catch (error) {
        await upload.abort().catch(() => undefined)
        throw failureOf(error, hosts)
      }
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
