import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { isOpen } from './case-reading.ts'
import { dueOrLeftOn, isClosedIn, within, type Span, type Window } from './cohorts.ts'
import { periodBefore } from './comparison.ts'
import { offendingSpan } from './repeat-offenders.ts'

/** What a report asks of the requests on record. */
export interface CaseQuestion {
  readonly window: Window
  /** Requests that it tells of whatever their days, by id. */
  readonly named: ReadonlySet<string>
  /** Days, of other periods too, whose due requests it compares of one institution, by the institution's id. */
  readonly trained: ReadonlyMap<string, readonly Span[]>
}

/**
 * Why a request is in the figures of a period. Volume and testimony look at what was received in it, timeliness at
 * what fell due (or left before that), outcomes at what was closed; whatever is open counts on the cut-off day
 * (V3, T14), reviews, amparos and breaches by their own days (A, I, T13). Y1 looks back as many days, Y2 at four
 * quarters, a training at half a year on both its sides, assistance at the very requests that were helped.
 */
export const caseReasons = [
  'received',
  'due',
  'closed',
  'open',
  'breached',
  'reviewed',
  'compared',
  'quarters',
  'trained',
  'named',
] as const

export type CaseReason = (typeof caseReasons)[number]

/**
 * The first reason why a request stands in some figure of a report, or is looked at for one; null of a request that
 * no figure would miss, but for the count of all that are known (V3).
 */
export function reasonFor(question: CaseQuestion): (facts: CaseFacts) => CaseReason | null {
  const { window } = question
  const asked: Asked = { ...question, before: periodBefore(window), quarters: offendingSpan(window) }
  return facts => caseReasons.find(reason => isReason[reason](facts, asked)) ?? null
}

interface Asked extends CaseQuestion {
  readonly before: Span
  readonly quarters: Span
}

const isReason: Readonly<Record<CaseReason, (facts: CaseFacts, asked: Asked) => boolean>> = {
  received: ({ receivedOn }, { window }) => within(receivedOn, window),
  due: (facts, { window }) => within(dueOrLeftOn(facts), window),
  closed: (facts, { window }) => isClosedIn(facts, window),
  open: isOpen,
  breached: (facts, { window }) => isBreachedIn(facts, window),
  reviewed: (facts, { window }) => reviewDays(facts).some(day => within(day, window)),
  compared: (facts, { before }) => within(dueOrLeftOn(facts), before) || isClosedIn(facts, before),
  quarters: (facts, { quarters }) => within(dueOrLeftOn(facts), quarters) || isBreachedIn(facts, quarters),
  trained: (facts, { trained }) =>
    trained.get(facts.institutionId)?.some(span => within(dueOrLeftOn(facts), span)) ?? false,
  named: ({ id }, { named }) => named.has(id),
}

function isBreachedIn({ breaches }: CaseFacts, span: Span): boolean {
  return breaches.some(({ dueOn }) => within(dueOn, span))
}

function reviewDays({ review, amparoOn }: CaseFacts): readonly (CalendarDate | null)[] {
  return review === null ? [amparoOn] : [amparoOn, review.decidedOn, review.decisionDueOn]
}
