import { monitorEventLoopDelay } from 'node:perf_hooks'
import { addClosure } from '../../../server/calendar/add-closure.ts'
import { previewClosure } from '../../../server/calendar/preview-closure.ts'
import { tellClosures } from '../../../server/calendar/tell-closures.ts'
import type { Context } from '../../../server/context.ts'
import { addDays, calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { scanForBreaches, type ScanSummary } from '../../../server/jobs/breach-scan.ts'
import { growHeapSlowly } from '../../../server/grow-heap-slowly.ts'
import { startServer } from '../../../server/start-server.ts'
import { tellParent } from '../server-messages.ts'
import { benchConfig, movableClock } from '../store.ts'
import { cpuMilliseconds } from '../timing.ts'
import { addAccounts, type ScaleAccounts } from './accounts.ts'
import { serveWorks } from './ask.ts'
import { addLongRequests, addToAdmit, admitAll } from './event-work.ts'
import { openBareEngine } from './open-bare-engine.ts'
import { benchUser } from './population.ts'
import { passOver, timed, type Times } from './times.ts'

export interface ScaleReady {
  readonly url: string
}

export interface PassTimes extends Times {
  readonly count: number
}

export interface ScanTimes {
  readonly scan: Times
  readonly second: Times
  readonly recorded: number
  readonly recordedBySecond: number
  readonly failed: number
}

export interface ClosureTimes {
  readonly foreseen: Times
  readonly added: Times
  readonly told: Times
  readonly requests: number
}

/** The whole server on a population, without its jobs; besides, it does the works that belong in its process. */
export async function scaleServer({ dir, day }: { dir: string; day: string }): Promise<undefined> {
  growHeapSlowly()
  const clock = movableClock(day)
  const server = await startServer(benchConfig(dir), { clock, jobs: false })
  const { context } = server
  const bare = openBareEngine(context)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const works = {
    cpu: async () => cpuMilliseconds(),
    accounts: (): Promise<ScaleAccounts> => addAccounts(context),
    longRequests: (events: number) => addLongRequests(context, events),
    toAdmit: (count: number) => addToAdmit(context, count),
    admit: (given: { ids: string[]; writers: number }) => admitAll(context, bare, given),
    passOverAll: () => timedPass(bare.all()),
    passOverOpen: async () => {
      // The first pass warms the reader up.
      await passOver(bare.open())
      return timedPass(bare.open())
    },
    scan: (next: string) => {
      clock.go(next)
      return scan(context)
    },
    closure: (next: string) => closure(context, next),
    found: (ids: string[]) => found(context, ids),
    watchDelay: async () => {
      delay.reset()
      delay.enable()
    },
    /** The longest turn of the event loop since, in milliseconds. */
    longestDelay: async () => {
      delay.disable()
      return delay.max / 1e6
    },
    go: async (next: string) => clock.go(next),
  }
  await tellParent({ url: server.url } satisfies ScaleReady)
  const end = () => Promise.all([server.close(), bare.close()])
  serveWorks(works, () => void end().then(() => process.exit(0)))
  return undefined
}

async function timedPass(stream: AsyncIterable<unknown>): Promise<PassTimes> {
  let count = 0
  const times = await timed(async () => {
    count = await passOver(stream)
  })
  return { ...times, count }
}

async function scan(context: Context): Promise<ScanTimes> {
  const summaries: ScanSummary[] = []
  const once = () => timed(async () => summaries.push(await scanForBreaches(context)))
  const [first, second] = [await once(), await once()]
  const [recorded = 0, recordedBySecond = 0] = summaries.map(each => each.recorded)
  const failed = summaries.reduce((sum, each) => sum + each.failed, 0)
  return { scan: first, second, recorded, recordedBySecond, failed }
}

/** An acuerdo that closes every office on the next working day: every term that still runs moves. */
async function closure(context: Context, next: string): Promise<ClosureTimes> {
  const actor = { userId: benchUser, role: 'coordinator', organisationId: null, institutionId: null } as const
  const day = calendarDate(next)
  const input = {
    ...{ days: [day], source: 'Acuerdo de ejemplo', name: 'Ejemplo', publishedOn: addDays(day, -1) },
    ...{ institutionIds: [], doubt: null },
  }
  let requests = 0
  const foreseen = await timed(async () => {
    requests = (await previewClosure(context, actor, input)).requests
  })
  const added = await timed(() => addClosure(context, actor, input))
  // As the jobs do, once they are called.
  const told = await timed(() => tellClosures(context))
  return { foreseen, added, told, requests }
}

async function found({ stores }: Context, ids: readonly string[]): Promise<number> {
  let count = 0
  for (const id of ids) count += (await stores.requests.find(id, { kind: 'everything' })) ? 1 : 0
  return count
}
