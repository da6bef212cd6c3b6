import { atMost, figure, type Figure } from '../figures.ts'
import type { Measured } from './measure.ts'

/** Processor time of what a reader waits for, which must not grow with the number of requests. */
const pages = {
  'list, three filters': ({ lists }: Measured) => lists.cpuP95,
  homes: each => each.homes.cpuP95,
  'request page': each => each.requestPages.cpuP95,
  'text search': each => each.searches.cpuP95,
} satisfies Record<string, (each: Measured) => number>

/** What goes over every request there is, or over those that are open. */
const passes = {
  'CSV of every row': ({ csv }: Measured) => csv.cpuMs,
  'figures of a year': each => each.figures.figures.cpuMs,
  scan: each => each.scan.scan.cpuMs,
  'closure recorded': each => each.closure.added.cpuMs,
  'closure, its histories': each => each.closure.told.cpuMs,
} satisfies Record<string, (each: Measured) => number>

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
  return Object.entries(times).flatMap(([name, timeOf]) => {
    const growth = timeOf(large) / timeOf(small)
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
