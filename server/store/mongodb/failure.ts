import { Error as MongooseError, mongo } from 'mongoose'
import { AppError } from '../../errors.ts'

const duplicateKey = 11_000
const typeMismatch = 14
const tooBig = new Set([10_334, 17_419, 17_420])

/** Unauthorized, AuthenticationFailed, and Atlas's own. */
const refused = new Set([13, 18, 8_000])

/**
 * Nobody can write for now, or it is not known whether a majority has what was written: no primary, one that is
 * stepping down or shutting down, a member out of reach, a time limit or a write concern that was not met.
 */
const unavailable = new Set([
  ...[6, 7, 50, 64, 89, 91, 133, 134, 189, 262, 9_001],
  ...[10_107, 11_600, 11_602, 13_435, 13_436],
])

/** What a failure of the driver means to the port; the driver's own messages may quote documents, so they stay here. */
export function failureOf(error: unknown, hosts: string, collection: string | null = null): unknown {
  if (isUnreachable(error)) return new AppError('database-unreachable', { host: hosts })
  if (error instanceof mongo.MongoServerError) return serverFailure(error, hosts, collection)
  return error instanceof mongo.MongoError ? new AppError('storage-failed', { cause: error.name }) : error
}

/** Does something with the driver. @throws what it fails with, as `failureOf` */
export async function onDriver<R>(
  work: () => Promise<R>,
  hosts: string,
  collection: string | null = null,
): Promise<R> {
  try {
    return await work()
  } catch (error) {
    throw failureOf(error, hosts, collection)
  }
}

/**
 * The documents of a batch that were not stored, where that is all that went wrong. The driver reports a server
 * that was not reached, or that refused the whole batch, as a failure of the batch without a document in it.
 * @throws AppError as `failureOf`: none of the batch may then be taken as stored
 */
export function writeErrorsIn(
  error: unknown,
  hosts: string,
  collection: string,
): readonly mongo.WriteError[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw failureOf(error, hosts, collection)
  const errors = [error.writeErrors].flat()
  if (errors.length > 0 && !error.result.getWriteConcernError()) return errors
  const isRefusal = errors.length === 0 && typeof error.code === 'number'
  throw isRefusal
    ? serverFailure(error, hosts, collection)
    : new AppError('database-unreachable', { host: hosts })
}

function serverFailure(
  { code, codeName, message }: mongo.MongoServerError,
  hosts: string,
  collection: string | null,
): AppError {
  if (code === duplicateKey) return new AppError('duplicate', { collection, index: indexIn(message) })
  if (unavailable.has(Number(code))) return new AppError('database-unreachable', { host: hosts })
  if (refused.has(Number(code))) return new AppError('database-refused', { host: hosts })
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
    error instanceof MongooseError.MongooseServerSelectionError
  )
}

/** The name of the index that a duplicate key error names. */
export function indexIn(message: string): string | null {
  const name = / index: (\S+)/.exec(message)?.[1] ?? null
  return name === '_id_' ? '_id' : name
}
