import type { CalendarDate } from '../calendar/calendar-date.ts'
import { cellOf, isStanding, type CellCounts } from './cells.ts'
import type { Contribution } from './contribution.ts'
import { byNewest, type NewsItem } from './news-items.ts'

/** So many of each kind are kept of a month: no list of news is longer. */
export const mostNews = 50

/** What is told whatever the period: of one month, or of all. */
export interface StandingCount {
  readonly known: number
  readonly knownPublished: number
  /** Of published requests, begun by the day of the count. */
  readonly breachesPublished: number
  /** Of the open ones and the undecided reviews; what anyone may be told. */
  readonly standingPublished: CellCounts
  readonly standingUnpublished: CellCounts
}

/** What the requests that an institution received in a month add to the roll-ups. */
export interface MonthCount extends StandingCount {
  readonly institutionId: string
  /** 'YYYY-MM', of receipt. */
  readonly month: string
  /** What counts on one day; what anyone may be told. */
  readonly published: CellCounts
  readonly unpublished: CellCounts
  /** Of published requests, the newest `mostNews` of each kind. */
  readonly news: readonly NewsItem[]
  readonly newsOn: CalendarDate | null
  readonly resolvedOn: CalendarDate | null
  /** The last day on which anything of it counts; '' where nothing does. */
  readonly until: string
  /** The day on which it must be counted anew, whether or not anybody acts. */
  readonly changesOn: CalendarDate | null
}

export interface MonthCounter {
  add(isPublished: boolean, contribution: Contribution): void
  count(): MonthCount
}

/** Adds up the requests of one month, in any order. */
export function createMonthCounter(institutionId: string, month: string): MonthCounter {
  const published = new Map<string, number>()
  const unpublished = new Map<string, number>()
  const news: NewsItem[] = []
  const sums = { known: 0, knownPublished: 0, breachesPublished: 0 }
  let changesOn: CalendarDate | null = null
  return {
    add(isPublished, contribution) {
      const counts = isPublished ? published : unpublished
      for (const key of contribution.cells) counts.set(key, (counts.get(key) ?? 0) + 1)
      changesOn = earlier(changesOn, contribution.changesOn)
      if (!contribution.known) return
      sums.known += 1
      if (!isPublished) return
      sums.knownPublished += 1
      sums.breachesPublished += contribution.breaches
      news.push(...contribution.news)
    },
    count() {
      const kept = newestOf(news)
      return {
        institutionId,
        month,
        published: countsIn(published, false),
        unpublished: countsIn(unpublished, false),
        ...sums,
        standingPublished: countsIn(published, true),
        standingUnpublished: countsIn(unpublished, true),
        news: kept,
        newsOn: kept[0]?.on ?? null,
        resolvedOn: kept.find(({ kind }) => kind === 'resolved')?.on ?? null,
        until: lastOf([...published.keys(), ...unpublished.keys()]),
        changesOn,
      }
    },
  }
}

function newestOf(news: readonly NewsItem[]): readonly NewsItem[] {
  const sorted = news.toSorted(byNewest)
  const kept = (['resolved', 'broken'] as const).flatMap(kind =>
    sorted.filter(item => item.kind === kind).slice(0, mostNews),
  )
  return kept.sort(byNewest)
}

/** Of several months. */
export function sumOfStanding(counts: readonly StandingCount[]): StandingCount {
  const total = (part: 'known' | 'knownPublished' | 'breachesPublished') =>
    counts.reduce((sum, count) => sum + count[part], 0)
  return {
    known: total('known'),
    knownPublished: total('knownPublished'),
    breachesPublished: total('breachesPublished'),
    standingPublished: sumOfCells(counts.map(({ standingPublished }) => standingPublished)),
    standingUnpublished: sumOfCells(counts.map(({ standingUnpublished }) => standingUnpublished)),
  }
}

function sumOfCells(counts: readonly CellCounts[]): CellCounts {
  const sum = new Map<string, number>()
  for (const [key, count] of counts.flatMap(each => Object.entries(each)))
    sum.set(key, (sum.get(key) ?? 0) + count)
  return Object.fromEntries(sum)
}

function countsIn(counts: ReadonlyMap<string, number>, standing: boolean): CellCounts {
  return Object.fromEntries([...counts].filter(([key]) => isStanding(key) === standing))
}

function lastOf(keys: readonly string[]): string {
  return keys.reduce((last, key) => {
    const cell = cellOf(key)
    return 'on' in cell && cell.on > last ? cell.on : last
  }, '')
}

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
