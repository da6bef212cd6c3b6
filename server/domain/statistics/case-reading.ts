import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { isFinal } from '../request/states.ts'
import type { CaseFacts } from './case-facts.ts'

/** Day of the substantive answer: the written resolution, or the delivery where there was no other. */
export function finalResponseOn({ answeredOn, deliveredOn }: CaseFacts): CalendarDate | null {
  return answeredOn ?? deliveredOn
}

/** The law still expects an answer of the unit. */
export function isOpen(facts: CaseFacts): boolean {
  if (finalResponseOn(facts) !== null || facts.withdrawnOn !== null || facts.referredOn !== null) return false
  return !isFinal(facts.state)
}

/** Answered on the due day that binds at the latest. */
export function isOnTime(facts: CaseFacts): boolean {
  return isBy(finalResponseOn(facts), facts.dueOn)
}

/** The withdrawal came before the unit's answer and before its term ran out. */
export function isWithdrawnInTerm(facts: CaseFacts): boolean {
  return leftInTerm(facts, facts.withdrawnOn)
}

/** Sent on to the body that holds the information (LAIP 38) before the term ran out. */
export function isReferredInTerm(facts: CaseFacts): boolean {
  return leftInTerm(facts, facts.referredOn)
}

/** `day` is not null and not after `limit`; a limit that has not begun to run holds everything. */
export function isBy(day: CalendarDate | null, limit: CalendarDate | null): boolean {
  return day !== null && (limit === null || day <= limit)
}

/** Days of the term to answer by the kind of request (LAIP 33, 34, 42). */
export function answerTermDays({ kind }: CaseFacts): number {
  return kind === 'habeas_modify' ? 30 : 10
}

/**
 * The due day if "días" meant calendar days: from the counted receipt, or from the last clarification where
 * it restarts the term, with the extension, every day counted.
 */
export function calendarDueOn(facts: CaseFacts, clarificationRestarts: boolean): CalendarDate {
  const clarified = facts.clarifications.flatMap(({ answeredOn }) => answeredOn ?? []).toSorted()
  const start = (clarificationRestarts ? clarified.at(-1) : undefined) ?? facts.countedReceipt
  return addDays(start, answerTermDays(facts) + (facts.extension?.days ?? 0))
}

function leftInTerm(facts: CaseFacts, leftOn: CalendarDate | null): boolean {
  if (leftOn === null || !isBy(leftOn, facts.dueOn)) return false
  const answered = finalResponseOn(facts)
  return answered === null || answered > leftOn
}
