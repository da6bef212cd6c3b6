import type { Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { OnProgress } from './make-parts.ts'
import type { PressLine } from './press-line.ts'
import type { MadePart, PressTask } from './report-task.ts'
import { createTurns } from './turns.ts'

/** Where the reports of this process are made, one at a time, in the order of the asking; what is published, first. */
export interface Press {
  /** @throws as `SharedPress`, or as `makeParts` */
  make(task: PressTask, options?: PressOptions): Promise<readonly MadePart[]>
  /** Ends what is being made and refuses what waits and what comes. */
  close(): Promise<void>
}

/** The same press and queue, for what else its worker can make. */
export interface SharedPress<Work extends { readonly kind: string }> extends Press {
  /**
   * Whoever gives the work knows what comes of it.
   * @throws the reason of the signal once it is aborted; AppError 'too-many-reports', 'report-worker-ended',
   * 'report-interrupted' when the press is closed, or what the work was refused with
   */
  run<Result>(work: Work | ReportWork, options?: PressOptions): Promise<Result>
}

export interface ReportWork {
  readonly kind: 'report'
  readonly task: PressTask
}

export interface PressOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Told, while it waits, how many are before it. */
  readonly onWait?: (ahead: number) => void
  /** Before whatever else waits: a publication does not queue behind everybody's previews. */
  readonly isFirst?: boolean
}

export function createPress<Work extends { readonly kind: string } = never>(
  line: PressLine,
  clock: Clock,
): SharedPress<Work> {
  const closing = new AbortController()
  const turns = createTurns()

  async function run<Result>(
    work: Work | ReportWork,
    { signal, onProgress = ignore, onWait = ignore, isFirst = false }: PressOptions = {},
  ): Promise<Result> {
    // Of its own even where nobody else may end it: fifty that wait would all listen to one.
    const both = AbortSignal.any(signal ? [signal, closing.signal] : [closing.signal])
    await turns.take({ signal: both, onWait, isFirst })
    try {
      return await line.run<Result>({ work, at: clock.now() }, onProgress, both)
    } finally {
      turns.next()
    }
  }

  return {
    run,
    make: (task, options) => run<readonly MadePart[]>({ kind: 'report', task }, options),
    async close() {
      closing.abort(new AppError('report-interrupted'))
      await line.close()
    },
  }
}

function ignore(): void {}
