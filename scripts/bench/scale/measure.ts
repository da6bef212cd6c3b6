import type { ChildProcess } from 'node:child_process'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { load } from '../load.ts'
import { anonymousOf, watchMemory } from '../memory.ts'
import type { Sizes } from '../sizes.ts'
import { nextMessage, runChild, startChild, stopChild } from '../start-child.ts'
import type { ScaleAccounts } from './accounts.ts'
import { ask } from './ask.ts'
import { burst, type Burst } from './burst.ts'
import type { EventTimes } from './event-work.ts'
import { readCsv, type Exported } from './export.ts'
import { caller, signIn, type Latencies } from './latency.ts'
import { workingDayAfter, type Seeded } from './population.ts'
import * as reads from './reads.ts'
import type { ClosureTimes, PassTimes, ScaleReady, ScanTimes } from './scale-server.ts'
import type { Times } from './times.ts'
import { withPopulation, type Place } from './with-population.ts'
import type { FigureTimes } from './year-figures.ts'

export type ScaleSizes = Sizes['scale'] & {
  /** Calls of many at once, and events written, for each figure. */
  readonly calls: number
  /** Of a bare Express GET, where the lists are held against it. */
  readonly bareUrl: string
}

export interface Measured {
  readonly on: Sizes['scale']['on']
  readonly requests: number
  readonly seeded: Seeded | null
  readonly lists: Latencies
  readonly listsPerSecond: number
  readonly barePerSecond: number
  readonly homes: Latencies
  readonly requestPages: Latencies
  readonly searches: Latencies
  readonly oneWriter: EventTimes
  readonly fiftyWriters: EventTimes
  readonly open: PassTimes
  readonly scan: ScanTimes & Held
  readonly closure: ClosureTimes & Held
  readonly figures: FigureTimes
  readonly csv: Exported &
    Held & { readonly pass: Times; readonly cpuMs: number; readonly grownMegabytes: number }
  readonly burst: Burst & { readonly kept: number }
  readonly coldStartMs: number
  readonly megabytes: number
}

interface Held {
  readonly longestDelayMs: number
}

const eventsOfLongOnes = 200

/** Everything of one size. */
export function measurePopulation(requests: number, sizes: ScaleSizes): Promise<Measured> {
  const { on, keptIn } = sizes
  return withPopulation({ requests, on, keptIn }, async (place, { seeded, day }) => {
    const { dir, environment } = place
    const figures = await runChild<FigureTimes>(script(), { job: 'year-figures', dir, day }, environment)
    const server = startServer(place, day)
    try {
      const { url } = await nextMessage<ScaleReady>(server)
      const accounts = await ask<ScaleAccounts>(server, 'accounts')
      const measured = await measureServed({ server, url, day, accounts, sizes, requests })
      const { ids } = measured.burst
      const { kept, coldStartMs } = await afterKilling({ server, place, accounts, ids, day: measured.next })
      const burst = { ...measured.burst, kept }
      return { on, requests, seeded, figures, ...measured, burst, coldStartMs }
    } finally {
      await stopChild(server)
    }
  })
}

function script(): string {
  return process.argv[1] ?? ''
}

function startServer({ dir, environment }: Place, day: string): ChildProcess {
  return startChild(script(), { job: 'scale-server', dir, day }, environment)
}

interface Served {
  readonly server: ChildProcess
  readonly url: string
  readonly day: CalendarDate
  readonly accounts: ScaleAccounts
  readonly sizes: ScaleSizes
  readonly requests: number
}

async function measureServed({ server, url, day, accounts, sizes, requests }: Served) {
  const asking = { server, url, day, ...(await signInEach(url, accounts)) }
  const longOnes = await ask<string[]>(server, 'longRequests', eventsOfLongOnes)
  const memory = watchMemory(heldBy(server), 50)
  const { fullPages, ...lists } = await reads.listsByCursor(asking)
  const many = await againstBare(asking, fullPages, sizes)
  const homes = await reads.homes(asking)
  const requestPages = await reads.requestPages(asking, longOnes)
  const searches = await reads.searchesFor(asking)
  const oneWriter = await events(server, sizes.calls, 1)
  const fiftyWriters = await events(server, sizes.calls, 50)
  const csv = await csvOf(server, url, asking.coordinator.session.cookie)
  const [next, afterNext] = [workingDayAfter(day, 1), workingDayAfter(day, 2)]
  // Before its watch: a bare pass leaves nobody a turn.
  const open = await ask<PassTimes>(server, 'passOverOpen')
  const scan = await withDelay(server, () => ask<ScanTimes>(server, 'scan', next))
  const closure = await withDelay(server, () => ask<ClosureTimes>(server, 'closure', afterNext))
  // The sessions of the day before are over.
  const session = await signIn(url, accounts.members[0] ?? accounts.coordinator)
  // A tiny population, which shows only that all is done, is not drowned.
  const perSecond = Math.min(sizes.burstPerSecond, requests)
  const { burstSeconds: seconds } = sizes
  const sent = await burst(url, session, { perSecond, seconds, day: next })
  return {
    ...{
      lists,
      ...many,
      homes,
      requestPages,
      searches,
      oneWriter,
      fiftyWriters,
      csv,
      open,
      scan,
      closure,
      next,
    },
    ...{ burst: sent, megabytes: memory.stop() },
  }
}

async function signInEach(url: string, { coordinator, members, officers }: ScaleAccounts) {
  const [first, ...others] = await reads.signInAll(url, [coordinator, ...members, ...officers])
  if (!first) throw new Error('Nobody could sign in')
  return {
    coordinator: first,
    members: others.slice(0, members.length),
    officers: others.slice(members.length),
  }
}

/** In turns, so that a slow minute meets both; of the best round each. */
async function againstBare(asking: reads.Asking, pages: readonly string[], { calls, bareUrl }: ScaleSizes) {
  let [listsPerSecond, barePerSecond] = [0, 0]
  for (let round = 0; round < 3; round += 1) {
    const bare = await load({ url: bareUrl, amount: 4 * calls, request: {} })
    barePerSecond = Math.max(barePerSecond, bare.perSecond)
    if (pages.length === 0) continue
    listsPerSecond = Math.max(listsPerSecond, await reads.pagesPerSecond(asking, pages, calls))
  }
  return { listsPerSecond, barePerSecond }
}

async function events(server: ChildProcess, count: number, writers: number): Promise<EventTimes> {
  const ids = await ask<string[]>(server, 'toAdmit', count)
  return ask<EventTimes>(server, 'admit', { ids, writers })
}

async function csvOf(server: ChildProcess, url: string, cookie: string) {
  const pass = await ask<Times>(server, 'passOverAll')
  const held = heldBy(server)
  const before = held()
  const memory = watchMemory(held, 50)
  const cpu = await ask<number>(server, 'cpu')
  const exported = await withDelay(server, () => readCsv(url, cookie))
  const cpuMs = (await ask<number>(server, 'cpu')) - cpu
  return { ...exported, pass, cpuMs, grownMegabytes: Math.max(0, memory.stop() - before) }
}

function heldBy({ pid }: ChildProcess): () => number {
  return () => anonymousOf(pid ?? 0)
}

async function withDelay<R>(server: ChildProcess, work: () => Promise<R>): Promise<R & Held> {
  await ask(server, 'watchDelay')
  const result = await work()
  return { ...result, longestDelayMs: await ask<number>(server, 'longestDelay') }
}

/** The server is killed as by a power cut, started again, and asked for what it had acknowledged. */
async function afterKilling(given: {
  server: ChildProcess
  place: Place
  day: string
  accounts: ScaleAccounts
  ids: readonly string[]
}): Promise<{ coldStartMs: number; kept: number }> {
  const { server, place, day, accounts, ids } = given
  const ended = new Promise(resolve => server.once('close', resolve))
  server.kill('SIGKILL')
  await ended
  const began = performance.now()
  const again = startServer(place, day)
  try {
    const { url } = await nextMessage<ScaleReady>(again)
    const { get, close } = caller(url, again)
    await get('/es/entrar', '')
    const { cookie } = await signIn(url, accounts.members[0] ?? accounts.coordinator)
    await get('/es/inicio', cookie)
    const coldStartMs = performance.now() - began
    close()
    return { coldStartMs, kept: await ask<number>(again, 'found', ids) }
  } finally {
    await stopChild(again)
  }
}
