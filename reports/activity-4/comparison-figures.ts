import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import { closedIn, dueIn, grouped, type Cohorts } from '../../server/domain/statistics/cohorts.ts'
import { changeOf, periodBefore, type ChangeFigure } from '../../server/domain/statistics/comparison.ts'
import type { Share } from '../../server/domain/statistics/intervals.ts'
import { closedPartsOf } from '../../server/domain/statistics/outcomes.ts'
import { isOnTime } from '../../server/domain/statistics/case-reading.ts'
import { repeatOffendersOf, type RepeatOffenders } from '../../server/domain/statistics/repeat-offenders.ts'
import { reversalIn, type Reversal } from '../../server/domain/statistics/simpson.ts'
import { answersOf } from '../../server/domain/statistics/timeliness.ts'
import type { Period } from './inputs.ts'

/** The ways in which requests are parted to look for Simpson's paradox (honesty rule 8). */
export const partings = ['institution', 'institutionKind', 'organisation', 'channel', 'requestKind'] as const

export type Parting = (typeof partings)[number]

/** Y series: what changed since the period before. */
export interface Comparison {
  readonly previousPeriod: Period
  /** Y1 of the on-time rate. */
  readonly change: ChangeFigure
  /** Y1 of T1, T4, O1 and O3. */
  readonly changes: readonly ChangeFigure[]
  /** Where the on-time rate moved one way overall and the other way in every part; usually none. */
  readonly reversals: readonly (Reversal & { readonly by: Parting })[]
  readonly repeatOffenders: RepeatOffenders
}

/** @param kindOf the kind of an institution by its id */
export function comparisonOf(cohorts: Cohorts, kindOf: (institutionId: string) => string): Comparison {
  const { known, due, closed, window } = cohorts
  const before = periodBefore(window)
  const dueBefore = dueIn(known, before)
  const [answers, answersBefore] = [answersOf(due), answersOf(dueBefore)]
  const [parts, partsBefore] = [closedPartsOf(closed), closedPartsOf(closedIn(known, before))]
  const change = changeOf(answersBefore.onTime, answers.onTime)
  return {
    previousPeriod: { from: before.from, to: before.to },
    change,
    changes: [
      change,
      changeOf(answersBefore.silentAtDue, answers.silentAtDue),
      changeOf(partsBefore.full, parts.full),
      changeOf(partsBefore.refused, parts.refused),
    ],
    reversals: reversalsIn(dueBefore, due, kindOf),
    repeatOffenders: repeatOffendersOf(known, window),
  }
}

/** Ids of the requests of other periods that stand behind a comparison. */
export function comparedIds({ changes, repeatOffenders }: Omit<Comparison, 'reversals'>): readonly string[] {
  const figures = [
    ...changes.map(({ before }) => before),
    ...repeatOffenders.offenders.flatMap(({ due, quarters }) => [due, ...quarters]),
  ]
  return figures.flatMap(({ caseIds }) => caseIds)
}

function reversalsIn(
  before: readonly CaseFacts[],
  after: readonly CaseFacts[],
  kindOf: (institutionId: string) => string,
): Comparison['reversals'] {
  const keys: Readonly<Record<Parting, (facts: CaseFacts) => string>> = {
    institution: ({ institutionId }) => institutionId,
    institutionKind: ({ institutionId }) => kindOf(institutionId),
    organisation: ({ organisationId }) => organisationId,
    channel: ({ channel }) => channel,
    requestKind: ({ kind }) => kind,
  }
  const overall = { before: onTimeShare(before), after: onTimeShare(after) }
  return partings.flatMap(by => {
    const [was, is] = [grouped(before, keys[by]), grouped(after, keys[by])]
    const parts = [...is.keys()].toSorted().map(key => ({
      key,
      before: onTimeShare(was.get(key) ?? []),
      after: onTimeShare(is.get(key) ?? []),
    }))
    const reversal = reversalIn(overall, parts)
    return reversal === null ? [] : [{ by, ...reversal }]
  })
}

function onTimeShare(cases: readonly CaseFacts[]): Share {
  let count = 0
  for (const facts of cases) if (isOnTime(facts)) count++
  return { count, n: cases.length }
}
