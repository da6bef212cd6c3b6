import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { ReportFile, ReportFileKind, ReportJob } from '../store/report-job-store.ts'
import { createJobRun, heldMs, type JobRun } from './job-run.ts'
import type { Press } from './press.ts'
import { keptHours, removeExpiredReports, resultName } from './remove-expired-reports.ts'
import { reportTask, type ReportRequest } from './report-task.ts'

export interface JobRequest extends ReportRequest {
  readonly size: 'A4' | 'LETTER'
}

/** A job as whoever asked for it sees it. */
export interface JobView extends ReportJob {
  /** How many reports are made before it; null where it is being made, or by another instance. */
  readonly ahead: number | null
}

/** Reports that people ask for, and fetch when they are made. */
export interface ReportJobs {
  /**
   * Asks for a report; the same one that the same person is waiting for already is joined.
   * @throws AppError 'report-interrupted' once they are closed, and as `reportTask`
   */
  start(actor: Actor, request: JobRequest): Promise<JobView>
  /** What the actor asked for and is still kept, the latest first. */
  list(actor: Actor): Promise<JobView[]>
  /** @throws AppError 'not-found', also for what somebody else asked for */
  find(actor: Actor, id: string): Promise<JobView>
  /** One that has ended stays as it is. @throws AppError 'not-found' */
  cancel(actor: Actor, id: string): Promise<JobView>
  /** A file of a report that is made. @throws AppError 'not-found', 'report-not-ready' */
  file(actor: Actor, id: string, kind: ReportFileKind): Promise<{ file: ReportFile; content: Readable }>
  /** Ends what is being made, which is then marked as interrupted. */
  close(): Promise<void>
}

export function createReportJobs(context: Context, press: Press): ReportJobs {
  const { stores, clock } = context
  const runs = createRuns()
  const view = (job: ReportJob) => runs.byId(job.id)?.view() ?? viewOf(context, job)

  async function found(actor: Actor, id: string): Promise<JobView> {
    const job = await stores.reportJobs.find(id)
    if (job?.userId !== actor.userId) throw new AppError('not-found')
    return view(job)
  }

  return {
    async start(actor, { language, size, ...request }) {
      const task = reportTask(actor, request, clock.today())
      const { from, to, asOf } = task
      const asked = { userId: actor.userId, from, to, asOf, language, size }
      const run = runs.joined(JSON.stringify([asked, task]), () =>
        createJobRun(context, press, { task, job: { ...newJob(clock.now()), ...asked } }),
      )
      await run.begun
      await removeOld(context)
      return run.view()
    },
    list: async actor => (await stores.reportJobs.listOf(actor.userId)).map(view),
    find: found,
    async cancel(actor, id) {
      const { state } = await found(actor, id)
      const run = runs.byId(id)
      if (run) await run.cancel()
      else if (state === 'waiting' || state === 'running')
        await stores.reportJobs.changeIf(id, state, { state: 'cancelled', endedAt: clock.now() })
      return found(actor, id)
    },
    async file(actor, id, kind) {
      const job = await found(actor, id)
      if (job.state !== 'done') throw new AppError('report-not-ready')
      const file = job.files.find(each => each.kind === kind)
      if (!file) throw new AppError('not-found')
      return { file, content: await context.engine.results.open(resultName(id, kind)) }
    },
    async close() {
      const ended = runs.end()
      await press.close()
      await ended
    },
  }
}

/** Whoever asks for a new one is not refused because of an old one. */
async function removeOld(context: Context): Promise<void> {
  await removeExpiredReports(context).catch((err: unknown) => {
    context.log.error({ err }, 'Old reports could not be removed')
  })
}

/** What nobody makes any more was interrupted: its process ended before it did. */
function viewOf({ engine, clock }: Context, job: ReportJob): JobView {
  const isUnderWay = job.state === 'waiting' || job.state === 'running'
  const isElsewhere = engine.kind === 'mongodb' && job.heldUntil > clock.now()
  return { ...job, ahead: null, ...(isUnderWay && !isElsewhere && { state: 'interrupted' }) }
}

/** The jobs of this process: by id, and by who asked for what, so that the same is not made twice. */
function createRuns() {
  const byId = new Map<string, JobRun>()
  const byKey = new Map<string, JobRun>()
  let isClosed = false
  return {
    byId: (id: string) => byId.get(id),
    joined(key: string, begin: () => JobRun): JobRun {
      // Nobody would be there to make it, nor to say so once the store is closed.
      if (isClosed) throw new AppError('report-interrupted')
      const known = byKey.get(key)
      if (known) return known
      const run = begin()
      const { id } = run.view()
      byKey.set(key, run)
      byId.set(id, run)
      void run.ended.then(isRecorded => {
        byKey.delete(key)
        // Where the record does not tell of the end, this process still can.
        if (isRecorded) byId.delete(id)
      })
      return run
    },
    /** Takes no more; resolves when all have ended. */
    end() {
      isClosed = true
      return Promise.all([...byId.values()].map(run => run.ended))
    },
  }
}

function newJob(now: Date) {
  return {
    ...{ id: randomUUID(), state: 'waiting' as const, progress: null, error: null, pages: null, files: [] },
    ...{ createdAt: now, heldUntil: new Date(now.getTime() + heldMs), endedAt: null },
    expiresAt: new Date(now.getTime() + keptHours * 3_600_000),
  }
}
