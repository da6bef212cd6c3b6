import type { Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { OnProgress } from './make-parts.ts'
import type { PressLine } from './press-line.ts'
import type { MadePart, PressTask } from './report-task.ts'
import { createTurns } from './turns.ts'

/** Where the reports of this process are made, one at a time, in the order of the asking. */
export interface Press {
  /**
   * @throws the reason of the signal once it is aborted; AppError 'too-many-reports', 'report-worker-ended',
   * 'report-interrupted' when the press is closed, or as `makeParts`
   */
  make(task: PressTask, options?: PressOptions): Promise<readonly MadePart[]>
  /** Ends what is being made and refuses what waits and what comes. */
  close(): Promise<void>
}

export interface PressOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  /** Told, while it waits, how many are before it. */
  readonly onWait?: (ahead: number) => void
}

export function createPress(line: PressLine, clock: Clock): Press {
  const closing = new AbortController()
  const turns = createTurns()
  return {
    async make(task, { signal, onProgress = ignore, onWait = ignore } = {}) {
      const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      await turns.take(onWait, both)
      try {
        return await line.run({ task, at: clock.now() }, onProgress, both)
      } finally {
        turns.next()
      }
    },
    async close() {
      closing.abort(new AppError('report-interrupted'))
      await line.close()
    },
  }
}

function ignore(): void {}
