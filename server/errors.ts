export type ErrorCode =
  | 'invalid-input'
  | 'sign-in-required'
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'duplicate'
  | 'invalid-document'
  | 'query-not-indexed'
  | 'not-deletable'
  | 'file-too-big'
  | 'data-folder-in-use'
  | 'data-folder-not-writable'
  | 'data-folder-newer'
  | 'storage-failed'
  | 'database-unreachable'
  | 'unexpected'

/** A failure the caller can do something about. Anything else thrown is a bug or an outage. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
