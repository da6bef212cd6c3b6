import type { Refusal } from './domain/request/refusals.ts'

/** What a request over HTTP, a sign-in or a start of the program can fail with, beside the store's codes. */
export type EdgeErrorCode =
  | 'bad-request'
  | 'body-not-json'
  | 'body-too-big'
  | 'unsupported-media-type'
  | 'method-not-allowed'
  | 'precondition-required'
  | 'idempotency-key-reused'
  | 'idempotency-key-in-use'
  | 'too-many-requests'
  | 'wrong-credentials'
  | 'password-change-required'
  | 'not-same-origin'
  | 'csrf-token-wrong'
  | 'port-in-use'

export type ErrorCode =
  | EdgeErrorCode
  | Refusal
  | 'link-expired'
  | 'second-factor-required'
  | 'unknown-institution'
  | 'unknown-organisation'
  | 'period-invalid'
  | 'evidence-file-unknown'
  | 'no-recipient'
  | 'edition-not-in-that-state'
  | 'reply-term-running'
  | 'reply-term-over'
  | 'challenge-open'
  | 'already-replied'
  | 'changes-required'
  | 'rating-not-open'
  | 'period-not-over'
  | 'missing-glyph'
  | 'partly-logged'
  | 'silence-not-established'
  | 'review-not-open'
  | 'too-many-views'
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
  | 'file-empty'
  | 'data-folder-in-use'
  | 'data-folder-not-writable'
  | 'data-folder-newer'
  | 'clock-apart'
  | 'data-folder-damaged'
  | 'data-file-foreign'
  | 'indexes-missing'
  | 'copy-unfinished'
  | 'copy-target-not-empty'
  | 'storage-failed'
  | 'figures-not-counted'
  | 'disk-full'
  | 'report-cancelled'
  | 'report-interrupted'
  | 'report-not-ready'
  | 'report-worker-ended'
  | 'too-many-reports'
  | 'database-unreachable'
  | 'database-refused'
  | 'database-tls-refused'
  | 'database-address-wrong'
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
