import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { ClockId, RequestKind } from '../../server/domain/request/states.ts'

/** What a record says of a silence, in words already where the words come from lists. Pure data: no clock, no store. */
export interface SilenceFacts {
  /** The day whose end the paper speaks of. */
  readonly asOf: CalendarDate
  readonly reference: string
  readonly caseNumber: string | null
  readonly title: string
  readonly kind: RequestKind
  readonly channel: string
  readonly institution: string
  readonly organisation: string
  readonly receivedOn: CalendarDate
  /** HH:MM in Guatemala; null where only the day is known. */
  readonly receivedAt: string | null
  /** The term whose end made the silence. */
  readonly broken: SilenceTerm
  /** The terms that came before and after: to answer without its extension, to deliver free of charge. */
  readonly others: readonly SilenceTerm[]
  /** Working days from the due day to `asOf`, or to the answer that came late. */
  readonly workingDaysLate: number
  readonly answeredLateOn: CalendarDate | null
  /** The last day to seek a review of the silence; null where none runs. */
  readonly reviewUntil: CalendarDate | null
  readonly history: readonly HistoryLine[]
  readonly files: readonly FileLine[]
  /** SHA-256 (hex) of the canonical form of the last event: it carries the hash of every one before it. */
  readonly historyHash: string
}

export interface SilenceTerm {
  readonly clock: ClockId
  /** The term's name in the paper's language. */
  readonly name: string
  readonly article: string
  readonly startedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly term: number
  readonly ledger: readonly LedgerLine[]
}

export interface LedgerLine {
  readonly date: CalendarDate
  readonly ordinal: number | null
  readonly why: string
}

export interface HistoryLine {
  readonly on: CalendarDate
  readonly what: string
  readonly by: string
  /** The server's instant of recording, ISO 8601; '' for a due day that nobody has written down yet. */
  readonly recordedAt: string
  readonly evidence: string
}

export interface FileLine {
  readonly name: string
  readonly sha256: string
  readonly kilobytes: number
}
