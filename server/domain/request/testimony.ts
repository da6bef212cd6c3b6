import type { CalendarDate } from '../calendar/calendar-date.ts'
import { correctionsOf, partyOfEvent } from './effective-acts.ts'
import { statableFacts, type Actor, type RequestEvent, type StatableFact, type Testimony } from './events.ts'
import { allowed, refuse, type Verdict } from './refusals.ts'

export type Standing = 'coinciden' | 'sin_contradecir' | 'en_disputa'

export interface Word {
  readonly on: CalendarDate
  readonly outcome: string | null
  readonly eventId: string
}

/** What each side says of one fact, and whether they agree. */
export interface FactTestimony {
  readonly fact: StatableFact
  readonly institution: Word | null
  readonly organisation: Word | null
  readonly standing: Standing
}

/** Facts of which at least one side has given its word, in the order of the procedure. */
export function testimonyOf(events: readonly RequestEvent[]): FactTestimony[] {
  const corrections = correctionsOf(events)
  const said = (party: 'unit' | 'requester', fact: StatableFact) => {
    const event = events.findLast(
      candidate => partyOfEvent(candidate) === party && factOf(candidate) === fact,
    )
    return event ? wordOf(event, corrections) : null
  }
  return statableFacts.flatMap(fact => {
    const institution = said('unit', fact)
    const organisation = said('requester', fact)
    if (!institution && !organisation) return []
    return [{ fact, institution, organisation, standing: standingOf(institution, organisation) }]
  })
}

export function isDisputed(events: readonly RequestEvent[]): boolean {
  return testimonyOf(events).some(({ standing }) => standing === 'en_disputa')
}

/** The organisation states acts of the institution; the institution states only when it received the filing. */
export function testimonyVerdict({ fact, days }: Testimony, actor: Actor): Verdict {
  const ofInstitution = actor.institutionId !== null
  if (!ofInstitution && actor.organisationId === null) return refuse('not-your-side')
  if (ofInstitution !== (fact === 'filed')) return refuse('not-statable-by-you', 'data.fact')
  const needsDays = fact === 'extended' || fact === 'clarification_requested'
  return needsDays && (days === null || days < 1) ? refuse('days-required', 'data.days') : allowed
}

function factOf(event: RequestEvent): StatableFact | null {
  if (event.type === 'stated') return event.data.fact
  return statableFacts.find(fact => fact === event.type) ?? null
}

function wordOf(event: RequestEvent, corrections: ReturnType<typeof correctionsOf>): Word {
  return {
    on: corrections.get(event.id)?.on ?? event.occurredOn,
    outcome: outcomeOf(event),
    eventId: event.id,
  }
}

function outcomeOf(event: RequestEvent): string | null {
  if (event.type === 'resolved') return event.data.outcome
  if (event.type === 'review_decided') return event.data.sense
  if (event.type === 'stated' && event.data.fact !== 'extended') return event.data.outcome
  return null
}

/** Days must be the same; outcomes only where both sides name one. */
function standingOf(a: Word | null, b: Word | null): Standing {
  if (!a || !b) return 'sin_contradecir'
  const sameOutcome = a.outcome === null || b.outcome === null || a.outcome === b.outcome
  return a.on === b.on && sameOutcome ? 'coinciden' : 'en_disputa'
}
