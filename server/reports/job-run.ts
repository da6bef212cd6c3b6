import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import {
  reportFileKinds,
  type ReportFile,
  type ReportJob,
  type ReportJobPatch,
} from '../store/report-job-store.ts'
import type { Press, PressOptions } from './press.ts'
import { keptHours, removeResults, resultName } from './remove-expired-reports.ts'
import type { JobView } from './report-jobs.ts'
import type { MadePart, PressTask, ReportTask } from './report-task.ts'

/** A job that this process has in hand. */
export interface JobRun {
  view(): JobView
  /** Once it is on record. Rejects where it could not be recorded; then there is no job. */
  readonly begun: Promise<void>
  /** Never rejects; false where the record could not be told of the end. */
  readonly ended: Promise<boolean>
  cancel(): Promise<void>
}

/** So often the record is told how far it has got, and that somebody still makes it. */
const beatMs = 5_000
/** Without a beat for so long, nobody makes it any more. */
export const heldMs = 30_000

/** Begins a job: in the press's queue, on record, and to its end. */
export function createJobRun(
  context: Context,
  press: Press,
  given: { job: ReportJob; task: ReportTask },
): JobRun {
  const { job, task } = given
  const stopping = new AbortController()
  const stop = () => stopping.abort(new AppError('report-cancelled'))
  const record = recordOf(context, job, stop)
  let now: JobView = { ...job, ahead: null }

  const beat = () => {
    const { state, progress } = now
    const heldUntil = new Date(context.clock.now().getTime() + heldMs)
    void record({ state, progress, heldUntil }, 'A report could not tell how far it has got')
  }

  async function toTheEnd(): Promise<boolean> {
    const beating = setInterval(beat, beatMs).unref()
    const end = await endOf(context, job.id, () =>
      made(context, press, now, task, {
        signal: stopping.signal,
        onWait: ahead => (now = { ...now, ahead }),
        onProgress: progress => (now = { ...now, state: 'running', ahead: null, progress }),
      }),
    )
    clearInterval(beating)
    const endedAt = context.clock.now()
    const patch = { ...end, endedAt, expiresAt: new Date(endedAt.getTime() + keptHours * 3_600_000) }
    now = { ...now, ...patch, ahead: null }
    return record(patch, 'The end of a report could not be recorded')
  }

  const begun = context.stores.reportJobs.add(job)
  const ended = begun.then(toTheEnd, () => true)
  return {
    view: () => now,
    begun,
    ended,
    async cancel() {
      stop()
      await ended
    },
  }
}

/**
 * Changes the record, one change after the other; false where that failed. Where another instance has cancelled
 * the job, `onGone` is told.
 */
function recordOf({ stores, log }: Context, job: ReportJob, onGone: () => void) {
  let { state } = job
  let last: Promise<unknown> = Promise.resolve()
  return (patch: ReportJobPatch, complaint: string): Promise<boolean> => {
    const change = async () => {
      const changed = await stores.reportJobs.changeIf(job.id, state, patch)
      if (changed) state = changed.state
      else onGone()
      return true
    }
    const result = last.then(change).catch((err: unknown) => {
      log.error({ err, job: job.id }, complaint)
      return false
    })
    last = result
    return result
  }
}

async function made(
  context: Context,
  press: Press,
  job: JobView,
  task: ReportTask,
  options: PressOptions & { readonly signal: AbortSignal },
): Promise<ReportJobPatch> {
  const parts = await press.make(pressTask(job, task), options)
  const files = await keep(context, job.id, parts)
  options.signal.throwIfAborted()
  const pages = parts.find(part => part.pages !== null)?.pages ?? null
  return { state: 'done', files, pages, progress: null }
}

function pressTask({ language, size }: JobView, task: ReportTask): PressTask {
  return {
    ...{ ...task, size, edition: null },
    parts: [`pdf_${language}`, `xlsx_${language}`, 'figures', 'cases', 'summary'],
  }
}

async function keep(
  { engine }: Context,
  id: string,
  parts: readonly MadePart[],
): Promise<readonly ReportFile[]> {
  const files: ReportFile[] = []
  for (const { kind: part, name, mediaType, sha256, bytes } of parts) {
    const kind = reportFileKinds.find(each => part.startsWith(each))
    if (!kind) throw new RangeError(`A job keeps no ${part}`)
    await engine.results.put(resultName(id, kind), bytes)
    files.push({ kind, name, mediaType, size: bytes.length, sha256 })
  }
  return files
}

/** What came of it; whatever it failed with, no file of it is left. */
async function endOf(
  context: Context,
  id: string,
  make: () => Promise<ReportJobPatch>,
): Promise<ReportJobPatch> {
  try {
    return await make()
  } catch (error) {
    await removeResults(context, id).catch(() => undefined)
    if (error instanceof AppError) return refusal(error)
    context.log.error({ err: error, job: id }, 'A report could not be made')
    return { state: 'failed', error: { code: 'unexpected', details: {} } }
  }
}

function refusal({ code, details }: AppError): ReportJobPatch {
  if (code === 'report-cancelled') return { state: 'cancelled' }
  if (code === 'report-interrupted') return { state: 'interrupted' }
  return { state: 'failed', error: { code, details } }
}
