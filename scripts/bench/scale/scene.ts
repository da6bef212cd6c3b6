import { atLeast, atMost, figure, type Bar, type Figure, type Limit, type SceneResult } from '../figures.ts'
import type { Sizes } from '../sizes.ts'
import { nextMessage, startChild, stopChild } from '../start-child.ts'
import { growthOf, short } from './growth.ts'
import type { Latencies } from './latency.ts'
import { measurePopulation, type Measured } from './measure.ts'
import type { Times } from './times.ts'

/** What the main job takes on populations of several sizes, each figure beside the limit of the same run. */
export async function scaleScene(sizes: Sizes): Promise<SceneResult> {
  const bare = startChild(process.argv[1] ?? '', { job: 'bare-server' })
  try {
    const { url: bareUrl } = await nextMessage<{ url: string }>(bare)
    const measured: Measured[] = []
    for (const requests of sizes.populations)
      measured.push(await measurePopulation(requests, { ...sizes.scale, calls: sizes.calls, bareUrl }))
    return {
      scene: 'scale',
      sizes: { calls: sizes.calls, burstSeconds: sizes.scale.burstSeconds },
      figures: [...measured.flatMap(figuresOf), ...growthOf(measured)],
      counts: Object.assign({}, ...measured.map(countsOf)),
    }
  } finally {
    await stopChild(bare)
  }
}

function figuresOf(each: Measured): Figure[] {
  const size = short(each.requests)
  const of = (name: string, value: number, unit: string, bar: Bar | null, limit?: Limit) =>
    figure({ name: `${size}: ${name}`, value, unit, ...(limit && { limit }), ...(bar && { bar }) })
  const inMs = (name: string, value: number, most: number | null) =>
    of(name, value, 'ms', most === null ? null : atMost(most, 'figure'))
  const latency = (name: string, { p95, cpuP95 }: Latencies, most: number) => [
    inMs(`${name}, p95`, p95, most),
    inMs(`${name}, p95 of processor time`, cpuP95, null),
  ]
  return [
    ...(each.seeded ? [of('seeded', (each.seeded.requests / each.seeded.ms) * 1000, 'req/s', null)] : []),
    ...latency('list, three filters', each.lists, 25),
    of('lists, many at once', each.listsPerSecond, 'calls/s', atLeast(0.2), {
      name: 'bare Express GET',
      value: each.barePerSecond,
    }),
    ...latency('homes of both sides', each.homes, 50),
    ...latency('request of 200 events', each.requestPages, 20),
    ...eventFigures(each, of),
    ...latency('text search', each.searches, 100),
    ...passFigures(each, of),
    inMs('new requests in a burst, p95', each.burst.p95, 500),
    of('acknowledged and lost', each.burst.ids.length - each.burst.kept, 'requests', atMost(0, 'figure')),
    of('refused in the burst', each.burst.sent - each.burst.ids.length, 'requests', atMost(0, 'figure')),
    inMs('cold start to the first page', each.coldStartMs, 3_000),
    of('memory of its own, at most', each.megabytes, 'MB', atMost(300, 'figure')),
    of('memory of its own, figures', each.figures.ownMegabytes, 'MB', atMost(300, 'figure')),
    inMs('longest turn: scan', each.scan.longestDelayMs, 50),
    inMs('longest turn: closure', each.closure.longestDelayMs, 50),
    inMs('longest turn: figures', each.figures.longestDelayMs, 50),
    inMs('longest turn: CSV', each.csv.longestDelayMs, 50),
  ]
}

type Of = (name: string, value: number, unit: string, bar: Bar | null, limit?: Limit) => Figure

const commitNames = { embedded: 'commits of LMDB alone', mongodb: 'insertOne of the driver alone' } as const

function eventFigures({ on, oneWriter, fiftyWriters }: Measured, of: Of): Figure[] {
  return Object.entries({ 'one writer': oneWriter, 'fifty writers': fiftyWriters }).map(([writers, times]) =>
    of(`durable events, ${writers}`, times.perSecond, 'events/s', atLeast(0.5), {
      name: commitNames[on],
      value: times.commitsPerSecond,
    }),
  )
}

function passFigures({ open, scan, closure, figures, csv }: Measured, of: Of): Figure[] {
  const against = (name: string, work: Times, most: number, limit: string, pass: Times) => [
    of(name, work.ms, 'ms', atMost(most), { name: limit, value: pass.ms }),
    of(`${name}, processor time`, work.cpuMs, 'ms', null, { name: limit, value: pass.cpuMs }),
  ]
  const within = (name: string, { ms, cpuMs }: Times, most: number) => [
    of(name, ms, 'ms', atMost(most, 'figure')),
    of(`${name}, processor time`, cpuMs, 'ms', null),
  ]
  return [
    ...against('scan of a day', scan.scan, 2, 'pass over the open', open),
    ...against('second scan', scan.second, 2, 'pass over the open', open),
    of('second scan: writes', scan.recordedBySecond, 'events', atMost(0, 'figure')),
    ...within('a closure, before and after', closure.foreseen, 5_000),
    ...within('a closure, recorded', closure.added, 5_000),
    of('a closure, its histories', closure.told.ms, 'ms', null),
    of('a closure, its histories, processor time', closure.told.cpuMs, 'ms', null),
    ...against('figures of a year', figures.figures, 3, 'pass over the projection', figures.pass),
    of('CSV, first byte', csv.firstByteMs, 'ms', atMost(300, 'figure')),
    // At least half of a pass's rows a second: at most twice its time.
    ...against('CSV of every row', csv, 2, 'pass over the rows', csv.pass),
    of('CSV, memory grown', csv.grownMegabytes, 'MB', atMost(64, 'figure')),
  ]
}

function countsOf({ requests, open, scan, closure, csv, figures, burst }: Measured): Record<string, number> {
  const counts = {
    ...{ open: open.count, recordedInADay: scan.recorded, recordedBySecond: scan.recordedBySecond },
    ...{ scanFailed: scan.failed, movedByClosure: closure.requests, csvLines: csv.lines },
    ...{ cases: figures.cases, sentInBurst: burst.sent, keptOfBurst: burst.kept },
  }
  return Object.fromEntries(
    Object.entries(counts).map(([name, value]) => [`${short(requests)} ${name}`, value]),
  )
}
