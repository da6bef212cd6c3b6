import { Error as MongooseError, mongo } from 'mongoose'
import { AppError } from '../../errors.ts'

const duplicateKey = 11_000
const typeMismatch = 14
const tooBig = new Set([10_334, 17_419, 17_420])

/** What a failure of the driver means to the port; the driver's own messages may quote documents, so they stay here. */
export function failureOf(error: unknown, hosts: string, collection: string | null = null): unknown {
  if (isUnreachable(error)) {
    return new AppError('database-unreachable', { host: hosts })
  }
  if (!(error instanceof mongo.MongoServerError)) {
    return error instanceof mongo.MongoError ? new AppError('storage-failed', { cause: error.name }) : error
  }
  if (error.code === duplicateKey) {
    return new AppError('duplicate', { collection, index: indexIn(error.message) })
  }
  if (error.code === typeMismatch) {
    return new AppError('invalid-document', { collection, paths: [], reason: 'type-mismatch' })
  }
  if (tooBig.has(Number(error.code))) {
    return new AppError('invalid-document', { collection, paths: [], reason: 'too-big' })
  }
  if (/hint provided does not correspond to an existing index/.test(error.message)) {
    return new AppError('query-not-indexed', { collection, reason: 'ensureIndexes has not been run' })
  }
  return new AppError('storage-failed', { collection, cause: error.codeName ?? error.code ?? error.name })
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNetworkError ||
    error instanceof MongooseError.MongooseServerSelectionError
  )
}

/** The name of the index that a duplicate key error names. */
export function indexIn(message: string): string | null {
  const name = / index: (\S+)/.exec(message)?.[1] ?? null
  return name === '_id_' ? '_id' : name
}
