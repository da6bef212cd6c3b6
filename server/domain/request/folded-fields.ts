import type { CalendarDate } from '../calendar/calendar-date.ts'
import { searchTermsOf } from '../names.ts'
import { isDuty } from './clocks.ts'
import type { RequestEvent } from './events.ts'
import { foldRequest, type FoldedRequest } from './fold.ts'
import type { LawContext } from './law-context.ts'
import { nextMarkOn } from './marks.ts'
import { nextReminderOn } from './reminders.ts'
import { isOpen, lastStep, responseClock, stateOn } from './state-on.ts'
import { contestedOn, isDisputed } from './testimony.ts'
import type { Outcome, RequestState } from './states.ts'

/** What the fold of the events says, kept beside them for the indexes. Never an input. */
export interface FoldedFields {
  /** On the day of the last write; any other day's is read off the events. */
  readonly state: RequestState
  readonly outcome: Outcome | null
  readonly receivedOn: CalendarDate
  /**
   * Due day of the answer, extension included. Null where a clarification was asked for and did not come; of
   * a request that was withdrawn or referred, the day that bound it until then.
   */
  readonly dueOn: CalendarDate | null
  readonly answeredOn: CalendarDate | null
  /**
   * Whether a duty of the institution is unmet, in time or not: a running term of its own, or an answer that
   * nobody was notified of. While a clarification is awaited nothing is owed: no term runs for dismissing.
   */
  readonly owed: boolean
  /** The due day of the oldest unmet duty; null where nothing is owed. */
  readonly dutyDueOn: CalendarDate | null
  /** The first day with something to write down that no event says yet; null when there is nothing. */
  readonly nextMarkOn: CalendarDate | null
  /** The day from which somebody is to be reminded of the term that ends next; null when none will end. */
  readonly remindOn: CalendarDate | null
  /** The two sides state a fact differently. */
  readonly disputed: boolean
  /** The last word on what the sides disagree about, or object to; null where they do neither. */
  readonly contestedOn: CalendarDate | null
  /** The institution's own case number, as it gave it on admission. */
  readonly caseNumber: string | null
  readonly searchTerms: readonly string[]
}

export interface Titled {
  readonly id: string
  readonly title: string
  readonly reference: string
  readonly events: readonly RequestEvent[]
}

/** @param today the day of writing. @throws RangeError as `foldRequest`. */
export function foldedFieldsOf(request: Titled, law: LawContext, today: CalendarDate): FoldedFields {
  const { id, events, title, reference } = request
  const folded = foldRequest(events, law)
  const response = responseClock(folded)
  const dutyDueOn = oldestDuty(folded, today) ?? unnotifiedSince(folded, today)
  const caseNumber = caseNumberOf(events)
  const isAwaited = response?.stoppedBy === 'clarification_requested'
  return {
    state: stateOn(folded, today),
    outcome: folded.outcome,
    receivedOn: folded.receivedOn,
    dueOn: response && !isAwaited ? response.dueOn : null,
    answeredOn: folded.acts.find(({ type }) => type === 'resolved')?.on ?? null,
    owed: dutyDueOn !== null,
    dutyDueOn,
    nextMarkOn: nextMarkOn(id, folded, events),
    remindOn: nextReminderOn(folded, today, law),
    disputed: isDisputed(events),
    contestedOn: contestedOn(events),
    caseNumber,
    searchTerms: searchTermsOf(title, reference, caseNumber),
  }
}

/** The free delivery after silence does not push the broken term to answer out of sight. */
function oldestDuty({ clocks }: FoldedRequest, today: CalendarDate): CalendarDate | null {
  const unmet = clocks.filter(clock => isDuty(clock.id) && isOpen(clock, today))
  return unmet.reduce<CalendarDate | null>(
    (first, { dueOn }) => (first === null || dueOn < first ? dueOn : first),
    null,
  )
}

/**
 * A resolution stops the term to answer (row 9), yet an answer that nobody was told of is not one "en el plazo
 * y forma" (article 44): until it is notified it stays owed, by the day that bound the answer. A requester who
 * learns of it otherwise states that day, and the review runs from there (article 57: "conocimiento del acto").
 */
function unnotifiedSince(folded: FoldedRequest, today: CalendarDate): CalendarDate | null {
  if (stateOn(folded, today) !== 'resuelta') return null
  const response = responseClock(folded)
  const isDismissal = response?.stoppedBy === 'clarification_requested'
  return (isDismissal ? lastStep(folded.steps, today)?.on : response?.dueOn) ?? null
}

function caseNumberOf(events: readonly RequestEvent[]): string | null {
  const admission = events.findLast(event => event.type === 'admitted')
  return admission?.type === 'admitted' ? admission.data.caseNumber : null
}
