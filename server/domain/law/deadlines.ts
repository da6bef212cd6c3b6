import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { LedgerDay } from '../calendar/day-ledger.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CountingPolicy } from './counting-policy.ts'
import { dayOf, effectiveReceipt, type Moment } from './effective-receipt.ts'
import { extensionOf, extensionWindow, type Extension } from './extension.ts'
import { laip, rulesOf, type KindRules, type RequestKind } from './laip.ts'
import { overdueFrom, termEnd, termLedger } from './terms.ts'

/** What happened that moves a deadline. Order does not matter: events are taken by their moment. */
export type DeadlineEvent =
  | {
      readonly type: 'extension_notified'
      readonly at: Moment
      readonly days: number | null
      readonly motivated: boolean | null
    }
  | { readonly type: 'clarification_requested'; readonly at: Moment; readonly days: number | null }
  | { readonly type: 'clarification_received'; readonly at: Moment }
  | { readonly type: 'resolution_notified'; readonly at: Moment }
  | { readonly type: 'review_filed'; readonly at: Moment }
  | {
      readonly type: 'review_decision_notified'
      readonly at: Moment
      /** Null where it is not known: taken to order something. */
      readonly outcome: 'confirma' | 'revoca' | 'modifica' | null
      /** The day of the decision itself, where the policy counts from there. */
      readonly decidedOn: CalendarDate | null
    }

export interface DeadlinesInput {
  readonly kind: RequestKind
  readonly receivedAt: Moment
  readonly events: readonly DeadlineEvent[]
  readonly calendar: WorkingCalendar
  readonly policy: CountingPolicy
}

/** Every due day of one request; null where a term does not apply or has not begun. */
export interface Deadlines {
  readonly effectiveReceipt: CalendarDate
  readonly clarificationDue: CalendarDate | null
  /** The day of the clarification, where one was asked for and given. */
  readonly admittedOn: CalendarDate | null
  /** The clarification came after its term: the unit could have dismissed the request (article 42.2). */
  readonly clarificationLate: boolean
  /** Day zero of the term to answer. */
  readonly responseFrom: CalendarDate
  /**
   * While a clarification is awaited and the policy restarts the term, this is the day it would end had
   * nothing been asked: see `awaitingClarification`.
   */
  readonly responseDue: CalendarDate
  readonly awaitingClarification: boolean
  /** The same day had the clarification not moved it, to warn on the earlier one; null without any. */
  readonly responseDueWithoutSuspension: CalendarDate | null
  readonly extensionNoticeFrom: CalendarDate | null
  readonly extensionNoticeBy: CalendarDate | null
  /** In order of notice. */
  readonly extensions: readonly Extension[]
  /** Null without a notice of extension. */
  readonly extensionValid: boolean | null
  readonly extendedResponseDue: CalendarDate | null
  /** The later of the two due days that is in force. */
  readonly finalResponseDue: CalendarDate
  readonly overdueFrom: CalendarDate
  /** Null, as the next one, where the answer was notified in time. */
  readonly fictaDeliveryDue: CalendarDate | null
  readonly silenceReviewFileBy: CalendarDate | null
  readonly reviewFileBy: CalendarDate | null
  readonly reviewDecisionDue: CalendarDate | null
  readonly complianceDue: CalendarDate | null
  /** The term to answer day by day, without the extension. */
  readonly ledger: readonly LedgerDay[]
}

/**
 * The deadlines of one request from what is known of it: articles 33, 34, 42-44, 54, 58 and 60 of the
 * LAIP, counted by LOJ 45 and the policy.
 * @throws RangeError where a date falls outside the known calendar.
 */
export function deadlinesFor(input: DeadlinesInput): Deadlines {
  const rules = rulesOf[input.kind]
  const response = responseTerm(input, rules)
  const extension = extensionTerms(input, rules, response)
  const finalResponseDue = extension.extendedResponseDue ?? response.responseDue
  return {
    ...response,
    ...extension,
    finalResponseDue,
    overdueFrom: overdueFrom(finalResponseDue),
    ...silenceTerms(input, rules, finalResponseDue),
    ...reviewTerms(input),
    ledger: termLedger(response.responseFrom, rules.response, input.calendar),
  }
}

function responseTerm({ receivedAt, events, calendar, policy }: DeadlinesInput, { response }: KindRules) {
  const receivedOn = effectiveReceipt(receivedAt, calendar, policy)
  const { isAwaited, ...clarification } = clarificationTerm(events, calendar, policy)
  const { clarificationDue, admittedOn } = clarification
  const isRestarted = policy.clarification === 'restarts'
  const responseFrom = isRestarted && admittedOn ? admittedOn : receivedOn
  return {
    effectiveReceipt: receivedOn,
    ...clarification,
    awaitingClarification: isRestarted && isAwaited,
    responseFrom,
    responseDue: termEnd(responseFrom, response, calendar),
    responseDueWithoutSuspension: clarificationDue ? termEnd(receivedOn, response, calendar) : null,
  }
}

/** The last clarification asked for decides; one that nobody asked for changes nothing. */
function clarificationTerm(
  events: readonly DeadlineEvent[],
  calendar: WorkingCalendar,
  policy: CountingPolicy,
) {
  const asked = lastOf(ofType(events, 'clarification_requested'))
  if (!asked) {
    return { clarificationDue: null, admittedOn: null, clarificationLate: false, isAwaited: false }
  }
  const days = asked.days ?? laip.clarification.days
  const clarificationDue = termEnd(dayOf(asked.at), { ...laip.clarification, days }, calendar)
  const given = lastOf(ofType(events, 'clarification_received').filter(({ at }) => !isBefore(at, asked.at)))
  if (!given) return { clarificationDue, admittedOn: null, clarificationLate: false, isAwaited: true }
  const admittedOn = effectiveReceipt(given.at, calendar, policy)
  return { clarificationDue, admittedOn, clarificationLate: admittedOn > clarificationDue, isAwaited: false }
}

function extensionTerms(
  { events, calendar, policy }: DeadlinesInput,
  { extension }: KindRules,
  { responseFrom, responseDue }: { responseFrom: CalendarDate; responseDue: CalendarDate },
) {
  const none = { extensionNoticeFrom: null, extensionNoticeBy: null, extensions: [], extensionValid: null }
  if (!extension) return { ...none, extendedResponseDue: null }
  const window = extensionWindow(responseFrom, responseDue, calendar, policy)
  const extensions = ofType(events, 'extension_notified').map(({ at, days, motivated }, index) =>
    extensionOf(
      { notifiedOn: dayOf(at), days, motivated },
      { dueOn: responseDue, window, isSecond: index > 0 },
      calendar,
    ),
  )
  return {
    extensionNoticeFrom: window.from,
    extensionNoticeBy: window.by,
    extensions,
    extensionValid: extensions.length === 0 ? null : extensions.every(({ valid }) => valid),
    extendedResponseDue: extensions.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null,
  }
}

function silenceTerms(
  { events, calendar, policy }: DeadlinesInput,
  { deliveryAfterSilence }: KindRules,
  finalDue: CalendarDate,
) {
  const answer = ofType(events, 'resolution_notified')[0]
  if (answer && dayOf(answer.at) <= finalDue) return { fictaDeliveryDue: null, silenceReviewFileBy: null }
  const fictaDeliveryDue = deliveryAfterSilence ? termEnd(finalDue, deliveryAfterSilence, calendar) : null
  const from = policy.silenceReview === 'from-ficta-end' ? (fictaDeliveryDue ?? finalDue) : finalDue
  return { fictaDeliveryDue, silenceReviewFileBy: termEnd(from, laip.reviewFiling, calendar) }
}

function reviewTerms({ events, calendar, policy }: DeadlinesInput) {
  const notified = lastOf(ofType(events, 'resolution_notified'))
  const filed = lastOf(ofType(events, 'review_filed'))
  const ordered = lastOf(ofType(events, 'review_decision_notified'))
  const filedOn = filed && effectiveReceipt(filed.at, calendar, policy)
  const complyFrom = ordered && complianceStart(ordered, policy)
  return {
    reviewFileBy: notified && termEnd(dayOf(notified.at), laip.reviewFiling, calendar),
    reviewDecisionDue: filedOn && termEnd(filedOn, laip.reviewDecision, calendar),
    complianceDue: complyFrom && termEnd(complyFrom, laip.compliance, calendar),
  }
}

/** Null where the decision upheld the refusal: there is nothing to comply with. */
function complianceStart(
  { at, outcome, decidedOn }: Extract<DeadlineEvent, { type: 'review_decision_notified' }>,
  { complianceFrom }: CountingPolicy,
): CalendarDate | null {
  if (outcome === 'confirma') return null
  return complianceFrom === 'decision' && decidedOn ? decidedOn : dayOf(at)
}

/** Events of one type, earliest first. */
function ofType<Type extends DeadlineEvent['type']>(events: readonly DeadlineEvent[], type: Type) {
  return events
    .filter((event): event is Extract<DeadlineEvent, { type: Type }> => event.type === type)
    .sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0))
}

/** Two instants by the clock; where one has no hour, by the day. */
function isBefore(a: Moment, b: Moment): boolean {
  return typeof a !== 'string' && typeof b !== 'string' ? a.getTime() < b.getTime() : dayOf(a) < dayOf(b)
}

function lastOf<Event>(events: readonly Event[]): Event | null {
  return events.at(-1) ?? null
}
