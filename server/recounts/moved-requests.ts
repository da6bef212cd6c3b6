import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { recount, type MovedDeadline } from '../domain/request/recount.ts'
import type { Institution } from '../store/institution-store.ts'
import type { InformationRequest } from '../store/request-store.ts'

/** Something that makes terms end on other days than they did: an acuerdo, or other hours of an office. */
export interface CalendarChange {
  /** By which each history that it moves names it: there it stands once. */
  readonly id: string
  /** What is recorded later is counted by it from the start; null where it is only foreseen. */
  readonly knownAt: Date | null
  /** Undefined for an office that it does not reach. */
  readonly lawsOf: (institutionId: string) => LawsAround | undefined
  /** Every request of which it could move a due day, each once. */
  readonly candidates: AsyncIterable<InformationRequest>
}

/** How an office counts without the change and with it. */
export interface LawsAround {
  readonly institution: Institution
  readonly before: LawContext
  readonly after: LawContext
}

/** A request of which a change moves a due day. */
export interface MovedRequest {
  readonly request: InformationRequest
  readonly moved: readonly MovedDeadline[]
  readonly laws: LawsAround
}

/** What is told of a request whose history cannot be counted: the others go on. */
export type OnBroken = (request: InformationRequest, error: unknown) => void

/**
 * Every request that a change moves and whose history does not say so yet, counted once without it and once
 * with it; so it says the same whether or not the change is on record already.
 */
export async function* movedRequests(
  { clock }: Pick<Context, 'clock'>,
  change: CalendarChange,
  onBroken: OnBroken,
): AsyncGenerator<MovedRequest> {
  const today = clock.today()
  for await (const request of change.candidates) {
    const laws = change.lawsOf(request.institutionId)
    if (!laws || isSettled(request, change)) continue
    const moved = movedIn(request, change, laws, today, onBroken)
    if (moved.length > 0) yield { request, moved, laws }
  }
}

/** Told already, or logged when the change was known. */
export function isSettled(
  { createdAt, events }: InformationRequest,
  { id, knownAt }: Pick<CalendarChange, 'id' | 'knownAt'>,
): boolean {
  if (knownAt === null) return false
  const isTold = events.some(event => event.type === 'recounted' && event.data.closureId === id)
  return isTold || createdAt > knownAt
}

function movedIn(
  request: InformationRequest,
  change: CalendarChange,
  { before, after }: LawsAround,
  today: CalendarDate,
  onBroken: OnBroken,
): readonly MovedDeadline[] {
  try {
    return recount(eventsKnownTo(change, request), before, after, today)
  } catch (error) {
    onBroken(request, error)
    return []
  }
}

function eventsKnownTo({ knownAt }: CalendarChange, { events }: InformationRequest) {
  return knownAt === null ? events : events.filter(({ recordedAt }) => recordedAt <= knownAt)
}
