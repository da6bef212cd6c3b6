import { Readable } from 'node:stream'
import type { mongo } from 'mongoose'
import { failureOf } from './failure.ts'

/** A file's content; what the driver fails with half-way is said as the port says it. */
export function downloadOf(bucket: mongo.GridFSBucket, id: mongo.ObjectId, hosts: string): Readable {
  return Readable.from(contentOf(bucket, id, hosts), { objectMode: false })
}

async function* contentOf(bucket: mongo.GridFSBucket, id: mongo.ObjectId, hosts: string) {
  try {
    yield* bucket.openDownloadStream(id)
  } catch (error) {
    throw failureOf(error, hosts)
  }
}
