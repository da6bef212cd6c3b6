import type { ChildProcess } from 'node:child_process'
import type { Account } from './add-account.ts'
import { atLeast, figure, type Bar, type Figure, type SceneResult } from './figures.ts'
import { differentPages } from './list-pages.ts'
import { load, type Load, type Loaded } from './load.ts'
import { cpuOf } from './server-messages.ts'
import type { Sizes } from './sizes.ts'
import { nextMessage, startChild, stopChild } from './start-child.ts'
import { inTempFolder } from './store.ts'
import type { ServerReady } from './vigia-server.ts'

const rows = 25

/**
 * A list page and a written event of the whole server against a bare Express GET, taking turns. The page that
 * everybody has open is asked for again and again and is answered from memory; another page each time, out of more
 * than are kept, is found in the index, and the most of its rows are read from the store.
 */
export function httpScene(sizes: Sizes): Promise<SceneResult> {
  return inTempFolder(async dir => {
    const script = process.argv[1] ?? ''
    const events = (sizes.rounds + 1) * (sizes.calls + 64)
    const bare = startChild(script, { job: 'bare-server' })
    const vigia = startChild(script, { job: 'vigia-server', dir, served: sizes.served, events })
    try {
      const [{ url }, ready] = await Promise.all([
        nextMessage<{ url: string }>(bare),
        nextMessage<ServerReady>(vigia),
      ])
      return await measure(sizes, { bare, bareUrl: url, vigia, ready })
    } finally {
      await Promise.all([stopChild(bare), stopChild(vigia)])
    }
  })
}

interface Servers {
  readonly bare: ChildProcess
  readonly bareUrl: string
  readonly vigia: ChildProcess
  readonly ready: ServerReady
}

async function measure(sizes: Sizes, { bare, bareUrl, vigia, ready }: Servers): Promise<SceneResult> {
  const { calls, rounds, served } = sizes
  const member = await signIn(ready.url, ready.member)
  const officer = await signIn(ready.url, ready.officer)
  const list = { path: `/api/v1/requests?limit=${rows}`, headers: { cookie: member.cookie } }
  const bytes = await checkList(ready.url + list.path, member.cookie)
  const pages = await differentPages(ready.url, member.cookie, rows)
  const queue = [...ready.toAdmit]
  const loads = {
    bare: { server: bare, load: { url: bareUrl, amount: 4 * calls, request: {} } },
    list: { server: vigia, load: { url: ready.url, amount: calls, request: list } },
    others: { server: vigia, load: { url: ready.url, amount: calls, request: inTurn(pages, list.headers) } },
    event: { server: vigia, load: { url: ready.url, amount: calls, request: admission(officer, queue) } },
  }
  const measured: Record<keyof typeof loads, Measured[]> = { bare: [], list: [], others: [], event: [] }
  for (let round = -1; round < rounds; round += 1) {
    for (const name of ['bare', 'list', 'others', 'event'] as const) {
      const once = await measureOnce(loads[name].server, loads[name].load)
      // The first round is for the compiler.
      if (round >= 0) measured[name].push(once)
    }
  }
  return {
    scene: 'http',
    sizes: { calls, rounds, served, rows },
    figures: [
      ...figuresOf('list page', measured.list, measured.bare, atLeast(0.2)),
      // Told beside it, without a bar: pages that somebody leaves open are answered from memory, new ones are not.
      ...figuresOf('list page, another each time', measured.others, measured.bare, null),
      ...figuresOf('event written', measured.event, measured.bare, atLeast(0.08)),
    ],
    counts: {
      listBytes: bytes,
      differentPages: pages.length,
      eventsWritten: ready.toAdmit.length - queue.length,
    },
  }
}

interface Measured extends Loaded {
  readonly cpuMicroseconds: number
}

async function measureOnce(server: ChildProcess, given: Load): Promise<Measured> {
  const before = await cpuOf(server)
  const loaded = await load(given)
  const used = (await cpuOf(server)) - before
  return { ...loaded, cpuMicroseconds: used / given.amount }
}

/**
 * Of the best round: what else the machine does can only slow a server down. Rates are what is promised;
 * processor time a call is steadier where others use the machine too.
 */
function figuresOf(
  name: string,
  measured: readonly Measured[],
  bare: readonly Measured[],
  bar: Bar | null,
): Figure[] {
  const limit = (best: typeof most, key: keyof Measured) => ({
    name: 'bare Express GET',
    value: best(bare, key),
  })
  return [
    figure({
      name,
      value: most(measured, 'perSecond'),
      unit: 'calls/s',
      limit: limit(most, 'perSecond'),
      ...(bar && { bar }),
    }),
    figure({
      name: `${name}: processor time`,
      value: least(measured, 'cpuMicroseconds'),
      unit: 'µs/call',
      limit: limit(least, 'cpuMicroseconds'),
    }),
    figure({ name: `${name}: slowest of a hundred`, value: least(measured, 'p99'), unit: 'ms' }),
  ]
}

function most(all: readonly Measured[], key: keyof Measured): number {
  return Math.max(...all.map(each => each[key]))
}

function least(all: readonly Measured[], key: keyof Measured): number {
  return Math.min(...all.map(each => each[key]))
}

export interface Session {
  readonly cookie: string
  readonly csrf: string
}

export async function signIn(url: string, account: Account): Promise<Session> {
  const reply = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  })
  const { csrfToken }: { csrfToken: string } = await reply.json()
  return { cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '', csrf: csrfToken }
}

/** A page that is short of its rows would be quick to make. Returns the bytes of it. */
async function checkList(address: string, cookie: string): Promise<number> {
  const text = await (await fetch(address, { headers: { cookie } })).text()
  const { items }: { items: readonly object[] } = JSON.parse(text)
  if (items.length !== rows) throw new Error(`The list has ${items.length} rows instead of ${rows}`)
  return Buffer.byteLength(text)
}

/** Asks for the pages one after the other, whichever connection asks, and begins again behind the last. */
function inTurn(paths: readonly string[], headers: { readonly cookie: string }): Load['request'] {
  let asked = 0
  return { headers, setupRequest: request => ({ ...request, path: paths[asked++ % paths.length] ?? '/' }) }
}

/** Admits another request with each call: each writes one event into one document, and is acknowledged when durable. */
function admission({ cookie, csrf }: Session, queue: string[]): Load['request'] {
  const body = JSON.stringify({
    type: 'admitted',
    occurredOn: '2026-03-02',
    evidence: [{ kind: 'portal', note: null }],
    data: { caseNumber: 'UIP-2026-0001' },
  })
  const headers = { cookie, 'X-CSRF-Token': csrf, 'Content-Type': 'application/json', 'If-Match': '"1"' }
  return {
    method: 'POST',
    body,
    headers,
    setupRequest: request => ({ ...request, path: `/api/v1/requests/${queue.pop()}/events` }),
  }
}
