import type { CaseFacts } from '../statistics/case-facts.ts'
import type { RequestState } from '../request/states.ts'
import { finalResponseOn } from '../statistics/case-reading.ts'

/** What came of cases that were helped, each counted once; the parts add up to `cases`. */
export interface CaseResults {
  readonly cases: number
  /** Information handed over, in whole or in part. */
  readonly delivered: number
  readonly refused: number
  /** The term ran out unanswered (LAIP 44). */
  readonly silent: number
  /** Withdrawn, or sent on to another body. */
  readonly left: number
  /** Still within its term, or waiting for a clarification. */
  readonly open: number
}

export type CaseResult = Exclude<keyof CaseResults, 'cases'>

export const caseResultKinds = [
  'delivered',
  'refused',
  'silent',
  'left',
  'open',
] as const satisfies readonly CaseResult[]

/** @param cases facts as of one day, each request once. */
export function caseResults(cases: readonly CaseFacts[]): CaseResults {
  const count = (kind: CaseResult) => cases.filter(facts => resultOf(facts) === kind).length
  return {
    cases: cases.length,
    delivered: count('delivered'),
    refused: count('refused'),
    silent: count('silent'),
    left: count('left'),
    open: count('open'),
  }
}

/** As it stands on the cut-off day of the facts: read from the history, never typed by anyone. */
export function resultOf(facts: CaseFacts): CaseResult {
  const { outcome, state, withdrawnOn, referredOn } = facts
  if (outcome !== null) return outcome.startsWith('entrega_') ? 'delivered' : 'refused'
  if (withdrawnOn !== null || referredOn !== null) return 'left'
  if (finalResponseOn(facts) !== null) return 'delivered'
  return silentStates.has(state) ? 'silent' : 'open'
}

const silentStates: ReadonlySet<RequestState> = new Set(['vencida_ficta', 'ficta_incumplida'])
