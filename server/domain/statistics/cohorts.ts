import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { finalResponseOn, isOpen, isReferredInTerm, isWithdrawnInTerm } from './case-reading.ts'

/** What is counted: the days from `from` to `to`, as known at the end of `asOf`. */
export interface Window {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly asOf: CalendarDate
}

/** First and last day. */
export type Span = Pick<Window, 'from' | 'to'>

/**
 * The requests of a window. Volume uses `received`, timeliness `due`, outcomes `closed`; the others are
 * counted apart.
 */
export interface Cohorts {
  readonly window: Window
  /** Received up to the cut-off day, in any period; of very many, those that `reasonFor` has a reason for. */
  readonly known: readonly CaseFacts[]
  /** Of all received up to the cut-off day. */
  readonly knownCount: number
  readonly received: readonly CaseFacts[]
  /** The binding due day fell in the period and had passed before the cut-off day. */
  readonly due: readonly CaseFacts[]
  /** The due day falls in the period but had not passed: of these nothing can be said yet. */
  readonly notYetDue: readonly CaseFacts[]
  /** A written resolution in the period, of any sense. */
  readonly closed: readonly CaseFacts[]
  /** Would be due in the period, but the requester withdrew within the term. */
  readonly withdrawnInTerm: readonly CaseFacts[]
  /** Would be due in the period, but it was sent on to another body within the term. */
  readonly referredInTerm: readonly CaseFacts[]
  /** Unanswered on the cut-off day, whenever received. */
  readonly open: readonly CaseFacts[]
}

export type CohortId =
  | 'known'
  | 'register'
  | 'received'
  | 'due'
  | 'dueFictaOver'
  | 'silentFictaOver'
  | 'silent'
  | 'fictaAnswered'
  | 'silentReviewed'
  | 'silentDecided'
  | 'silentUpheld'
  | 'extended'
  | 'closed'
  | 'resolvable'
  | 'denied'
  | 'reserved'
  | 'breaches'
  | 'appealable'
  | 'reviewsDue'
  | 'reviewsDecided'
  | 'reviewsUpheld'
  | 'rated'
  | 'doubleRated'
  | 'delivered'
  | 'costKnown'
  | 'ratedDelivered'
  | 'formatAsked'
  | 'attempts'
  | 'bodiesDue'

/**
 * Cases received after the cut-off day are left out; the order of `cases` is kept.
 * @param knownCount where not all that are known are among the cases; null counts those that are
 */
export function cohortsOf(
  cases: readonly CaseFacts[],
  window: Window,
  knownCount: number | null = null,
): Cohorts {
  const known = cases.filter(({ receivedOn }) => receivedOn <= window.asOf)
  return {
    window,
    known,
    knownCount: knownCount ?? known.length,
    received: known.filter(({ receivedOn }) => within(receivedOn, window)),
    ...owedIn(known, window),
    closed: closedIn(known, window),
    open: known.filter(isOpen),
  }
}

/** The `due` of `cohortsOf` alone. */
export function dueIn(cases: readonly CaseFacts[], window: Window): readonly CaseFacts[] {
  return owedIn(
    cases.filter(({ receivedOn }) => receivedOn <= window.asOf),
    window,
  ).due
}

/** The `closed` of `cohortsOf` alone. */
export function closedIn(known: readonly CaseFacts[], window: Window): readonly CaseFacts[] {
  return known.filter(facts => isClosedIn(facts, window))
}

export function isClosedIn(facts: CaseFacts, span: Span): boolean {
  return facts.outcome !== null && within(finalResponseOn(facts), span)
}

function owedIn(
  known: readonly CaseFacts[],
  window: Window,
): Pick<Cohorts, 'due' | 'notYetDue' | 'withdrawnInTerm' | 'referredInTerm'> {
  const owed = known.filter(facts => within(dueOrLeftOn(facts), window))
  const withdrawnInTerm = owed.filter(isWithdrawnInTerm)
  const referredInTerm = owed.filter(facts => isReferredInTerm(facts) && !isWithdrawnInTerm(facts))
  const left = new Set([...withdrawnInTerm, ...referredInTerm])
  const stayed = owed.filter(facts => !left.has(facts) && facts.dueOn !== null)
  return {
    due: stayed.filter(({ dueOn }) => hasPassed(dueOn, window.asOf)),
    notYetDue: stayed.filter(({ dueOn }) => !hasPassed(dueOn, window.asOf)),
    withdrawnInTerm,
    referredInTerm,
  }
}

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The due day belongs to the unit until it ends: it has passed from the day after. */
export function hasPassed(dueOn: CalendarDate | null, asOf: CalendarDate): boolean {
  return dueOn !== null && dueOn < asOf
}

export function within(day: CalendarDate | null, { from, to }: Span): boolean {
  return day !== null && day >= from && day <= to
}

/** One that left before its term began to run belongs to the period in which it left. */
export function dueOrLeftOn({ dueOn, withdrawnOn, referredOn }: CaseFacts): CalendarDate | null {
  return dueOn ?? withdrawnOn ?? referredOn
}
