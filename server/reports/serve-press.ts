import type { MessagePort } from 'node:worker_threads'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { ReportProgress } from '../store/report-job-store.ts'
import { makeParts } from './make-parts.ts'
import type { PressAnswer, PressOrder } from './press-messages.ts'
import type { MadePart } from './report-task.ts'

/** Within one stage, so often at most. */
const progressMs = 200

/** The worker's side of a press: answers each order in turn, over data that is opened for that order alone. */
export function servePress(port: MessagePort, open: (at: Date) => Promise<Context>): void {
  let last = Promise.resolve()
  port.on('message', (order: PressOrder) => {
    last = last.then(() => answer(port, open, order))
  })
}

async function answer(
  port: MessagePort,
  open: (at: Date) => Promise<Context>,
  { task, at }: PressOrder,
): Promise<void> {
  const tell = (said: PressAnswer, parts: readonly MadePart[] = []) =>
    port.postMessage(
      said,
      parts.flatMap(({ bytes }) => (bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [])),
    )
  try {
    const context = await open(at)
    try {
      const made = await makeParts(
        context,
        task,
        spaced(progress => tell({ kind: 'progress', progress })),
      )
      const parts = made.map(part => ({ ...part, bytes: ownBytes(part.bytes) }))
      tell({ kind: 'done', parts }, parts)
    } finally {
      await context.engine.close()
    }
  } catch (error) {
    tell(failure(error))
  }
}

/** Small buffers share one block of memory, which cannot be given away. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}

function failure(error: unknown): PressAnswer {
  if (error instanceof AppError) return { kind: 'refused', code: error.code, details: error.details }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { kind: 'broke', message, stack }
}

/** Each stage is told at once; how far it has got, now and then. */
function spaced(tell: (progress: ReportProgress) => void): (progress: ReportProgress) => void {
  let stage: ReportProgress['stage'] | null = null
  let toldAt = 0
  return progress => {
    const now = performance.now()
    if (progress.stage === stage && now - toldAt < progressMs) return
    stage = progress.stage
    toldAt = now
    tell(progress)
  }
}
