import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { LedgerDay } from '../domain/calendar/day-ledger.ts'
import type { Evidence, EventType, Role } from '../domain/request/events.ts'
import type { ClockId, Outcome, Party, RequestKind, RequestState } from '../domain/request/states.ts'

/** A request as a row: what lists, queues and exports show. Days are calendar days in Guatemala. */
export interface RequestSummary {
  readonly id: string
  /** Vigía's own code, GT-2026-01179. */
  readonly reference: string
  /** The institution's case number, where it gave one. */
  readonly caseNumber: string | null
  readonly title: string
  readonly kind: RequestKind
  readonly institution: { readonly id: string; readonly name: string; readonly acronym: string }
  readonly organisation: { readonly id: string; readonly name: string }
  readonly state: RequestState
  readonly outcome: Outcome | null
  readonly receivedOn: CalendarDate
  /** Due day of the answer, extension included; null while a clarification is awaited. */
  readonly dueOn: CalendarDate | null
  /** The clock that runs now, or the one that was broken and not cured; null when nothing is owed. */
  readonly deadline: DeadlineView | null
  readonly urgency: Urgency
  readonly disputed: boolean
  readonly version: number
}

/** vencida: past due and still owed · pronto: 3 working days or fewer · adelante · cerrada: nothing owed. */
export const urgencies = ['vencida', 'pronto', 'adelante', 'cerrada'] as const

export type Urgency = (typeof urgencies)[number]

export interface DeadlineView {
  readonly clock: ClockId
  readonly article: string
  readonly dueOn: CalendarDate
  /** Working days from today to the due day: 0 is today, negative is late. */
  readonly workingDaysLeft: number
  /** Whose duty it is. */
  readonly party: Party
}

export interface ClockView {
  readonly clock: ClockId
  readonly article: string
  readonly party: Party
  readonly startedOn: CalendarDate
  /** Length in working days (or calendar days, by policy). */
  readonly term: number
  readonly unit: 'working' | 'calendar'
  readonly dueOn: CalendarDate
  readonly stoppedOn: CalendarDate | null
  readonly status: 'running' | 'stopped' | 'passed'
  /** Every day from the start to the due day, counted or skipped, and why. */
  readonly ledger: readonly LedgerDay[]
  /** For K1 after a clarification: the due day had the term not been suspended (the earlier alert). */
  readonly unsuspendedDueOn: CalendarDate | null
}

export interface BreachView {
  readonly id: string
  readonly clock: ClockId
  readonly article: string
  readonly dueOn: CalendarDate
  readonly beganOn: CalendarDate
  readonly noticedAt: Date | null
  readonly curedOn: CalendarDate | null
  readonly curedBy: 'respuesta_tardia' | 'entrega' | 'revision' | 'cumplimiento' | null
  readonly workingDaysLate: number
  /** vigente: follows from the record as it stands · superado: a recount or a correction moved it. */
  readonly standing: 'vigente' | 'superado'
}

export interface TimelineEntry {
  readonly id: string
  readonly type: EventType
  readonly occurredOn: CalendarDate
  readonly occurredAt: Date | null
  readonly recordedAt: Date | null
  readonly role: Role
  /** Name of the organisation or institution that acted; null for the system. Never a person's name. */
  readonly side: string | null
  /** As of the event's type; in public views, only what comes from closed lists. */
  readonly data: Readonly<Record<string, unknown>>
  readonly evidence: readonly Evidence[]
  /** Working days between the act and its recording, where more than one. */
  readonly loggedLate: number | null
  /** A due day that has passed but that the scan has not written down yet. */
  readonly computed: boolean
  readonly correctedBy: string | null
}

export interface TestimonyView {
  readonly fact: string
  readonly institution: { readonly on: CalendarDate; readonly outcome: string | null } | null
  readonly organisation: { readonly on: CalendarDate; readonly outcome: string | null } | null
  readonly standing: 'coinciden' | 'sin_contradecir' | 'en_disputa'
}

export interface AllowedAction {
  readonly type: EventType
  readonly article: string | null
  /** Set where the law lets it be done only until or from a day. */
  readonly from: CalendarDate | null
  readonly until: CalendarDate | null
}

export interface AttachmentView {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
  readonly addedAt: Date
}

/** A request in full, as one actor may see it today. */
export interface RequestView extends RequestSummary {
  readonly body: string
  readonly channel: string
  /** The instant of receipt; null where only the day is known. */
  readonly receivedAt: Date | null
  readonly baseDue: CalendarDate | null
  readonly extensionNotice: { readonly from: CalendarDate; readonly by: CalendarDate } | null
  readonly clocks: readonly ClockView[]
  readonly breaches: readonly BreachView[]
  /** Newest first; due days that passed stand in it as entries of their own. */
  readonly timeline: readonly TimelineEntry[]
  readonly testimony: readonly TestimonyView[]
  readonly allowedActions: readonly AllowedAction[]
  readonly attachments: readonly AttachmentView[]
}
