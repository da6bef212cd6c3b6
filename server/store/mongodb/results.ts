import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mongo } from 'mongoose'
import { AppError } from '../../errors.ts'
import { checkResultName, type ResultStore } from '../results.ts'
import { downloadOf } from './download.ts'
import { onDriver } from './failure.ts'

/** Results in GridFS, where a file is found by its name only once all of it is there. */
export function mongodbResults(database: mongo.Db, hosts: string): ResultStore {
  const bucket = new mongo.GridFSBucket(database, {
    bucketName: 'results',
    writeConcern: { w: 'majority', j: true },
  })
  /** The latest first. */
  const found = (name: string) =>
    bucket.find({ filename: checkResultName(name) }, { sort: { uploadDate: -1 } }).toArray()

  const on = <R>(work: () => Promise<R>): Promise<R> => onDriver(work, hosts)

  async function upload(name: string, bytes: Uint8Array): Promise<void> {
    const stream = bucket.openUploadStream(name)
    try {
      await pipeline(Readable.from([bytes]), stream)
    } catch (error) {
      await database
        .collection('results.chunks')
        .deleteMany({ files_id: stream.id })
        .catch(() => {})
      throw error
    }
  }

  return {
    put: (name, bytes) =>
      on(async () => {
        const older = await found(name)
        await upload(name, bytes)
        for (const { _id } of older) await bucket.delete(_id)
      }),
    open: name =>
      on(async () => {
        const [file] = await found(name)
        if (!file) throw new AppError('not-found', { name })
        return downloadOf(bucket, file._id, hosts)
      }),
    remove: name =>
      on(async () => {
        for (const { _id } of await found(name)) await bucket.delete(_id)
      }),
  }
}
