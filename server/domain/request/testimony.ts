import type { CalendarDate } from '../calendar/calendar-date.ts'
import { partiesFor, type Matter } from './decide.ts'
import { correctionsOf, partyOfEvent } from './effective-acts.ts'
import { statableFacts, type RequestEvent, type StatableFact, type Testimony } from './events.ts'
import { isNumberOfDays } from './forbidden.ts'
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
  const words = lastWords(events)
  const said = (party: 'unit' | 'requester', fact: StatableFact) => {
    const event = words[party].get(fact)
    return event ? { word: wordOf(event, corrections), days: daysOf(event) } : null
  }
  return statableFacts.flatMap(fact => {
    const institution = said('unit', fact)
    const organisation = said('requester', fact)
    if (!institution && !organisation) return []
    const both = { institution: institution?.word ?? null, organisation: organisation?.word ?? null }
    return [{ fact, ...both, standing: standingOf(institution, organisation) }]
  })
}

export function isDisputed(events: readonly RequestEvent[]): boolean {
  // Each side records its own acts: only a word on the other's can contradict them.
  if (!events.some(({ type }) => type === 'stated')) return false
  return testimonyOf(events).some(({ standing }) => standing === 'en_disputa')
}

/** The day of the last statement or objection, where the sides disagree or one of them objects; else null. */
export function contestedOn(events: readonly RequestEvent[]): CalendarDate | null {
  const word = events.findLast(({ type }) => type === 'stated' || type === 'disputed')
  const isContested = events.some(({ type }) => type === 'disputed') || isDisputed(events)
  return word && isContested ? word.occurredOn : null
}

/**
 * The organisation states acts of the institution. When the request was received is stated by the side that
 * did not log it.
 */
export function testimonyVerdict({ fact, days }: Testimony, { kase, actor }: Matter): Verdict {
  const side = partiesFor(actor)[0]
  if (side !== 'requester' && side !== 'unit') return refuse('not-your-side')
  const logger = kase.events.slice(0, 1).map(partyOfEvent)
  const isOthers = fact === 'filed' ? !logger.includes(side) : side === 'requester'
  if (!isOthers) return refuse('not-statable-by-you', 'data.fact')
  return needsDays(fact) && !isNumberOfDays(days) ? refuse('days-required', 'data.days') : allowed
}

/** What each side said last of each fact, in one pass. */
function lastWords(events: readonly RequestEvent[]) {
  const words = {
    unit: new Map<StatableFact, RequestEvent>(),
    requester: new Map<StatableFact, RequestEvent>(),
  }
  for (const event of events) {
    const party = partyOfEvent(event)
    const fact = factOf(event)
    if (fact !== null && (party === 'unit' || party === 'requester')) words[party].set(fact, event)
  }
  return words
}

function needsDays(fact: StatableFact): boolean {
  return fact === 'extended' || fact === 'clarification_requested'
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

/** The days that an extension or a clarification grants. */
function daysOf(event: RequestEvent): number | null {
  switch (event.type) {
    case 'stated':
    case 'extended':
    case 'clarification_requested':
      return event.data.days
    default:
      return null
  }
}

interface Said {
  readonly word: Word
  readonly days: number | null
}

/** The day must be the same; outcomes and numbers of days only where both sides give one. */
function standingOf(a: Said | null, b: Said | null): Standing {
  if (!a || !b) return 'sin_contradecir'
  const agree = a.word.on === b.word.on && fits(a.word.outcome, b.word.outcome) && fits(a.days, b.days)
  return agree ? 'coinciden' : 'en_disputa'
}

function fits<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b
}
