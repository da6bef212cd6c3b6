import type { Worker } from 'node:worker_threads'
import { AppError } from '../errors.ts'
import type { OnProgress } from './make-parts.ts'
import { endOfWork, type PressAnswer, type PressOrder } from './press-messages.ts'

/** How long a worker without work is kept: its code is loaded and warm. */
const idleMs = 60_000

/** One worker thread, started when there is work, for one order at a time. */
export interface PressLine {
  /**
   * @throws the reason of the signal once it is aborted, AppError 'report-worker-ended' when the worker dies, or
   * what the work failed with
   */
  run<Result>(order: PressOrder<object>, onProgress: OnProgress, signal: AbortSignal): Promise<Result>
  close(): Promise<void>
}

/** @param gentleMs how long a worker may take to end by itself before it is ended in the midst of what it does */
export function createPressLine(start: () => Worker, gentleMs = 5_000): PressLine {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | null = null

  function take(): Worker {
    if (idle) clearTimeout(idle)
    worker ??= forgettable(start())
    worker.ref()
    return worker
  }

  function forgettable(started: Worker): Worker {
    const forget = () => {
      if (worker === started) worker = null
    }
    // Without a listener an error of the worker would be the process's.
    return started.once('exit', forget).once('error', forget)
  }

  async function close(): Promise<void> {
    if (idle) clearTimeout(idle)
    const ending = worker
    worker = null
    if (ending) await endGently(ending, gentleMs)
  }

  return {
    async run(order, onProgress, signal) {
      signal.throwIfAborted()
      const taken = take()
      try {
        return await answered(taken, { order, onProgress, signal })
      } catch (error) {
        // Whatever it was in the midst of ends with it; another begins afresh.
        if (worker === taken && !(error instanceof AppError && !signal.aborted)) await close()
        throw error
      } finally {
        taken.unref()
        idle = setTimeout(() => void close(), idleMs).unref()
      }
    },
    close,
  }
}

/** A thread that is ended within a call of the embedded store ends the whole process (lmdb throws where nothing may). */
async function endGently(worker: Worker, gentleMs: number): Promise<void> {
  worker.ref()
  const ended = new Promise(resolve => worker.once('exit', resolve))
  const harder = setTimeout(() => void worker.terminate(), gentleMs)
  worker.postMessage(endOfWork)
  await ended
  clearTimeout(harder)
}

interface Asked {
  readonly order: PressOrder<object>
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

/** What the worker makes of an order; whoever gave it knows what that is. */
function answered<Result>(worker: Worker, { order, onProgress, signal }: Asked): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController()
    const end = (settle: () => void) => {
      settled.abort()
      worker.off('message', onMessage).off('error', onDeath).off('exit', onDeath)
      settle()
    }
    const onDeath = () => end(() => reject(new AppError('report-worker-ended')))
    const onMessage = (answer: PressAnswer<Result>) => {
      if (answer.kind === 'progress') return onProgress(answer.progress)
      end(() => (answer.kind === 'done' ? resolve(answer.result) : reject(failureOf(answer))))
    }
    worker.on('message', onMessage).on('error', onDeath).on('exit', onDeath)
    const onAbort = () => end(() => reject(signal.reason))
    signal.addEventListener('abort', onAbort, { once: true, signal: settled.signal })
    worker.postMessage(order)
  })
}

function failureOf(answer: Extract<PressAnswer<never>, { kind: 'refused' | 'broke' }>): Error {
  if (answer.kind === 'refused') return new AppError(answer.code, answer.details)
  const error = new Error(answer.message)
  error.stack = answer.stack
  return error
}
