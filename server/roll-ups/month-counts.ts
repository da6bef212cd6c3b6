import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { contributionOf, type Contribution } from '../domain/statistics/contribution.ts'
import { createMonthCounter, type MonthCount } from '../domain/statistics/month-count.ts'
import type { CountedHistory, OwedRequest } from '../store/counted-requests.ts'

/** How many requests are folded before others get their turn. */
const batch = 40

/** A month as its requests say, and those of them that were not counted before as they now are. */
export interface DerivedMonth {
  readonly count: MonthCount
  readonly owed: readonly Pick<OwedRequest, 'id' | 'revision'>[]
}

interface Deriving {
  readonly law: LawContext
  readonly today: CalendarDate
}

/**
 * Counts the requests of an institution month by month, as they come by day of receipt. One that cannot be
 * folded is logged and left out, and the rest go on.
 */
export async function* monthCounts(
  context: Pick<Context, 'log'>,
  requests: AsyncIterable<CountedHistory>,
  deriving: Deriving,
): AsyncGenerator<DerivedMonth> {
  let open: OpenMonth | null = null
  let seen = 0
  for await (const request of requests) {
    const month = request.receivedOn.slice(0, 7)
    if (open !== null && open.month !== month) {
      yield derived(open)
      open = null
    }
    open ??= openMonth(request.institutionId, month)
    addTo(open, request, contributionOrLog(context, request, deriving))
    seen += 1
    if (seen % batch === 0) await setImmediate()
  }
  if (open !== null) yield derived(open)
}

interface OpenMonth {
  readonly month: string
  readonly counter: ReturnType<typeof createMonthCounter>
  readonly owed: Pick<OwedRequest, 'id' | 'revision'>[]
}

function openMonth(institutionId: string, month: string): OpenMonth {
  return { month, counter: createMonthCounter(institutionId, month), owed: [] }
}

function addTo({ counter, owed }: OpenMonth, request: CountedHistory, contribution: Contribution | null) {
  const { id, revision, published, rollUpOwed } = request
  if (contribution) counter.add(published, contribution)
  if (rollUpOwed === true) owed.push({ id, revision })
}

function derived({ counter, owed }: OpenMonth): DerivedMonth {
  return { count: counter.count(), owed }
}

function contributionOrLog(
  { log }: Pick<Context, 'log'>,
  request: CountedHistory,
  { law, today }: Deriving,
): Contribution | null {
  try {
    return contributionOf(request, law, today)
  } catch (err) {
    log.error({ err, requestId: request.id }, 'A request could not be counted')
    return null
  }
}
