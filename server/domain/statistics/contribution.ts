import type { CalendarDate } from '../calendar/calendar-date.ts'
import { knownDays } from '../calendar/statutory-base.ts'
import type { LawContext } from '../request/law-context.ts'
import { isFinal } from '../request/states.ts'
import type { CaseFacts } from './case-facts.ts'
import { readCase, type CountedRequest } from './case-facts-of.ts'
import { calendarDueOn, finalResponseOn, isBy, isOnTime } from './case-reading.ts'
import { isReferredInTerm, isWithdrawnInTerm } from './case-reading.ts'
import { dueMarks, keyOf, type Cell, type DueMark } from './cells.ts'
import type { NewsItem } from './news-items.ts'
import { isUnreasoned } from './outcomes.ts'
import { isFictaHonoured, isSilentAfterFicta, isSilentAtDue } from './timeliness.ts'

/** What one request adds to the roll-ups. */
export interface Contribution {
  /** Keys of cells: none of a request whose filing is still to come. */
  readonly cells: readonly string[]
  readonly known: boolean
  readonly news: readonly NewsItem[]
  /** Breaches that have begun. */
  readonly breaches: number
  /** The day on which news, breaches or an act foreseen make another contribution of the same record. */
  readonly changesOn: CalendarDate | null
}

/**
 * A function of the record, of how its institution counts and, for what has already happened alone, of the day:
 * the cells say the same on every day until `changesOn`. @throws RangeError as `foldRequest`.
 */
export function contributionOf(request: CountedRequest, law: LawContext, today: CalendarDate): Contribution {
  const events = request.events.filter(({ occurredOn }) => occurredOn <= today)
  const foreseen = request.events.flatMap(({ occurredOn }) => (occurredOn > today ? [occurredOn] : []))
  // Read at the end of the known days, so that what time alone will bring is already in it.
  const read = readCase({ ...request, events }, law, knownDays.to)
  if (!read) return { cells: [], known: false, news: [], breaches: 0, changesOn: earliest(foreseen) }
  const { facts, folded } = read
  const begun = facts.breaches.filter(({ beganOn }) => beganOn <= today)
  const toCome = facts.breaches.flatMap(({ beganOn }) => (beganOn > today ? [beganOn] : []))
  const endsOn = folded.steps.find(({ state }) => isFinal(state))?.on ?? null
  return {
    cells: cellsOf(facts, law, endsOn).map(keyOf),
    known: true,
    news: newsOf(facts, begun),
    breaches: begun.length,
    changesOn: earliest([...foreseen, ...toCome]),
  }
}

function cellsOf(facts: CaseFacts, law: LawContext, endsOn: CalendarDate | null): readonly Cell[] {
  return [
    { kind: 'received', on: facts.receivedOn },
    ...dueCell(facts, law),
    ...closedCell(facts),
    ...openCell(facts, endsOn),
    ...(facts.review !== null && facts.review.decidedOn === null ? [{ kind: 'review' } as const] : []),
  ]
}

/** As the cohorts are drawn: what left within its term fell due to nobody. */
function dueCell(facts: CaseFacts, { policy }: LawContext): readonly Cell[] {
  const { dueOn: on, fictaDueOn } = facts
  if (on === null || isWithdrawnInTerm(facts) || isReferredInTerm(facts)) return []
  const restarts = policy.clarification === 'restarts'
  return [{ kind: 'due', on, marks: dueMarks.filter(mark => marksOf[mark](facts, restarts)), fictaDueOn }]
}

const marksOf: Readonly<Record<DueMark, (facts: CaseFacts, restarts: boolean) => boolean>> = {
  onTime: isOnTime,
  onTimeCalendar: (facts, restarts) => isBy(finalResponseOn(facts), calendarDueOn(facts, restarts)),
  onTimeWithoutExtension: facts => isBy(finalResponseOn(facts), facts.baseDue ?? facts.dueOn),
  answered: facts => finalResponseOn(facts) !== null,
  silent: isSilentAtDue,
  persistentlySilent: isSilentAfterFicta,
  fictaHonoured: isFictaHonoured,
}

function closedCell(facts: CaseFacts): readonly Cell[] {
  const on = finalResponseOn(facts)
  const { outcome, grounds, workingDaysToAnswer: days } = facts
  if (outcome === null || on === null) return []
  return [{ kind: 'closed', on, outcome, grounds, unreasoned: isUnreasoned(facts), days }]
}

/** What stays open for ever unless somebody acts has no end. */
function openCell(facts: CaseFacts, endsOn: CalendarDate | null): readonly Cell[] {
  if (finalResponseOn(facts) !== null || facts.withdrawnOn !== null || facts.referredOn !== null) return []
  return [{ kind: 'open', dueOn: facts.dueOn, endsOn }]
}

function newsOf(facts: CaseFacts, begun: CaseFacts['breaches']): readonly NewsItem[] {
  const { id: requestId, reference, institutionId, answeredOn, outcome } = facts
  const of = { requestId, reference, institutionId }
  const resolved: readonly NewsItem[] =
    answeredOn === null || outcome === null
      ? []
      : [{ kind: 'resolved', on: answeredOn, ...of, outcome, breach: null }]
  const broken = begun.map(({ clock, article, dueOn, beganOn }): NewsItem => {
    return { kind: 'broken', on: beganOn, ...of, outcome: null, breach: { clock, article, dueOn } }
  })
  return [...resolved, ...broken]
}

function earliest(days: readonly CalendarDate[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>((first, day) => (first === null || day < first ? day : first), null)
}
