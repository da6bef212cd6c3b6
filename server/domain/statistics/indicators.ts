import { appealsOf, type Appeals } from './appeals.ts'
import { breachFiguresOf, type BreachFigures } from './breaches.ts'
import type { CaseFacts } from './case-facts.ts'
import type { Cohorts } from './cohorts.ts'
import { positionOf, type Position } from './comparison.ts'
import { daysToAnswerOf, type DaysToAnswer } from './days-to-answer.ts'
import { extensionsOf, type Extensions } from './extensions.ts'
import { countFigure, spreadFigure, type Figure, type SpreadFigure } from './figure.ts'
import { closedPartsOf, outcomesOf, unreasonedOf, type Outcomes } from './outcomes.ts'
import { testimonyOf, type TestimonyFigures } from './testimony.ts'
import { answersOf, timelinessOf, type Counting, type Timeliness } from './timeliness.ts'
import { volumeOf, type Volume } from './volume.ts'

/** Every indicator of a set of cohorts. */
export interface Indicators {
  readonly volume: Volume
  readonly timeliness: Timeliness
  readonly days: DaysToAnswer
  readonly extensions: Extensions
  readonly outcomes: Outcomes
  readonly appeals: Appeals
  readonly breaches: BreachFigures
  readonly testimony: TestimonyFigures
}

export function indicatorsOf(
  cohorts: Cohorts,
  counting: Counting,
  institutionsInRegister: number,
): Indicators {
  return {
    volume: volumeOf(cohorts, institutionsInRegister),
    timeliness: timelinessOf(cohorts, counting),
    days: daysToAnswerOf(cohorts, counting),
    extensions: extensionsOf(cohorts),
    outcomes: outcomesOf(cohorts),
    appeals: appealsOf(cohorts),
    breaches: breachFiguresOf(cohorts),
    testimony: testimonyOf(cohorts),
  }
}

/** What is said of each institution, organisation, month or channel (D1). */
export interface GroupFigures {
  readonly key: string
  readonly received: Figure
  readonly onTime: Figure
  readonly late: Figure
  readonly unanswered: Figure
  readonly silentAtDue: Figure
  readonly notYetDue: Figure
  readonly full: Figure
  readonly partial: Figure
  readonly refused: Figure
  readonly notHeld: Figure
  readonly dismissed: Figure
  readonly unreasoned: Figure
  readonly days: SpreadFigure
  readonly pending: Figure
  /** Of the on-time rate, against all. */
  readonly position: Position
}

/**
 * One entry for each key of `keys`, in that order; a group without requests says so.
 * @param overall T1 of all the cohorts.
 */
export function groupFigures(
  cohorts: Cohorts,
  overall: Figure,
  keys: readonly string[],
  keyOf: (facts: CaseFacts) => string,
): readonly GroupFigures[] {
  const groups = split(cohorts, keyOf)
  return keys.map(key => groupOf(key, groups.get(key) ?? emptyParts(), overall))
}

function groupOf(key: string, cohorts: Parts, overall: Figure): GroupFigures {
  const { onTime, late, unanswered, silentAtDue } = answersOf(cohorts.due)
  const { full, partial, refused, notHeld, dismissed } = closedPartsOf(cohorts.closed)
  return {
    key,
    received: countFigure('V1', 'received', cohorts.received),
    onTime,
    late,
    unanswered,
    silentAtDue,
    notYetDue: countFigure('X3', 'due', cohorts.notYetDue),
    full,
    partial,
    refused,
    notHeld,
    dismissed,
    unreasoned: unreasonedOf(cohorts.closed),
    days: spreadFigure('T9', 'closed', cohorts.closed, ({ workingDaysToAnswer }) => workingDaysToAnswer),
    pending: countFigure('V3', 'known', cohorts.open),
    position: positionOf(onTime, overall),
  }
}

/** One pass over each cohort, whatever the number of groups. */
function split(cohorts: Cohorts, keyOf: (facts: CaseFacts) => string): Map<string, Parts> {
  const groups = new Map<string, Parts>()
  for (const part of parts) {
    for (const facts of cohorts[part]) {
      const key = keyOf(facts)
      const group = groups.get(key) ?? emptyParts()
      group[part].push(facts)
      groups.set(key, group)
    }
  }
  return groups
}

type Parts = Readonly<Record<(typeof parts)[number], CaseFacts[]>>

const parts = ['received', 'due', 'notYetDue', 'closed', 'open'] as const satisfies readonly (keyof Cohorts)[]

function emptyParts(): Parts {
  return { received: [], due: [], notYetDue: [], closed: [], open: [] }
}
