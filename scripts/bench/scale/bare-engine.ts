import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'

/** What the engine does by itself: the limit of what Vigía does on it. */
export interface BareEngine {
  /** Durable commits in a second, of a document each. @param writers how many write at once, where an engine lets them */
  commitsPerSecond(writers: number): Promise<number>
  /** One streamed pass over the requests of which something is owed. */
  open(): AsyncIterable<unknown>
  /** Over every request, by day of receipt. */
  all(): AsyncIterable<unknown>
  /** Over what figures are folded from, of every request received up to a day. */
  histories(upTo: CalendarDate): AsyncIterable<unknown>
  close(): Promise<void>
}

/** Documents that each durable commit is measured with, and their bytes. */
export const commits = 400
export const document = Buffer.alloc(3_000, 7)
