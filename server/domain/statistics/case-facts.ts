import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Ground } from '../request/events.ts'
import type { ClockId, Outcome, RequestKind, RequestState, ReviewSense } from '../request/states.ts'

/**
 * What the indicators read of one request to one institution: days and facts, no text, no person.
 * All days are calendar days in Guatemala; what happened after the cut-off day is not in it.
 */
export interface CaseFacts {
  readonly id: string
  /** The code printed in case lists: never a name. */
  readonly reference: string
  readonly kind: RequestKind
  readonly institutionId: string
  readonly organisationId: string
  readonly channel: string
  /** State on the cut-off day. */
  readonly state: RequestState
  readonly outcome: Outcome | null
  readonly grounds: readonly Ground[]
  readonly groundArticle: string | null
  readonly classificationResolution: string | null
  readonly receivedOn: CalendarDate
  readonly countedReceipt: CalendarDate
  readonly loggedOn: CalendarDate
  readonly admittedOn: CalendarDate | null
  readonly clarifications: readonly {
    readonly requestedOn: CalendarDate
    readonly answeredOn: CalendarDate | null
    readonly workingDays: number | null
  }[]
  /** Due day without the extension; null while a clarification is awaited and the term has not begun. */
  readonly baseDue: CalendarDate | null
  /** Due day that binds: with the extension, where there is one. */
  readonly dueOn: CalendarDate | null
  readonly extension: {
    readonly notifiedOn: CalendarDate
    readonly days: number
    /** Empty where the extension is valid: 'late-notice', 'too-long', 'no-motive', 'second'… */
    readonly faults: readonly string[]
  } | null
  /** First act of any kind by the institution. */
  readonly firstResponseOn: CalendarDate | null
  /** The written resolution (LAIP 42, 45). */
  readonly answeredOn: CalendarDate | null
  readonly notifiedOn: CalendarDate | null
  readonly deliveredOn: CalendarDate | null
  readonly costQuetzales: number | null
  readonly withdrawnOn: CalendarDate | null
  readonly referredOn: CalendarDate | null
  /** Last day of the delivery owed after silence (LAIP 44), where the answer fell due unanswered. */
  readonly fictaDueOn: CalendarDate | null
  /** Working days by the institution's calendar, day zero = countedReceipt. */
  readonly workingDaysToAnswer: number | null
  readonly calendarDaysToAnswer: number | null
  /** Working days from receipt to the answer less those that the requester took to clarify. */
  readonly netDaysToAnswer: number | null
  readonly breaches: readonly {
    readonly id: string
    readonly clock: ClockId
    readonly article: string
    readonly dueOn: CalendarDate
    readonly beganOn: CalendarDate
    readonly curedOn: CalendarDate | null
    /** Working days late, to the cure or to the cut-off day. */
    readonly workingDaysLate: number
  }[]
  readonly review: {
    readonly filedOn: CalendarDate
    readonly filedInTime: boolean
    readonly decisionDueOn: CalendarDate
    readonly decidedOn: CalendarDate | null
    readonly sense: ReviewSense | null
    readonly complianceDueOn: CalendarDate | null
    readonly compliedOn: CalendarDate | null
  } | null
  readonly amparoOn: CalendarDate | null
  /** Days or statuses on which organisation and institution contradict each other. */
  readonly disputed: boolean
  /** Whether receipt and answer are backed by a stamp, a message or a file. */
  readonly evidenced: boolean
  /** Whose word the answer's date is. */
  readonly answerSource: 'institution' | 'organisation' | null
}
