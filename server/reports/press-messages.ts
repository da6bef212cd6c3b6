import type { ErrorCode } from '../errors.ts'
import type { ReportProgress } from '../store/report-job-store.ts'

/** To the worker, one at a time: plain data; `at` is the instant by which it takes today. */
export interface PressOrder<Work> {
  readonly work: Work
  readonly at: Date
}

/** To the worker, at any time: it ends by itself at its next turn, whatever it is in the midst of. */
export const endOfWork = 'end'

/** From the worker: some progress, then an end. */
export type PressAnswer<Result> =
  | { readonly kind: 'progress'; readonly progress: ReportProgress }
  | { readonly kind: 'done'; readonly result: Result }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly details: Readonly<Record<string, unknown>>
    }
  /** A fault of ours; the stack is for the log. */
  | { readonly kind: 'broke'; readonly message: string; readonly stack: string }
