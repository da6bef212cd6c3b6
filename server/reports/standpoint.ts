import type { FollowUp, RequestLine } from '../../reports/activity-4/follow-up.ts'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestScope } from '../domain/permissions.ts'
import type { Edition } from '../store/edition-store.ts'
import type { RequestHistory } from '../store/request-store.ts'
import { editionsBefore, gatherFollowUp, requestLines } from './gather-follow-up.ts'
import { contextKnownOn } from './known-on.ts'

/** From where a report is told: plain data, which passes from thread to thread. */
export interface Standpoint {
  /** Of the edition that it is, and the id of the one that this corrects; null where it is none. */
  readonly code: string | null
  readonly supersedes: string | null
  /** What was recorded after it is not seen; null sees all there is. */
  readonly knownAt: Date | null
  /** Of the registers as they were kept then; null sees them as they are. */
  readonly registerSha256: string | null
}

interface Told {
  readonly to: CalendarDate
  readonly asOf: CalendarDate
  readonly scope: RequestScope
  readonly standpoint?: Standpoint | null
}

export interface Seen {
  /** What the report reads. */
  readonly context: Context
  /** Once every case was gathered from that context; null where the report is on a part of the requests. */
  followUp(): Promise<FollowUp | null>
}

/** @throws AppError 'not-found' where the registers of the standpoint are not kept */
export async function seenFrom(given: Context, { to, asOf, scope, standpoint = null }: Told): Promise<Seen> {
  const { code, supersedes, knownAt, registerSha256 } = standpoint ?? everythingNow
  const context = knownAt === null ? given : await contextKnownOn(given, knownAt, registerSha256)
  if (scope.kind !== 'everything') return { context, followUp: () => Promise.resolve(null) }
  const report = { to, asOf, knownAt, edition: code === null ? null : { code, supersedes } }
  const before = await editionsBefore(context, report)
  const lines = new Map<string, readonly RequestLine[]>()
  const { since } = before
  return {
    context: since ? noting(context, since, lines) : context,
    followUp: () => gatherFollowUp(context, report, before, [...lines.values()].flat()),
  }
}

/** All that is on record, of no edition. */
export const everythingNow: Standpoint = { code: null, supersedes: null, knownAt: null, registerSha256: null }

/** The same context; what changed in a history is noted as it passes by, so that none is read twice. */
function noting(context: Context, since: Edition, lines: Map<string, readonly RequestLine[]>): Context {
  const { requests } = context.stores
  async function* historiesUpTo(day: CalendarDate, scope: RequestScope): AsyncGenerator<RequestHistory> {
    for await (const request of requests.historiesUpTo(day, scope)) {
      const changed = requestLines(request, since)
      if (changed.length > 0) lines.set(request.id, changed)
      yield request
    }
  }
  return { ...context, stores: { ...context.stores, requests: { ...requests, historiesUpTo } } }
}
