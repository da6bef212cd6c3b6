import type { CalendarDate } from '../calendar/calendar-date.ts'
import { searchTermsOf } from '../names.ts'
import { isDuty } from './clocks.ts'
import type { RequestEvent } from './events.ts'
import { foldRequest, type FoldedRequest } from './fold.ts'
import type { LawContext } from './law-context.ts'
import { nextMarkOn } from './marks.ts'
import { nextReminderOn } from './reminders.ts'
import { responseClock, stateOn } from './state-on.ts'
import { isDisputed } from './testimony.ts'
import type { Outcome, RequestState } from './states.ts'

/** What the fold of the events says, kept beside them for the indexes. Never an input. */
export interface FoldedFields {
  /** On the day of the last write; any other day's is read off the events. */
  readonly state: RequestState
  readonly outcome: Outcome | null
  readonly receivedOn: CalendarDate
  /** Due day of the answer, extension included; null while a clarification is awaited. */
  readonly dueOn: CalendarDate | null
  readonly answeredOn: CalendarDate | null
  /** Whether a duty of the institution is unmet, in time or not. */
  readonly owed: boolean
  /** The due day of the oldest unmet duty; null where nothing is owed. */
  readonly dutyDueOn: CalendarDate | null
  /** The first day with something to write down that no event says yet; null when there is nothing. */
  readonly nextMarkOn: CalendarDate | null
  /** The day from which somebody is to be reminded of the term that ends next; null when none will end. */
  readonly remindOn: CalendarDate | null
  readonly disputed: boolean
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
  const dutyDueOn = oldestDuty(folded, today)
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
    caseNumber,
    searchTerms: searchTermsOf(title, reference, caseNumber),
  }
}

/** The free delivery after silence does not push the broken term to answer out of sight. */
function oldestDuty({ clocks }: FoldedRequest, today: CalendarDate): CalendarDate | null {
  const unmet = clocks.filter(
    clock => isDuty(clock.id) && !clock.extended && clock.stoppedOn === null && clock.startedOn <= today,
  )
  return unmet.reduce<CalendarDate | null>(
    (first, { dueOn }) => (first === null || dueOn < first ? dueOn : first),
    null,
  )
}

function caseNumberOf(events: readonly RequestEvent[]): string | null {
  const admission = events.findLast(event => event.type === 'admitted')
  return admission?.type === 'admitted' ? admission.data.caseNumber : null
}
