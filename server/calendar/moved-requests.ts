import type { Context } from '../context.ts'
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { recount, type MovedDeadline } from '../domain/request/recount.ts'
import type { Institution } from '../store/institution-store.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { lawFor } from './calendars.ts'
import { reaches } from './closure-from.ts'

/** A request of which the closure moves a due day. */
export interface MovedRequest {
  readonly request: InformationRequest
  readonly institution: Institution
  readonly moved: readonly MovedDeadline[]
  /** As it is counted with the closure. */
  readonly law: LawContext
}

/**
 * Every request that a closure moves, counted once without it and once with it; so it says the same whether
 * or not the closure is on record already.
 * @param knownAt what was recorded later was counted with the closure from the start; null for a preview.
 */
export async function* movedRequests(
  context: Pick<Context, 'stores' | 'config' | 'clock'>,
  closure: Closure,
  knownAt: Date | null,
): AsyncGenerator<MovedRequest> {
  const lawsOf = await lawsAround(context, closure)
  const today = context.clock.today()
  for await (const request of candidates(context, firstDayOf(closure))) {
    if (knownAt !== null && isSettled(request, closure.id, knownAt)) continue
    const laws = lawsOf(request.institutionId)
    if (!laws) continue
    const events =
      knownAt === null ? request.events : request.events.filter(({ recordedAt }) => recordedAt <= knownAt)
    const moved = recount(events, laws.before, laws.after, today)
    if (moved.length > 0) yield { request, institution: laws.institution, moved, law: laws.after }
  }
}

/** Told already, or logged when the closure was known. */
export function isSettled(
  { createdAt, events }: InformationRequest,
  closureId: string,
  knownAt: Date,
): boolean {
  const isTold = events.some(event => event.type === 'recounted' && event.data.closureId === closureId)
  return isTold || createdAt > knownAt
}

/** No term still running reaches further back than this, but for the duties that are unmet. */
const longestTermDays = 400

/**
 * Requests with a term that could hold the day: those due from it on, those of which something is owed
 * however old, and the recent ones, whose days to seek a review may run after the answer.
 */
async function* candidates(
  { stores }: Pick<Context, 'stores'>,
  day: CalendarDate,
): AsyncGenerator<InformationRequest> {
  const seen = new Set<string>()
  for (const stream of [stores.requests.owed(), stores.requests.dueFrom(day), recent({ stores }, day)]) {
    for await (const request of stream) {
      if (seen.has(request.id)) continue
      seen.add(request.id)
      yield request
    }
  }
}

async function* recent(
  { stores }: Pick<Context, 'stores'>,
  day: CalendarDate,
): AsyncGenerator<InformationRequest> {
  const from = addDays(day, -longestTermDays)
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof stores.requests.list>> = await stores.requests.list(
      { kind: 'everything' },
      { view: 'todas', from },
      { limit: 500, after },
    )
    yield* page.items
    after = page.next
  } while (after !== null)
}

interface LawsAround {
  readonly institution: Institution
  readonly before: LawContext
  readonly after: LawContext
}

/** How each institution that the closure reaches counts without it and with it. */
async function lawsAround(
  { stores, config }: Pick<Context, 'stores' | 'config'>,
  closure: Closure,
): Promise<(institutionId: string) => LawsAround | undefined> {
  const others = (await stores.closures.all()).filter(({ id }) => id !== closure.id)
  const laws = new Map<string, LawsAround>()
  for await (const institution of stores.institutions.all()) {
    if (!reaches(closure, institution)) continue
    laws.set(institution.id, {
      institution,
      before: lawFor(institution, others, config.policy),
      after: lawFor(institution, [...others, closure], config.policy),
    })
  }
  return institutionId => laws.get(institutionId)
}

function firstDayOf({ days }: Closure): CalendarDate {
  return days.reduce((first, day) => (day < first ? day : first))
}
