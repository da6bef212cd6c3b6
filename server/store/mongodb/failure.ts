import { Error as MongooseError, mongo } from 'mongoose'
import { AppError } from '../../errors.ts'

const duplicateKey = 11_000
const typeMismatch = 14
const tooBig = new Set([10_334, 17_419, 17_420])

/** What a failure of the driver means to the port; the driver's own messages may quote documents, so they stay here. */
export function failureOf(error: unknown, hosts: string, collection: string | null = null): unknown {
  if (isUnreachable(error)) return new AppError('database-unreachable', { host: hosts })
  if (error instanceof mongo.MongoServerError) return serverFailure(error, collection)
  return error instanceof mongo.MongoError ? new AppError('storage-failed', { cause: error.name }) : error
}

function serverFailure(
  { code, codeName, message }: mongo.MongoServerError,
  collection: string | null,
): AppError {
  if (code === duplicateKey) return new AppError('duplicate', { collection, index: indexIn(message) })
  if (code === typeMismatch || tooBig.has(Number(code))) {
    return new AppError('invalid-document', { collection, paths: [], reason: codeName })
  }
  if (/hint provided does not correspond to an existing index/.test(message)) {
    return new AppError('query-not-indexed', { collection, reason: 'ensureIndexes has not been run' })
  }
  return new AppError('storage-failed', { collection, cause: codeName ?? code })
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoOperationTimeoutError ||
    error instanceof MongooseError.MongooseServerSelectionError
  )
}

/** The name of the index that a duplicate key error names. */
export function indexIn(message: string): string | null {
  const name = / index: (\S+)/.exec(message)?.[1] ?? null
  return name === '_id_' ? '_id' : name
}
