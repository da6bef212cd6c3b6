import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import {
  finalResponseOn,
  isOnTime,
  isReferredInTerm,
  isWithdrawnInTerm,
} from '../../server/domain/statistics/case-reading.ts'
import { hasPassed } from '../../server/domain/statistics/cohorts.ts'

/** Where a request stands to its term on the cut-off day, in one word: each has exactly one. */
export type Situation =
  'on-time' | 'late' | 'unanswered' | 'within-term' | 'no-term' | 'withdrawn' | 'referred'

export function situationOf(facts: CaseFacts, asOf: CalendarDate): Situation {
  if (isWithdrawnInTerm(facts)) return 'withdrawn'
  if (isReferredInTerm(facts)) return 'referred'
  if (facts.dueOn === null) return 'no-term'
  if (finalResponseOn(facts) !== null) return isOnTime(facts) ? 'on-time' : 'late'
  return hasPassed(facts.dueOn, asOf) ? 'unanswered' : 'within-term'
}
