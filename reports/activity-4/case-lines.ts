import { dayNumber, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { ClockId } from '../../server/domain/request/states.ts'
import { breachRowsOf } from '../../server/domain/statistics/breaches.ts'
import { hasPassed, type Cohorts } from '../../server/domain/statistics/cohorts.ts'
import type { Counting } from '../../server/domain/statistics/timeliness.ts'
import { compareText } from './order.ts'

export interface BreachLine {
  readonly caseId: string
  readonly reference: string
  readonly institutionId: string
  readonly organisationId: string
  readonly clock: ClockId
  readonly article: string
  readonly dueOn: CalendarDate
  readonly beganOn: CalendarDate
  readonly curedOn: CalendarDate | null
  readonly workingDaysLate: number
}

export interface OpenLine {
  readonly caseId: string
  readonly reference: string
  readonly institutionId: string
  readonly organisationId: string
  readonly receivedOn: CalendarDate
  readonly dueOn: CalendarDate | null
  readonly late: boolean
  /** Since the counted receipt, to the cut-off day. */
  readonly workingDaysOpen: number
  readonly calendarDaysOpen: number
}

/** Breaches whose due day fell in the period, longest late first. */
export function breachLines(cohorts: Cohorts): readonly BreachLine[] {
  return breachRowsOf(cohorts).map(({ facts, breach }) => ({
    caseId: facts.id,
    reference: facts.reference,
    institutionId: facts.institutionId,
    organisationId: facts.organisationId,
    clock: breach.clock,
    article: breach.article,
    dueOn: breach.dueOn,
    beganOn: breach.beganOn,
    curedOn: breach.curedOn,
    workingDaysLate: breach.workingDaysLate,
  }))
}

/** The ten oldest open requests, whenever received. */
export function openLines({ open, window }: Cohorts, counting: Counting): readonly OpenLine[] {
  return open
    .toSorted(
      (a, b) => compareText(a.countedReceipt, b.countedReceipt) || compareText(a.reference, b.reference),
    )
    .slice(0, 10)
    .map(({ id, reference, institutionId, organisationId, receivedOn, countedReceipt, dueOn }) => ({
      caseId: id,
      reference,
      institutionId,
      organisationId,
      receivedOn,
      dueOn,
      late: hasPassed(dueOn, window.asOf),
      workingDaysOpen: Math.max(0, counting.workingDaysBetween(countedReceipt, window.asOf)),
      calendarDaysOpen: Math.max(0, dayNumber(window.asOf) - dayNumber(countedReceipt)),
    }))
}
