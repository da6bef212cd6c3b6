import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { ClockId, Outcome, RequestKind, RequestState, ReviewSense } from './states.ts'

/** How an act is known to have happened on its day. */
export const evidenceKinds = ['sello', 'correo', 'portal', 'acta', 'archivo', 'declarada'] as const

export interface Evidence {
  readonly kind: (typeof evidenceKinds)[number]
  /** SHA-256 (hex) of the stored file, or null where there is only a reference. */
  readonly sha256: string | null
  readonly note: string | null
}

export const roles = [
  'organisation_member',
  'organisation_admin',
  'uip_officer',
  'uip_head',
  'regulator',
  'coordinator',
  'system_admin',
  'system',
  'public',
] as const

export type Role = (typeof roles)[number]

/** Who acts, and for whom. Exactly one of the two ids is set for those who belong to a side. */
export interface Actor {
  readonly userId: string
  readonly role: Role
  readonly organisationId: string | null
  readonly institutionId: string | null
}

/** Grounds of refusal that an answer may cite, several at once (indicator G1). */
export const grounds = [
  'reservada',
  'confidencial',
  'datos_personales',
  'inexistente',
  'no_clara',
  'costo',
  'otra',
] as const

export type Ground = (typeof grounds)[number]

export const channels = ['electronica', 'escrita', 'verbal'] as const

/** Grounds of a review: article 54 (refusal, inexistence) and the six of article 55. */
export const reviewGrounds = ['54', '55.1', '55.2', '55.3', '55.4', '55.5', '55.6'] as const

/** What each event says besides who, when and on what evidence. */
export interface EventData {
  filed: { readonly kind: RequestKind; readonly channel: (typeof channels)[number] }
  admitted: { readonly caseNumber: string | null }
  clarification_requested: {
    /** Working days that the unit grants (LAIP 42.2 fixes no number). */
    readonly days: number
    readonly text: string
  }
  clarified: { readonly text: string }
  assigned: { readonly liaison: string }
  referred: { readonly toInstitutionId: string; readonly reason: string }
  extended: { readonly days: number; readonly motive: string }
  resolved: {
    readonly outcome: Outcome
    readonly reasoning: string
    readonly grounds: readonly Ground[]
    readonly article: string | null
    /** The published resolution that classified the information as reserved (LAIP 25). */
    readonly classificationResolution: string | null
    readonly costQuetzales: number
  }
  notified: { readonly means: string }
  delivered: { readonly costQuetzales: number; readonly note: string | null }
  review_filed: { readonly ground: (typeof reviewGrounds)[number]; readonly text: string }
  review_defects_fixed: { readonly text: string }
  review_decided: { readonly sense: ReviewSense; readonly text: string }
  review_notified: { readonly means: string }
  complied: { readonly note: string | null }
  amparo_noted: { readonly reference: string }
  withdrawn: { readonly reason: string | null }
  /** The passing of a due day, written down by the scan: the breach itself follows from the dates. */
  lapsed: {
    readonly clock: ClockId
    readonly dueOn: CalendarDate
    readonly article: string
    readonly calendarVersion: string
    readonly breachId: string
    readonly from: RequestState
    readonly to: RequestState
  }
  closed: { readonly from: RequestState }
  recounted: {
    /** The acuerdo, or the change of the office's hours, that moved it. */
    readonly closureId: string
    readonly calendarVersion: string
    readonly moved: readonly {
      readonly clock: ClockId
      readonly from: CalendarDate
      readonly to: CalendarDate
    }[]
  }
  /** One side's word on an act of the other side (double testimony). */
  stated: Testimony
  corrected: {
    readonly corrects: string
    readonly occurredOn: CalendarDate
    readonly occurredAt: Date | null
    readonly reason: string
    /** A second person of the same side; never the one who proposes. */
    readonly approvedBy: string
  }
  disputed: { readonly breachId: string | null; readonly text: string }
}

/** Acts of the unit that the requester may state, as known to the requester. */
export const statableFacts = [
  'admitted',
  'clarification_requested',
  'extended',
  'resolved',
  'notified',
  'delivered',
  'review_decided',
  'complied',
  'filed',
] as const

export type StatableFact = (typeof statableFacts)[number]

export interface Testimony {
  readonly fact: StatableFact
  /** Set where the fact is a resolution or a decision. */
  readonly outcome: Outcome | ReviewSense | null
  /** Set where the fact is an extension or a clarification request: working days. */
  readonly days: number | null
  readonly note: string | null
}

export type EventType = keyof EventData

/** The acts that a person may ask to record. What time and the calendar decide is not among them. */
export const personalTypes = [
  'admitted',
  'clarification_requested',
  'clarified',
  'assigned',
  'referred',
  'extended',
  'resolved',
  'notified',
  'delivered',
  'review_filed',
  'review_defects_fixed',
  'review_decided',
  'review_notified',
  'complied',
  'amparo_noted',
  'withdrawn',
  'stated',
  'corrected',
  'disputed',
] as const satisfies readonly EventType[]

export type PersonalType = (typeof personalTypes)[number]

export const eventTypes = [
  'filed',
  ...personalTypes,
  'lapsed',
  'closed',
  'recounted',
] as const satisfies readonly EventType[]

interface EventOf<T extends EventType> {
  readonly id: string
  readonly type: T
  /** The day the act took place, declared by the actor: a calendar day in Guatemala. */
  readonly occurredOn: CalendarDate
  /** The instant, where the hour is known and matters (receipt). */
  readonly occurredAt: Date | null
  /** The server's instant of recording: never declared by anyone. */
  readonly recordedAt: Date
  readonly actor: Actor
  readonly evidence: readonly Evidence[]
  readonly data: EventData[T]
  /** SHA-256 (hex) of the canonical form of the event before it in this request; '' for the first. */
  readonly prev: string
}

export type RequestEvent = { [T in EventType]: EventOf<T> }[EventType]

/** An act that somebody asks to record: what an event says before the server adds its own part. */
export type Act = {
  [T in EventType]: {
    readonly type: T
    readonly occurredOn: CalendarDate
    readonly occurredAt: Date | null
    readonly evidence: readonly Evidence[]
    readonly data: EventData[T]
  }
}[EventType]
