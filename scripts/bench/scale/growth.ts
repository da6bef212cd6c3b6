import { atMost, figure, type Figure } from '../figures.ts'
import type { Latencies } from './latency.ts'
import type { Measured } from './measure.ts'
import type { Times } from './times.ts'

/** What a reader waits for, which must not grow with the number of requests. */
const pages = {
  'list, three filters': each => p95Of(each, each.lists),
  homes: each => p95Of(each, each.homes),
  'request page': each => p95Of(each, each.requestPages),
  'text search': each => p95Of(each, each.searches),
} satisfies Record<string, (each: Measured) => number>

/** What goes over every request there is, or over those that are open. */
const passes = {
  'CSV of every row': each => timeOf(each, each.csv),
  'figures of a year': each => timeOf(each, each.figures.figures),
  scan: each => timeOf(each, each.scan.scan),
  'closure recorded': each => timeOf(each, each.closure.added),
  'closure, its histories': each => timeOf(each, each.closure.told),
} satisfies Record<string, (each: Measured) => number>

/** Processor time, which nobody else on the machine adds to. Most of MongoDB's is in a process of its own: there, all time. */
function timeOf({ on }: Measured, { ms, cpuMs }: Times): number {
  return on === 'embedded' ? cpuMs : ms
}

function p95Of(each: Measured, { p95, cpuP95 }: Latencies): number {
  return timeOf(each, { ms: p95, cpuMs: cpuP95 })
}

/** From each size to the next: how many times as long, and the exponent of the growth, 0 for none and 1 for in proportion. */
export function growthOf(measured: readonly Measured[]): Figure[] {
  return measured.slice(1).flatMap((large, at) => {
    const small = measured[at]
    if (!small) return []
    return [...growths(pages, small, large, 1.3), ...growths(passes, small, large, null)]
  })
}

function growths(
  times: Readonly<Record<string, (each: Measured) => number>>,
  small: Measured,
  large: Measured,
  most: number | null,
): Figure[] {
  const from = `${short(small.requests)} to ${short(large.requests)}`
  return Object.entries(times).flatMap(([name, millisecondsOf]) => {
    const growth = millisecondsOf(large) / millisecondsOf(small)
    const exponent = Math.log(growth) / Math.log(large.requests / small.requests)
    const bar = most === null ? {} : { bar: atMost(most, 'figure') }
    return [
      figure({ name: `${from}: ${name}`, value: growth, unit: '×', ...bar }),
      figure({ name: `${from}: ${name}, exponent`, value: exponent, unit: '' }),
    ]
  })
}

export function short(requests: number): string {
  if (requests % 1_000_000 === 0) return `${requests / 1_000_000}M`
  return requests % 1_000 === 0 ? `${requests / 1_000}k` : String(requests)
}
