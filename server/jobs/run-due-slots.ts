import { purgeExpired } from '../auth/purge-expired.ts'
import type { Context } from '../context.ts'
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { createOpenData } from '../open-data/open-data.ts'
import { takeSnapshot } from '../open-data/take-snapshot.ts'
import { removeExpiredReports } from '../reports/remove-expired-reports.ts'
import { catchUp } from '../roll-ups/catch-up.ts'
import { createRollUps } from '../roll-ups/roll-ups.ts'
import type { Lease } from '../store/lease-store.ts'
import { scanForBreaches } from './breach-scan.ts'
import type { Mailer } from './mailer.ts'
import { queueNotices } from './notices.ts'
import { deliverMessages } from './outbox-delivery.ts'
import { queueReminders } from './reminders.ts'
import { checkNightly } from './roll-up-check.ts'
import { underLease } from './under-lease.ts'
import { queueViewSummaries } from './view-summaries.ts'

export const jobNames = [
  'breach-scan',
  'reminders',
  'view-summaries',
  'notices',
  'outbox',
  'roll-ups',
  'roll-up-check',
  'snapshots',
  'purge',
] as const

export type JobName = (typeof jobNames)[number]

interface Job {
  readonly name: JobName
  /**
   * Owed once a day, in the ledger of slots. A job that always works is run at every ring besides, since what
   * it has to do also comes from what people record; one without slots finds what it owes in the store itself.
   */
  readonly daily: boolean
  readonly always: boolean
  readonly run: (context: Context, options: JobOptions) => Promise<object>
}

interface JobOptions {
  readonly mailer: Mailer | null
  readonly signal: AbortSignal
}

/** In this order: what a scan writes is told of, delivered and counted in the same turn. */
const jobs: readonly Job[] = [
  { name: 'breach-scan', daily: true, always: true, run: scanForBreaches },
  { name: 'reminders', daily: true, always: false, run: queueReminders },
  { name: 'view-summaries', daily: true, always: false, run: queueViewSummaries },
  { name: 'notices', daily: false, always: true, run: queueNotices },
  {
    name: 'outbox',
    daily: false,
    always: true,
    run: (context, { mailer, signal }) => deliverMessages(context, mailer, { signal }),
  },
  { name: 'roll-ups', daily: false, always: true, run: catchUp },
  { name: 'roll-up-check', daily: true, always: false, run: checkNightly },
  {
    name: 'snapshots',
    daily: true,
    always: false,
    run: context => takeSnapshot(context, createOpenData(context, createRollUps(context))),
  },
  {
    ...{ name: 'purge', daily: true, always: false },
    run: async context => ({
      ...(await purgeExpired(context)),
      reports: await removeExpiredReports(context),
    }),
  },
]

export interface RunOptions {
  /** Names this process among those that share the store. */
  readonly owner: string
  readonly mailer?: Mailer | null
  readonly signal?: AbortSignal
}

/** How each job ended: what it counted, null where nothing was due, or 'failed'. */
export type RunSummary = Readonly<Record<JobName, object | 'failed' | null>>

/**
 * One turn of all jobs, under a lease. The ledger says what is owed, not the alarm clock: every day since the
 * last one done gets its slot, and one run makes up for all of them. A job that fails is logged and stays
 * owed, and the others go on. Returns null while another process has the turn.
 */
export async function runDueSlots(
  context: Context,
  { owner, mailer = null, signal = new AbortController().signal }: RunOptions,
): Promise<RunSummary | null> {
  return underLease(context, { name: 'jobs', owner, signal }, async (lease, held) => {
    const summary: Record<JobName, object | 'failed' | null> = {
      'breach-scan': null,
      reminders: null,
      'view-summaries': null,
      notices: null,
      outbox: null,
      'roll-ups': null,
      'roll-up-check': null,
      snapshots: null,
      purge: null,
    }
    for (const job of jobs) {
      held.throwIfAborted()
      summary[job.name] = await runOrLog(context, job, lease, { mailer, signal: held })
    }
    return summary
  })
}

async function runOrLog(
  context: Context,
  job: Job,
  lease: Lease,
  options: JobOptions,
): Promise<object | 'failed' | null> {
  const days = job.daily ? await openSlots(context, job.name) : []
  try {
    if (days.length === 0) return job.always ? await job.run(context, options) : null
    return await runSlots(context, job, lease, options, days)
  } catch (err) {
    if (options.signal.aborted) throw err
    context.log.error({ err, job: job.name }, 'A job failed')
    await closeSlots(context, job.name, lease, days, { state: 'failed', summary: null })
    return 'failed'
  }
}

/** Puts every day since the last one done into the ledger, and returns them; at the very first start, today. */
async function openSlots({ stores, clock }: Context, job: JobName): Promise<CalendarDate[]> {
  const today = clock.today()
  const last = await stores.slots.lastDone(job, { day: today, now: clock.now() })
  const days: CalendarDate[] = []
  for (let day = last ? addDays(last.day, 1) : today; day <= today; day = addDays(day, 1)) days.push(day)
  await stores.slots.addDue(job, days)
  return days
}

async function runSlots(
  context: Context,
  job: Job,
  lease: Lease,
  options: JobOptions,
  days: readonly CalendarDate[],
): Promise<object | null> {
  const { slots } = context.stores
  const startedAt = context.clock.now()
  for (const day of days) {
    if (!(await slots.begin(job.name, day, lease.token, startedAt))) return null
  }
  const result = await job.run(context, options)
  await closeSlots(context, job.name, lease, days, { state: 'done', summary: countsIn(result) })
  return result
}

/** The last of the days is the one that ran; it made up for the others. */
async function closeSlots(
  { stores, clock }: Context,
  job: JobName,
  { token }: Lease,
  days: readonly CalendarDate[],
  end: { state: 'done' | 'failed'; summary: Readonly<Record<string, number>> | null },
): Promise<void> {
  const ran = days.at(-1)
  const finishedAt = clock.now()
  for (const day of days) {
    const isMadeUp = day !== ran && ran !== undefined
    await stores.slots.finish(job, day, token, { ...end, finishedAt, madeUpOn: isMadeUp ? ran : null })
  }
}

function countsIn(result: object): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(result).filter(([, count]) => typeof count === 'number'))
}
