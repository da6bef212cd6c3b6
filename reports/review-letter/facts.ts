import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { reviewGrounds } from '../../server/domain/request/events.ts'

export type ReviewGround = (typeof reviewGrounds)[number]

/** What a review appeal must hold by article 57. Blanks are left as lines to be filled in by hand. */
export interface ReviewLetterFacts {
  /** The day that the letter bears. */
  readonly on: CalendarDate
  readonly institution: string
  readonly reference: string
  readonly caseNumber: string | null
  readonly title: string
  readonly organisation: string
  readonly receivedOn: CalendarDate
  /** The act appealed: an answer that was notified, or the silence after a due day. */
  readonly act:
    | { readonly kind: 'respuesta'; readonly outcome: string; readonly notifiedOn: CalendarDate }
    | { readonly kind: 'silencio'; readonly dueOn: CalendarDate }
  readonly ground: ReviewGround
  /** What is asked for and why, in the appellant's words; '' leaves lines. */
  readonly text: string
  /** Who signs; '' leaves a line. Never kept. */
  readonly name: string
  /** Where notices are received; '' leaves a line. Never kept. */
  readonly notices: string
  /** The last day to file it (article 54). */
  readonly fileBy: CalendarDate
  readonly enclosures: readonly string[]
}
