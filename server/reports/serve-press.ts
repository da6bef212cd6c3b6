import type { MessagePort } from 'node:worker_threads'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { ReportProgress } from '../store/report-job-store.ts'
import type { OnProgress } from './make-parts.ts'
import { endOfWork, type PressAnswer, type PressOrder } from './press-messages.ts'

/** Within one stage, so often at most. */
const progressMs = 200

/** Does one piece of work over the data; what it returns is posted, each item's `bytes` given away with it. */
export type DoWork<Work> = (
  context: Context,
  work: Work,
  onProgress: OnProgress,
) => Promise<readonly object[]>

interface Served<Work> {
  open(at: Date): Promise<Context>
  readonly doWork: DoWork<Work>
}

/** The worker's side of a press: answers each order in turn, over data that is opened for that order alone. */
export function servePress<Work>(port: MessagePort, served: Served<Work>): void {
  let last = Promise.resolve()
  port.on('message', (said: PressOrder<Work> | typeof endOfWork) => {
    // Of a thread this ends the thread alone.
    if (said === endOfWork) process.exit()
    last = last.then(() => answer(port, served, said))
  })
}

async function answer<Work>(
  port: MessagePort,
  { open, doWork }: Served<Work>,
  { work, at }: PressOrder<Work>,
): Promise<void> {
  const tell = (said: PressAnswer<readonly object[]>, given: readonly ArrayBuffer[] = []) =>
    port.postMessage(said, given)
  const onProgress = spaced(progress => tell({ kind: 'progress', progress }))
  try {
    // The data is closed by then: whoever is told may end this thread at once.
    const result = (await workOver(await open(at), context => doWork(context, work, onProgress))).map(
      withOwnBytes,
    )
    tell({ kind: 'done', result }, result.flatMap(buffersOf))
  } catch (error) {
    tell(failure(error))
  }
}

async function workOver<R>(context: Context, work: (context: Context) => Promise<R>): Promise<R> {
  try {
    return await work(context)
  } finally {
    await context.engine.close()
  }
}

/** Small buffers share one block of memory, which cannot be given away. */
function withOwnBytes(item: object): object {
  if (!('bytes' in item) || !(item.bytes instanceof Uint8Array)) return item
  const { bytes } = item
  return bytes.byteLength === bytes.buffer.byteLength ? item : { ...item, bytes: new Uint8Array(bytes) }
}

function buffersOf(item: object): ArrayBuffer[] {
  if (!('bytes' in item) || !(item.bytes instanceof Uint8Array)) return []
  const { buffer } = item.bytes
  return buffer instanceof ArrayBuffer ? [buffer] : []
}

function failure(error: unknown): PressAnswer<never> {
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
