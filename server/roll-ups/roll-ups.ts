import { setImmediate, setTimeout } from 'node:timers/promises'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { CellCounts } from '../domain/statistics/cells.ts'
import { mostNews, type MonthCount } from '../domain/statistics/month-count.ts'
import { byNewest, type NewsItem } from '../domain/statistics/news-items.ts'
import { createTallying, type Reading, type Tallied } from '../domain/statistics/tally.ts'
import { AppError } from '../errors.ts'
import type { Cursor } from '../store/collection.ts'
import type { DailyCount, InstitutionTotals } from '../store/roll-up-store.ts'
import { catchUp, type RollUpContext } from './catch-up.ts'

/** Whose requests are counted: those that anyone may know of, or all. */
export type CountedScope = 'published' | 'everything'

export interface PeriodQuestion extends Reading {
  readonly scope: CountedScope
  /** Null is all of them. */
  readonly institutionIds: ReadonlySet<string> | null
}

/** What pages read in place of the requests. */
export interface RollUps {
  /**
   * Counts what has changed, for some seconds at most. @returns the instant up to which everything is counted
   * @throws AppError 'figures-not-counted' while the very first count goes on
   */
  upToDate(): Promise<Date>
  tally(question: PeriodQuestion): Promise<Tallied>
  /** By institution; those that nobody ever asked are not in it. */
  totals(): Promise<ReadonlyMap<string, InstitutionTotals>>
  /** Every month of receipt of one institution. */
  monthsOf(institutionId: string): Promise<readonly MonthCount[]>
  /** Newest first, at most `mostNews`; up to a day, or only what was resolved. */
  news(most: number, only?: 'resolved'): Promise<readonly NewsItem[]>
}

/** How long a page waits for what has changed to be counted; after that it tells what is counted, and of when. */
const patienceMs = 5_000

/** Cells between two turns of the event loop: a millisecond or two. */
const cellsATurn = 4_000

/** Fewer institutions than these are looked up one by one. */
const fewInstitutions = 20

export function createRollUps(context: RollUpContext): RollUps {
  const { rollUps } = context.stores
  let catching: Promise<unknown> | null = null

  function begin(): Promise<unknown> {
    catching ??= catchUp(context)
      .catch((err: unknown) => context.log.error({ err }, 'The roll-ups could not be brought up to date'))
      .finally(() => {
        catching = null
      })
    return catching
  }

  return {
    async upToDate() {
      await withinPatience(begin())
      const state = await rollUps.state()
      if (!state) throw new AppError('figures-not-counted', { retryAfterSeconds: 30 })
      return state.countedAt
    },

    async tally({ scope, institutionIds, window, counting }) {
      const tallying = createTallying({ window, counting })
      let cells = 0
      for await (const { institutionId, counts } of countsFor(context, institutionIds, window.from)) {
        if (institutionIds !== null && !institutionIds.has(institutionId)) continue
        for (const part of counts[scope]) {
          tallying.add(institutionId, part)
          cells += Object.keys(part).length
        }
        if (cells < cellsATurn) continue
        cells = 0
        await setImmediate()
      }
      return tallying
    },

    async totals() {
      const found = new Map<string, InstitutionTotals>()
      for await (const totals of rollUps.allTotals()) found.set(totals.institutionId, totals)
      return found
    },

    async monthsOf(institutionId) {
      return (await rollUps.monthsOf(institutionId)).map(({ count }) => count)
    },

    news: (most, only) => newestNews(context, Math.min(most, mostNews), only),
  }
}

async function withinPatience(work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController()
  const patience = setTimeout(patienceMs, undefined, { signal: waiting.signal }).catch(() => {})
  await Promise.race([work, patience])
  waiting.abort()
}

interface Counts {
  readonly institutionId: string
  readonly counts: Readonly<Record<CountedScope, readonly CellCounts[]>>
}

/** What stands now, and what counts on a day of the period or after it. */
async function* countsFor(
  { stores: { rollUps } }: RollUpContext,
  institutionIds: ReadonlySet<string> | null,
  from: CalendarDate,
): AsyncGenerator<Counts> {
  if (institutionIds === null || institutionIds.size > fewInstitutions) {
    for await (const totals of rollUps.allTotals()) yield standingIn(totals)
    for await (const month of rollUps.monthsFrom(from)) yield dailyIn(month)
    return
  }
  for (const institutionId of institutionIds) {
    const kept = await rollUps.totalsOf(institutionId)
    if (kept) yield standingIn(kept.totals)
    for (const { count } of await rollUps.monthsOf(institutionId)) yield dailyIn(count)
  }
}

function standingIn({ institutionId, standingPublished, standingUnpublished }: InstitutionTotals): Counts {
  const published = [standingPublished]
  return { institutionId, counts: { published, everything: [...published, standingUnpublished] } }
}

function dailyIn({ institutionId, published, unpublished }: DailyCount): Counts {
  return { institutionId, counts: { published: [published], everything: [published, unpublished] } }
}

/** Months come by their newest: once one is older than what is already had, all that follow are. */
async function newestNews(
  { stores: { rollUps } }: RollUpContext,
  most: number,
  only: 'resolved' | undefined,
): Promise<readonly NewsItem[]> {
  const by = only === 'resolved' ? 'resolvedOn' : 'newsOn'
  let found: readonly NewsItem[] = []
  let after: Cursor | null = null
  do {
    const page: NewestMonths = await rollUps.newest(by, { limit: 50, after })
    const news = page.items.flatMap(month => month.news).filter(({ kind }) => !only || kind === only)
    found = [...found, ...news].sort(byNewest).slice(0, most)
    const isMore = found.length < most || isAsNewAs(page.items.at(-1)?.[by] ?? null, found.at(-1))
    after = isMore ? page.next : null
  } while (after !== null)
  return found
}

type NewestMonths = Awaited<ReturnType<RollUpContext['stores']['rollUps']['newest']>>

/** What is as old as the oldest that is had may still come before it by its code. */
function isAsNewAs(day: CalendarDate | null, oldest: NewsItem | undefined): boolean {
  return day !== null && oldest !== undefined && day >= oldest.on
}
