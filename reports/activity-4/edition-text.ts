import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'

/** What a published edition prints besides its figures. */
export interface EditionText {
  readonly code: string
  /** The code of the edition that it corrects. */
  readonly supersedes: string | null
  readonly changes: readonly { readonly what: string; readonly why: string }[]
  /** Institutions that were shown their page before it was published, and until when they could reply. */
  readonly asked: readonly AskedInstitution[]
  /** The words as they came; an institution replies once. */
  readonly replies: readonly InstitutionReply[]
  readonly challenges: readonly {
    readonly institution: string
    /** A code of an indicator, or 'otra'. */
    readonly figure: string
    readonly claim: string
    readonly state: string
    readonly reason: string | null
  }[]
}

export interface AskedInstitution {
  readonly institutionId: string
  readonly institution: string
  readonly on: CalendarDate
  readonly until: CalendarDate
}

export interface InstitutionReply {
  readonly institutionId: string
  readonly institution: string
  readonly on: CalendarDate
  readonly text: string
}
