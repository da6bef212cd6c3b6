import { z95 } from './intervals.ts'

/** Days until the answer, or until one stopped looking (still open, withdrawn, referred). */
export interface Duration {
  readonly days: number
  readonly answered: boolean
}

export interface SurvivalStep {
  readonly days: number
  readonly atRisk: number
  readonly answered: number
  /** Share still unanswered after this day. */
  readonly unanswered: number
  /** Greenwood's standard error of that share. */
  readonly standardError: number
}

export interface SurvivalMedian {
  /** Null where fewer than half were answered within the time observed. */
  readonly median: number | null
  readonly low: number | null
  /** Null where the interval has no upper end within the time observed. */
  readonly high: number | null
}

/** The product-limit estimate (Kaplan and Meier 1958), a step for each day with an answer. */
export function survivalSteps(durations: readonly Duration[]): readonly SurvivalStep[] {
  const days = [...countByDay(durations)].sort(([a], [b]) => a - b)
  const steps: SurvivalStep[] = []
  let atRisk = durations.length
  let unanswered = 1
  let greenwood = 0
  for (const [day, { answered, all }] of days) {
    if (answered > 0) {
      unanswered *= 1 - answered / atRisk
      greenwood += answered / (atRisk * (atRisk - answered))
      const standardError = unanswered === 0 ? 0 : unanswered * Math.sqrt(greenwood)
      steps.push({ days: day, atRisk, answered, unanswered, standardError })
    }
    atRisk -= all
  }
  return steps
}

/**
 * The day by which half were answered, open cases taken as censored, with the 95 % interval of Brookmeyer
 * and Crowley (1982) on the log(-log) scale: the days at which the band of the share contains one half.
 */
export function survivalMedian(durations: readonly Duration[]): SurvivalMedian {
  const steps = survivalSteps(durations)
  const firstDay = (share: (step: SurvivalStep) => number) =>
    steps.find(step => share(step) <= 0.5 + 1e-12)?.days ?? null
  return {
    median: firstDay(step => step.unanswered),
    low: firstDay(step => bandOf(step).low),
    high: firstDay(step => bandOf(step).high),
  }
}

/** The 95 % band of the share at one step; the log(-log) scale keeps it within 0 and 1. */
export function bandOf({ unanswered, standardError }: SurvivalStep) {
  if (unanswered === 0) return { low: 0, high: 0 }
  const spread = (z95 * standardError) / (unanswered * Math.log(unanswered))
  return { low: unanswered ** Math.exp(-spread), high: unanswered ** Math.exp(spread) }
}

function countByDay(durations: readonly Duration[]) {
  const counts = new Map<number, { answered: number; all: number }>()
  for (const { days, answered } of durations) {
    const seen = counts.get(days) ?? { answered: 0, all: 0 }
    counts.set(days, { answered: seen.answered + (answered ? 1 : 0), all: seen.all + 1 })
  }
  return counts
}
