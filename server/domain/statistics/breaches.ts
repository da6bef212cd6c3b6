import { clockIds, type ClockId } from '../request/states.ts'
import type { CaseFacts } from './case-facts.ts'
import { within, type Cohorts } from './cohorts.ts'
import { countFigure, type Figure } from './figure.ts'

export type BreachFacts = CaseFacts['breaches'][number]

export interface BreachRow {
  readonly facts: CaseFacts
  readonly breach: BreachFacts
}

/** I series: requests with at least one breach whose due day fell in the period. */
export interface BreachFigures {
  readonly any: Figure
  readonly uncured: Figure
  readonly byClock: readonly { readonly clock: ClockId; readonly any: Figure; readonly uncured: Figure }[]
}

export function breachFiguresOf(cohorts: Cohorts): BreachFigures {
  const rows = breachRowsOf(cohorts)
  const figures = (some: readonly BreachRow[]) => ({
    any: countFigure('I1', 'breaches', casesOf(some)),
    uncured: countFigure('I2', 'breaches', casesOf(some.filter(({ breach }) => breach.curedOn === null))),
  })
  const byClock = clockIds
    .map(clock => ({ clock, ...figures(rows.filter(({ breach }) => breach.clock === clock)) }))
    .filter(({ any }) => any.count > 0)
  return { ...figures(rows), byClock }
}

/** Longest late first; equal ones by due day, request and clock. */
export function breachRowsOf({ known, window }: Cohorts): readonly BreachRow[] {
  return known
    .flatMap(facts => facts.breaches.map(breach => ({ facts, breach })))
    .filter(({ breach }) => within(breach.dueOn, window))
    .sort(
      (a, b) =>
        b.breach.workingDaysLate - a.breach.workingDaysLate ||
        compare(a.breach.dueOn, b.breach.dueOn) ||
        compare(a.facts.reference, b.facts.reference) ||
        compare(a.breach.clock, b.breach.clock) ||
        compare(a.breach.id, b.breach.id),
    )
}

function casesOf(rows: readonly BreachRow[]): readonly CaseFacts[] {
  return [...new Set(rows.map(({ facts }) => facts))]
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
