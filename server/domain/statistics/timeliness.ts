import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { calendarDueOn, finalResponseOn, isBy, isOnTime } from './case-reading.ts'
import { hasPassed, type Cohorts } from './cohorts.ts'
import { shareFigure, shareOf, type Figure } from './figure.ts'

/** What the figures need to know of the count of days. */
export interface Counting {
  /** Working days after `from` up to and including `to`. */
  readonly workingDaysBetween: (from: CalendarDate, to: CalendarDate) => number
  /** Whether a clarification starts the term to answer anew. */
  readonly clarificationRestarts: boolean
}

/**
 * T1 to T8. Of those due: on time + late + unanswered = all, and on time + silent or only acknowledged on
 * the due day = all.
 */
export interface Timeliness {
  readonly onTime: Figure
  /** T1 of the same requests, had the days been calendar days. */
  readonly onTimeCalendar: Figure
  readonly onTimeWithoutExtension: Figure
  readonly late: Figure
  /** Neither on time nor late: no substantive answer up to the cut-off day. */
  readonly unanswered: Figure
  readonly silentAtDue: Figure
  readonly persistentSilence: Figure
  readonly fictaHonoured: Figure
  readonly answered: Figure
  readonly acknowledgedOnly: Figure
}

export function timelinessOf(
  { due, window }: Pick<Cohorts, 'due' | 'window'>,
  counting: Counting,
): Timeliness {
  const fictaOver = due.filter(facts => hasFictaTermPassed(facts, window.asOf, counting))
  const silentFictaOver = fictaOver.filter(isUnansweredAtDue)
  return {
    ...answersOf(due),
    onTimeCalendar: shareFigure('T1-calendar', 'due', due, facts =>
      isBy(finalResponseOn(facts), calendarDueOn(facts, counting.clarificationRestarts)),
    ),
    onTimeWithoutExtension: shareFigure('T2', 'due', due, facts =>
      isBy(finalResponseOn(facts), facts.baseDue ?? facts.dueOn),
    ),
    persistentSilence: shareFigure('T5', 'dueFictaOver', fictaOver, isSilentAfterFicta),
    fictaHonoured: shareFigure('T6', 'silentFictaOver', silentFictaOver, isFictaHonoured),
    answered: shareFigure('T7', 'due', due, facts => finalResponseOn(facts) !== null),
    acknowledgedOnly: shareFigure(
      'T8',
      'due',
      due,
      facts => isUnansweredAtDue(facts) && !isSilentAtDue(facts),
    ),
  }
}

/** The parts of the due ones that every group and month tells, in one pass: each has one of the first three. */
export function answersOf(
  due: readonly CaseFacts[],
): Pick<Timeliness, 'onTime' | 'late' | 'unanswered' | 'silentAtDue'> {
  const onTime: CaseFacts[] = []
  const late: CaseFacts[] = []
  const unanswered: CaseFacts[] = []
  for (const facts of due) {
    if (isOnTime(facts)) onTime.push(facts)
    else if (finalResponseOn(facts) === null) unanswered.push(facts)
    else late.push(facts)
  }
  const n = due.length
  return {
    onTime: shareOf('T1', 'due', onTime, n),
    late: shareOf('T3', 'due', late, n),
    unanswered: shareOf('T3-open', 'due', unanswered, n),
    silentAtDue: shareFigure('T4', 'due', due, isSilentAtDue),
  }
}

function isUnansweredAtDue(facts: CaseFacts): boolean {
  return !isOnTime(facts)
}

/** Not one act of the unit up to the due day: no admission, no extension, no answer. */
export function isSilentAtDue(facts: CaseFacts): boolean {
  return isUnansweredAtDue(facts) && !isBy(facts.firstResponseOn, facts.dueOn)
}

/** LAIP 44: the ten days to deliver after silence passed without answer or delivery. */
export function isSilentAfterFicta(facts: CaseFacts): boolean {
  return (
    isUnansweredAtDue(facts) &&
    !isBy(finalResponseOn(facts), facts.fictaDueOn) &&
    !isBy(facts.deliveredOn, facts.fictaDueOn)
  )
}

/** LAIP 44: delivered within the ten days after the due day, with no charge on record. */
export function isFictaHonoured(facts: CaseFacts): boolean {
  return isBy(deliveryOn(facts), facts.fictaDueOn) && (facts.costQuetzales ?? 0) === 0
}

/** Notice of a resolution that hands over the information is its delivery, unless another day is known. */
function deliveryOn({ deliveredOn, notifiedOn, outcome }: CaseFacts): CalendarDate | null {
  const handsOver = outcome === 'entrega_total' || outcome === 'entrega_parcial'
  return deliveredOn ?? (handsOver ? notifiedOn : null)
}

/** Known of the silent ones; of the others, the ten working days after their due day, so that all mature alike. */
export function hasFictaTermPassed(
  facts: Pick<CaseFacts, 'dueOn' | 'fictaDueOn'>,
  asOf: CalendarDate,
  { workingDaysBetween }: Counting,
): boolean {
  if (facts.fictaDueOn !== null) return hasPassed(facts.fictaDueOn, asOf)
  return facts.dueOn !== null && workingDaysBetween(facts.dueOn, asOf) > 10
}
