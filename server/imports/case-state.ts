import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestEvent } from '../domain/request/events.ts'
import { foldName } from '../domain/names.ts'
import type { Disposition } from './dispositions.ts'
import type { LogRow } from './read-row.ts'

/** How a correction by import begins to name who approved it; the SHA-256 of the file follows. */
export const approvedByFile = 'import:'

/** What a log has said of a request so far. */
export interface CaseState {
  readonly receivedOn: CalendarDate
  readonly ending: Ending | null
}

/** How the case ended, by the log: an answer of some outcome, known or not, or a withdrawal. */
export interface Ending {
  readonly on: CalendarDate
  readonly kind: 'answered' | 'withdrawn'
  readonly outcome: string | null
  readonly words: string | null
}

export function stateOfRow({ received, closing }: LogRow): CaseState {
  if (closing === null) return { receivedOn: received, ending: null }
  const { on, disposition, words } = closing
  const kind = disposition.kind === 'withdrawn' ? 'withdrawn' : 'answered'
  return { receivedOn: received, ending: { on, kind, outcome: outcomeOf(disposition), words } }
}

export function outcomeOf(disposition: Disposition) {
  return disposition.kind === 'answer' ? disposition.outcome : null
}

/** The state that a request holds, and the events that a correction would name. */
export interface KnownCase extends CaseState {
  readonly filedId: string
  readonly endingId: string | null
}

/**
 * What logs have said: words and corrections that people entered by hand stand beside it, and a log that
 * says the same as before does not argue with them anew.
 * @returns null where the history does not begin with a filing.
 */
export function stateOfEvents(events: readonly RequestEvent[]): KnownCase | null {
  const filed = events.find(({ type }) => type === 'filed')
  if (!filed) return null
  const dayOf = (event: RequestEvent) => correctedDay(events, event.id) ?? event.occurredOn
  const last = events.filter(isOfALog).findLast(isEnding)
  return {
    receivedOn: dayOf(filed),
    ending: last ? endingOf(last, dayOf(last)) : null,
    filedId: filed.id,
    endingId: last?.id ?? null,
  }
}

/** What a row says that was not known. A row that is silent on the end takes nothing back. */
export interface Difference {
  readonly received: boolean
  /** `restated`: other words or another outcome. `redated`: the same on another day. */
  readonly ending: 'none' | 'restated' | 'redated'
}

export function differenceOf(known: CaseState, said: CaseState): Difference | null {
  const received = known.receivedOn !== said.receivedOn
  const ending = endingDifference(known.ending, said.ending)
  return received || ending !== 'none' ? { received, ending } : null
}

/** What is known once a row has been taken in. */
export function stateAfter(known: CaseState, said: CaseState): CaseState {
  const { ending } = said
  if (ending === null || endingDifference(known.ending, ending) === 'none')
    return { ...known, receivedOn: said.receivedOn }
  return {
    receivedOn: said.receivedOn,
    ending: ending.words === null && known.ending ? { ...known.ending, on: ending.on } : ending,
  }
}

function endingDifference(known: Ending | null, said: Ending | null): Difference['ending'] {
  if (said === null) return 'none'
  if (known === null) return 'restated'
  // A log without a column of outcomes cannot contradict one that had it.
  const isOther = said.words !== null && (said.kind !== known.kind || !isSameWord(said.words, known.words))
  if (isOther) return 'restated'
  return said.on === known.on ? 'none' : 'redated'
}

function isSameWord(a: string, b: string | null): boolean {
  return b !== null && foldName(a) === foldName(b)
}

function correctedDay(events: readonly RequestEvent[], id: string): CalendarDate | null {
  const correction = events
    .filter(event => event.type === 'corrected')
    .findLast(({ data }) => data.corrects === id && data.approvedBy.startsWith(approvedByFile))
  return correction?.data.occurredOn ?? null
}

function isOfALog({ evidence }: RequestEvent): boolean {
  return evidence.some(({ kind }) => kind === 'archivo')
}

type EndingEvent = Extract<RequestEvent, { type: 'stated' | 'withdrawn' }>

function isEnding(event: RequestEvent): event is EndingEvent {
  if (event.actor.organisationId === null) return false
  return event.type === 'withdrawn' || (event.type === 'stated' && event.data.fact === 'notified')
}

function endingOf(event: EndingEvent, on: CalendarDate): Ending {
  return event.type === 'withdrawn'
    ? { on, kind: 'withdrawn', outcome: null, words: event.data.reason }
    : { on, kind: 'answered', outcome: event.data.outcome, words: event.data.note }
}
