import type { ChildProcess } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { atMost, figure, type Figure, type SceneResult } from './figures.ts'
import { signIn, type Session } from './http.ts'
import { differentPages } from './list-pages.ts'
import type { BesideReady, Held } from './report-beside-server.ts'
import type { Sizes } from './sizes.ts'
import { nextMessage, startChild, stopChild } from './start-child.ts'
import { steadyLoad, type Latencies } from './steady-load.ts'
import { inTempFolder } from './store.ts'

/** Calls of a list page a second: what a busy morning asks, far below what the server can answer. */
const callsASecond = 50
const rows = 25

/**
 * What everybody else notices while a report is made: how long a list page takes, and how long the main thread was
 * held at one time. A round is a while without a report, of a quarter of the calls, and the while that one takes.
 */
export function reportBesideScene({ reported, calls, rounds }: Sizes): Promise<SceneResult> {
  return inTempFolder(async dir => {
    const script = process.argv[1] ?? ''
    const server = startChild(script, { job: 'report-beside-server', dir, reported })
    try {
      const { url, account } = await nextMessage<BesideReady>(server)
      const regulator = await signIn(url, account)
      const pages = (await differentPages(url, regulator.cookie, rows)).map(path => url + path)
      const site: Site = { server, url, pages, regulator }
      const all: Round[] = []
      // The first is for the compiler, and starts the thread.
      for (let round = -1; round < rounds; round += 1) {
        const measured = await roundOf(site, (250 * calls) / callsASecond)
        if (round >= 0) all.push(measured)
      }
      return resultOf({ reported, rounds, callsASecond, rows }, all)
    } finally {
      await stopChild(server)
    }
  })
}

interface Site {
  readonly server: ChildProcess
  readonly url: string
  /** Addresses of list pages, asked for in turn. */
  readonly pages: readonly string[]
  readonly regulator: Session
}

type Measured = Latencies & Held

interface Round {
  readonly calm: Measured
  readonly beside: Measured
  readonly reportMs: number
}

async function roundOf(site: Site, calmMs: number): Promise<Round> {
  const calm = await during(site, () => setTimeout(calmMs))
  const began = performance.now()
  const beside = await during(site, () => report(site))
  return { calm, beside, reportMs: performance.now() - began }
}

async function during({ server, pages, regulator }: Site, work: () => Promise<unknown>): Promise<Measured> {
  await heldSince(server)
  const { cookie } = regulator
  const load = steadyLoad({ addresses: pages, headers: { cookie }, callsASecond })
  await work()
  const latencies = await load.stop()
  return { ...latencies, ...(await heldSince(server)) }
}

function heldSince(server: ChildProcess): Promise<Held> {
  const answer = nextMessage<Held>(server)
  server.send('held')
  return answer
}

/** A year of everything, as whoever oversees asks for it. @throws Error for a report that was not made */
async function report({ url, regulator: { cookie, csrf } }: Site): Promise<void> {
  const headers = { 'Content-Type': 'application/json', cookie, 'X-CSRF-Token': csrf }
  const body = JSON.stringify({ from: '2025-03-03', to: '2026-02-28' })
  const asked = await fetch(`${url}/api/v1/reports`, { method: 'POST', headers, body })
  const address = `${url}${asked.headers.get('location') ?? ''}`
  for (;;) {
    await setTimeout(100)
    const { state }: { state: string } = await (await fetch(address, { headers })).json()
    if (state === 'done') return
    if (state !== 'waiting' && state !== 'running') throw new Error(`The report is ${state}`)
  }
}

/** Of the middle round of its kind: of an even number, the worse of the two. */
function middle(rounds: readonly Round[], of: (round: Round) => number): number {
  return rounds.map(of).sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN
}

function resultOf(sizes: Readonly<Record<string, number>>, rounds: readonly Round[]): SceneResult {
  const ratio = (round: Round) => round.beside.p99 / round.calm.p99
  const chosen = rounds.find(round => ratio(round) === middle(rounds, ratio))
  const limit = { name: 'without a report', value: chosen?.calm.p99 ?? Number.NaN }
  return {
    scene: 'report-beside',
    sizes,
    figures: [
      figure({
        ...{ name: 'list page beside a report: slowest of 100', unit: 'ms', limit, bar: atMost(2) },
        value: chosen?.beside.p99 ?? Number.NaN,
      }),
      figure({
        ...{ name: 'main thread held at most, meanwhile', unit: 'ms', bar: atMost(50, 'figure') },
        value: middle(rounds, ({ beside }) => beside.held),
        limit: { name: 'without a report', value: middle(rounds, round => round.calm.held) },
      }),
      ...byItself(rounds),
      figure({
        ...{ name: 'list page beside a report: middle one', unit: 'ms' },
        value: middle(rounds, ({ beside }) => beside.p50),
        limit: { name: 'without a report', value: middle(rounds, round => round.calm.p50) },
      }),
      figure({ name: 'the report meanwhile', unit: 'ms', value: middle(rounds, round => round.reportMs) }),
    ],
    counts: { callsBeside: rounds.reduce((sum, { beside }) => sum + beside.calls, 0) },
  }
}

/** Explains the one before: on a machine that does other work, a thread waits for a processor as well. */
function byItself(rounds: readonly Round[]): Figure[] {
  const of = (measured: Measured) => measured.byItself ?? Number.NaN
  const value = middle(rounds, ({ beside }) => of(beside))
  const limit = { name: 'without a report', value: middle(rounds, ({ calm }) => of(calm)) }
  return Number.isNaN(value)
    ? []
    : [figure({ name: 'main thread held by its own work', value, unit: 'ms', limit })]
}
