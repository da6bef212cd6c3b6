import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { ClockId, Outcome } from '../request/states.ts'

/** What happened to a published request: no word of it, its code alone. */
export interface NewsItem {
  readonly kind: 'resolved' | 'broken'
  readonly on: CalendarDate
  readonly requestId: string
  readonly reference: string
  readonly institutionId: string
  /** What came of it, where it was resolved. */
  readonly outcome: Outcome | null
  /** The term that was broken. */
  readonly breach: {
    readonly clock: ClockId
    readonly article: string
    readonly dueOn: CalendarDate
  } | null
}

/** Newest first; of one day by the request's code, and of one request what came first in the law first. */
export function byNewest(a: NewsItem, b: NewsItem): number {
  return compare(b.on, a.on) || compare(a.reference, b.reference) || compare(placeOf(a), placeOf(b))
}

function placeOf({ breach }: NewsItem): string {
  return breach ? `${breach.dueOn} ${breach.clock}` : ''
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
