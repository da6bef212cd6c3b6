import type { CalendarDate } from '../calendar/calendar-date.ts'
import { outcomes, type Outcome } from '../request/states.ts'
import type { CaseFacts } from './case-facts.ts'
import { finalResponseOn, isBy, isOnTime } from './case-reading.ts'
import { grouped, type Cohorts } from './cohorts.ts'
import { countFigure, shareFigure, shareOf, spreadOf, type Figure, type SpreadFigure } from './figure.ts'
import { hasFictaTermPassed, isFictaHonoured, type Counting } from './timeliness.ts'

/** First and last working day after the due day of each band; the ten days to deliver come first. */
export const silenceBands = [
  [0, 10],
  [11, 20],
  [21, 40],
  [41, 60],
  [61, null],
] as const

/** What became of those whose ten days to deliver are over (LAIP 44): the four are all of them. */
export interface SilenceAftermath {
  /** T6: delivered in those days, free of charge. */
  readonly free: Figure
  /** Answered or delivered in those days in another way: refused, charged for, or not yet handed over. */
  readonly other: Figure
  /** Answered or delivered after them. */
  readonly later: Figure
  /** Nothing by the cut-off day. */
  readonly never: Figure
}

export interface SilenceBand {
  /** Working days since the due day. */
  readonly from: number
  readonly to: number | null
  /** Answered after so many days. */
  readonly answered: Figure
  /** Still unanswered on the cut-off day. */
  readonly open: Figure
}

/** Reviews of requests that had met silence (LAIP 54 to 60), whenever they were filed. */
export interface SilenceReviews {
  readonly filed: Figure
  readonly decided: Figure
  readonly upheld: Figure
  readonly complied: Figure
  readonly amparos: Figure
}

export interface SilenceGroup extends SilenceAftermath {
  readonly key: string
  /** Of those due of the group. */
  readonly silent: Figure
  readonly running: Figure
  readonly reviewed: Figure
}

/** Silence and the afirmativa ficta: how many, where, for how long, what came of it. Over the cohort due. */
export interface SilenceFigures {
  /** Unanswered on the due day, with or without some other act. */
  readonly silent: Figure
  /** The ten days to deliver still ran on the cut-off day. */
  readonly running: Figure
  readonly aftermath: SilenceAftermath
  /** The sense of what came within the ten days. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly figure: Figure }[]
  /** Working days from the due day to the answer. */
  readonly daysToAnswer: SpreadFigure
  /** Working days from the due day to the cut-off day, of those still unanswered. */
  readonly daysOpen: SpreadFigure
  readonly bands: readonly SilenceBand[]
  readonly reviews: SilenceReviews
  /** Those with silence, in the order of the keys. */
  readonly byInstitution: readonly SilenceGroup[]
}

/** @param keys ids of institutions, in the order in which they are told */
export function silenceOf(
  { due, window }: Pick<Cohorts, 'due' | 'window'>,
  counting: Counting,
  keys: readonly string[],
): SilenceFigures {
  const { asOf } = window
  const isOver = (facts: CaseFacts) => hasFictaTermPassed(facts, asOf, counting)
  const silent = due.filter(facts => !isOnTime(facts))
  const over = silent.filter(isOver)
  const bodies = grouped(due, ({ institutionId }) => institutionId)
  return {
    silent: silentOf(silent, due.length),
    running: runningOf(silent, isOver),
    aftermath: aftermathOf(over),
    outcomes: outcomesWithin(over),
    ...lastingOf(silent, facts => workingDaysSilent(facts, asOf, counting)),
    reviews: reviewsOf(silent),
    byInstitution: keys.flatMap(key => groupOf(key, bodies.get(key) ?? [], isOver)),
  }
}

type Test = (facts: CaseFacts) => boolean

function silentOf(silent: readonly CaseFacts[], due: number): Figure {
  return shareOf('T4-ficta', 'due', silent, due)
}

function runningOf(silent: readonly CaseFacts[], isOver: Test): Figure {
  return countFigure(
    'T5-running',
    'silent',
    silent.filter(facts => !isOver(facts)),
  )
}

function groupOf(key: string, due: readonly CaseFacts[], isOver: Test): readonly SilenceGroup[] {
  const silent = due.filter(facts => !isOnTime(facts))
  if (silent.length === 0) return []
  return [
    {
      key,
      silent: silentOf(silent, due.length),
      running: runningOf(silent, isOver),
      ...aftermathOf(silent.filter(isOver)),
      reviewed: reviewedOf(silent),
    },
  ]
}

function aftermathOf(over: readonly CaseFacts[]): SilenceAftermath {
  const parts = grouped(over, stageOf)
  const share = (code: Figure['code'], stage: Stage) =>
    shareOf(code, 'silentFictaOver', parts.get(stage) ?? [], over.length)
  return {
    free: share('T6', 'free'),
    other: share('T6-other', 'other'),
    later: share('T6-late', 'later'),
    never: share('T5-open', 'never'),
  }
}

type Stage = keyof SilenceAftermath

function stageOf(facts: CaseFacts): Stage {
  if (isFictaHonoured(facts)) return 'free'
  const { deliveredOn, fictaDueOn } = facts
  const answered = finalResponseOn(facts)
  if (isBy(answered, fictaDueOn) || isBy(deliveredOn, fictaDueOn)) return 'other'
  return answered === null && deliveredOn === null ? 'never' : 'later'
}

function outcomesWithin(over: readonly CaseFacts[]): SilenceFigures['outcomes'] {
  const within = over.filter(facts => ['free', 'other'].includes(stageOf(facts)))
  return outcomes
    .map(outcome => ({
      outcome,
      figure: shareFigure('T6-outcome', 'fictaAnswered', within, facts => facts.outcome === outcome),
    }))
    .filter(({ figure }) => figure.count > 0)
}

/** By the breach on record, which the institution's own calendar has counted. */
function workingDaysSilent(
  { breaches, dueOn, answeredOn, deliveredOn }: CaseFacts,
  asOf: CalendarDate,
  { workingDaysBetween }: Counting,
): number {
  const breach = breaches.find(each => each.clock === 'K1' && each.dueOn === dueOn)
  if (breach) return breach.workingDaysLate
  return dueOn === null ? 0 : Math.max(0, workingDaysBetween(dueOn, answeredOn ?? deliveredOn ?? asOf))
}

function lastingOf(
  silent: readonly CaseFacts[],
  daysOf: (facts: CaseFacts) => number,
): Pick<SilenceFigures, 'daysToAnswer' | 'daysOpen' | 'bands'> {
  const rows = silent.map(facts => ({ facts, id: facts.id, days: daysOf(facts) }))
  const answered = rows.filter(({ facts }) => finalResponseOn(facts) !== null)
  const open = rows.filter(({ facts }) => finalResponseOn(facts) === null)
  return {
    daysToAnswer: spreadOf('T13-answered', 'silent', answered),
    daysOpen: spreadOf('T13-open', 'silent', open),
    bands: silenceBands.map(([from, to]) => {
      const inBand = (some: typeof rows) =>
        some.filter(({ days }) => days >= from && (to === null || days <= to)).map(({ facts }) => facts)
      return {
        ...{ from, to },
        answered: countFigure('T13-answered', 'silent', inBand(answered)),
        open: countFigure('T13-open', 'silent', inBand(open)),
      }
    }),
  }
}

function reviewedOf(silent: readonly CaseFacts[]): Figure {
  return shareFigure('A1-ficta', 'silent', silent, ({ review }) => review !== null)
}

function reviewsOf(silent: readonly CaseFacts[]): SilenceReviews {
  const filed = silent.filter(({ review }) => review !== null)
  const decided = filed.filter(({ review }) => (review?.decidedOn ?? null) !== null)
  const upheld = decided.filter(({ review }) => review?.sense === 'revoca' || review?.sense === 'modifica')
  const complied = upheld.filter(({ review }) => (review?.compliedOn ?? null) !== null)
  return {
    filed: reviewedOf(silent),
    decided: shareOf('A2-ficta', 'silentReviewed', decided, filed.length),
    upheld: shareOf('A3-ficta', 'silentDecided', upheld, decided.length),
    complied: shareOf('A5-ficta', 'silentUpheld', complied, upheld.length),
    amparos: shareFigure('A4-ficta', 'silent', silent, ({ amparoOn }) => amparoOn !== null),
  }
}
