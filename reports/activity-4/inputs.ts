import type { BarrierFact } from '../../server/domain/barriers.ts'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../../server/domain/calendar/working-calendar.ts'
import type { CountingPolicy } from '../../server/domain/law/counting-policy.ts'
import type { RatingFact } from '../../server/domain/ratings.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import type { FollowUp } from './follow-up.ts'

/** What the report is computed from. The caller refuses a period whose `from` is after its `to`. */
export interface Activity4Input {
  /** In any order; those received after `asOf` are left out, those of other periods may be there. */
  readonly cases: readonly CaseFacts[]
  /**
   * How many were received up to `asOf`, where only those that `caseQuestionOf` asks for are in `cases`; null where
   * all are.
   */
  readonly knownCount?: number | null
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
  /** What the coordination did, in any order; null where the report is on a part of the requests alone. */
  readonly activities?: Activities | null
  /** Of the edition before; null where the report is on a part of the requests alone. */
  readonly followUp?: FollowUp | null
  /** How answers were rated, of any requests and days; null where the report does not reach them. */
  readonly ratings?: readonly RatingFact[] | null
  /** What stood in the way of requests, of any days; null where the report does not reach it. */
  readonly barriers?: readonly BarrierFact[] | null
}

export interface Activities {
  readonly trainings: readonly Training[]
  readonly assistances: readonly Assistance[]
  readonly disseminations: readonly Dissemination[]
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
  /** Its first day; `days` counts them all. */
  readonly on: CalendarDate
  readonly days: number
  readonly title: string
  /** Such as 'taller'. */
  readonly kind: string
  readonly audience: 'organisations' | 'units'
  /** Bodies that took part, by id: organisations and institutions. */
  readonly organisationIds: readonly string[]
  readonly institutionIds: readonly string[]
  readonly participants: number
  /** Of those who said so; null where nobody was asked. */
  readonly women: number | null
  readonly men: number | null
  readonly otherGender: number | null
  readonly hours: number | null
  /** Answers to the evaluation, and their mean marks of 0 to 100 before and after. */
  readonly answers: number | null
  readonly meanBefore: number | null
  readonly meanAfter: number | null
}

/** Technical assistance given to one organisation (result 2). */
export interface Assistance {
  readonly id: string
  readonly on: CalendarDate
  readonly organisationId: string
  readonly subject: string
  readonly minutes: number
  /** The requests it was about: what came of them is read from their facts. */
  readonly requestIds: readonly string[]
}

/** Results handed to the head of an information unit or to the regulator (result 4). */
export interface Dissemination {
  readonly id: string
  readonly on: CalendarDate
  readonly audience: 'units' | 'regulator'
  readonly institutionId: string | null
  /** Such as 'papel'. */
  readonly means: string
  readonly report: { readonly sha256: string; readonly from: CalendarDate; readonly to: CalendarDate }
  readonly acknowledgedOn: CalendarDate | null
  readonly answers: readonly { readonly on: CalendarDate; readonly text: string }[]
}
