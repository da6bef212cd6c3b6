import { addDays, calendarDate, type CalendarDate } from '../calendar/calendar-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { dueIn, grouped, within, type Span, type Window } from './cohorts.ts'
import { countFigure, shareOfIds, type Figure } from './figure.ts'

/** Y2: in breach in so many of the last four quarters. */
export const offendingQuarters = 3

/** Y2: with fewer due in the four quarters nothing is said of a body. */
export const fewestDue = 5

export interface Quarter {
  /** 'YYYY-Qn'. */
  readonly id: string
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface RepeatOffender {
  readonly institutionId: string
  /** Due in the four quarters. */
  readonly due: Figure
  /** Requests with a breach that fell due in each quarter, the oldest first. */
  readonly quarters: readonly Figure[]
}

export interface RepeatOffenders {
  readonly quarters: readonly Quarter[]
  /** `count` and `caseIds` are institutions, n those with enough due. */
  readonly share: Figure
  readonly offenders: readonly RepeatOffender[]
}

/** Over the four calendar quarters that end with the one of the window's last day, or of the cut-off before it. */
export function repeatOffendersOf(
  known: readonly CaseFacts[],
  window: Omit<Window, 'from'>,
): RepeatOffenders {
  const quarters = quartersOf(window)
  const due = grouped(dueIn(known, { ...spanOf(quarters), asOf: window.asOf }), institutionOf)
  const bodies = grouped(known, institutionOf)
  const enough = [...due.keys()].filter(id => (due.get(id)?.length ?? 0) >= fewestDue).toSorted()
  const offenders = enough
    .map(institutionId => ({
      institutionId,
      due: countFigure('Y2', 'due', due.get(institutionId) ?? []),
      quarters: quarters.map(quarter => breachesIn(bodies.get(institutionId) ?? [], quarter)),
    }))
    .filter(body => body.quarters.filter(({ count }) => count > 0).length >= offendingQuarters)
  const ids = offenders.map(({ institutionId }) => institutionId)
  return { quarters, share: shareOfIds('Y2', 'bodiesDue', ids, enough.length), offenders }
}

/** From the first day of the four quarters to the last. */
export function offendingSpan(window: Omit<Window, 'from'>): Span {
  return spanOf(quartersOf(window))
}

function quartersOf({ to, asOf }: Omit<Window, 'from'>): readonly Quarter[] {
  return fourQuarters(to < asOf ? to : asOf)
}

function spanOf(quarters: readonly Quarter[]): Span {
  const [first, last] = [quarters[0], quarters.at(-1)]
  if (!first || !last) throw new RangeError('No quarters')
  return { from: first.from, to: last.to }
}

function breachesIn(cases: readonly CaseFacts[], quarter: Quarter): Figure {
  const inBreach = cases.filter(({ breaches }) => breaches.some(({ dueOn }) => within(dueOn, quarter)))
  return countFigure('I1', 'breaches', inBreach)
}

function fourQuarters(day: CalendarDate): readonly Quarter[] {
  const quarters = [quarterOf(day)]
  for (let at = 1; at < 4; at++) {
    const [oldest] = quarters
    if (oldest) quarters.unshift(quarterOf(addDays(oldest.from, -1)))
  }
  return quarters
}

function quarterOf(day: CalendarDate): Quarter {
  const [year = '', month = ''] = day.split('-')
  const number = Math.ceil(Number(month) / 3)
  const from = calendarDate(`${year}-${String(3 * number - 2).padStart(2, '0')}-01`)
  const next = addDays(from, 93)
  const to = addDays(calendarDate(`${next.slice(0, 7)}-01`), -1)
  return { id: `${year}-Q${number}`, from, to }
}

function institutionOf({ institutionId }: CaseFacts): string {
  return institutionId
}
