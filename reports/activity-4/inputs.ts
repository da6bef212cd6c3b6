import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../../server/domain/calendar/working-calendar.ts'
import type { CountingPolicy } from '../../server/domain/law/counting-policy.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'

/** What the report is computed from. The caller refuses a period whose `from` is after its `to`. */
export interface Activity4Input {
  /** In any order; those received after `asOf` are left out, those of other periods may be there. */
  readonly cases: readonly CaseFacts[]
  readonly period: Period
  /** The cut-off day, with all that happened on it. */
  readonly asOf: CalendarDate
  readonly institutions: readonly NamedInstitution[]
  readonly organisations: readonly Named[]
  /** Version of the rules and closures by which the facts were computed. */
  readonly calendarVersion: string
  /** Of an office in the capital, with the closures that reach every office: for the time that open requests
   * have waited, and for the list of days off that the report prints. */
  readonly calendar: WorkingCalendar
  readonly policy: CountingPolicy
  readonly trainings?: readonly Training[]
  readonly assistances?: readonly Assistance[]
  readonly disseminations?: readonly Dissemination[]
}

export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface NamedInstitution extends Named {
  readonly acronym: string | null
  /** Such as 'ministerio'; institutions of a kind are listed together. */
  readonly kind: string
}

/** A course or workshop: for civil organisations (result 2) or for information units (result 3). */
export interface Training {
  readonly id: string
  readonly on: CalendarDate
  readonly title: string
  readonly audience: 'organisations' | 'units'
  /** Bodies that took part, by id. */
  readonly bodyIds: readonly string[]
  readonly participants: number
  readonly hours: number | null
}

/** Technical assistance given to one organisation (result 2). */
export interface Assistance {
  readonly id: string
  readonly on: CalendarDate
  readonly organisationId: string
  readonly subject: string
}

/** Results handed to information units or to the regulator (result 4). */
export interface Dissemination {
  readonly id: string
  readonly on: CalendarDate
  readonly title: string
  readonly audience: 'units' | 'regulator'
  readonly means: string
  readonly recipients: number
}
