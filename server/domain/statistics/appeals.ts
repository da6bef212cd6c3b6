import type { CaseFacts } from './case-facts.ts'
import { hasPassed, within, type Cohorts } from './cohorts.ts'
import { countFigure, shareFigure, type Figure } from './figure.ts'
import { isDenied } from './outcomes.ts'
import { isSilentAtDue } from './timeliness.ts'

/** A series: the recurso de revisión (LAIP 52 to 60) and the amparo. */
export interface Appeals {
  readonly filed: Figure
  readonly decidedInTime: Figure
  readonly upheld: Figure
  readonly amparos: Figure
  readonly complied: Figure
}

export function appealsOf({ closed, due, known, window }: Cohorts): Appeals {
  // Silence and a late refusal may meet in one request, which is then one case.
  const appealable = [...new Set([...closed.filter(isDenied), ...due.filter(isSilentAtDue)])]
  const decisionsDue = known.filter(
    ({ review }) =>
      review !== null && within(review.decisionDueOn, window) && hasPassed(review.decisionDueOn, window.asOf),
  )
  const decided = known.filter(({ review }) => within(review?.decidedOn ?? null, window))
  const upheld = decided.filter(isUpheld)
  return {
    filed: shareFigure('A1', 'appealable', appealable, ({ review }) => review !== null),
    decidedInTime: shareFigure('A2', 'reviewsDue', decisionsDue, isDecidedInTime),
    upheld: shareFigure('A3', 'reviewsDecided', decided, isUpheld),
    amparos: countFigure(
      'A4',
      'known',
      known.filter(({ amparoOn }) => within(amparoOn, window)),
    ),
    complied: shareFigure(
      'A5',
      'reviewsUpheld',
      upheld,
      ({ review }) => (review?.compliedOn ?? null) !== null,
    ),
  }
}

function isDecidedInTime({ review }: CaseFacts): boolean {
  return review !== null && review.decidedOn !== null && review.decidedOn <= review.decisionDueOn
}

/** LAIP 59: the decision is taken back or varied. */
function isUpheld({ review }: CaseFacts): boolean {
  return review?.sense === 'revoca' || review?.sense === 'modifica'
}
