import { barrierKinds, type BarrierFact, type BarrierKind } from '../barriers.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { within, type Cohorts } from './cohorts.ts'
import { shareOfIds, type Figure } from './figure.ts'

/** B1. `caseIds` are attempts: a request's id, or the barrier's own where there never was a request. */
export interface BarrierFigures {
  /** Attempts that met any barrier. */
  readonly any: Figure
  /** Those of no class are left out; one attempt may have met several. */
  readonly classes: readonly { readonly kind: BarrierKind; readonly figure: Figure }[]
  readonly lines: readonly BarrierLine[]
}

/** Without who recorded it: whoever was turned away goes back to the same counter. */
export interface BarrierLine {
  readonly attemptId: string
  readonly kind: BarrierKind
  readonly occurredOn: CalendarDate
  readonly institutionId: string
}

/** Attempts: the requests received in the period, and what met a barrier in it without being one of them. */
export function barrierFiguresOf(
  { received, window }: Cohorts,
  barriers: readonly BarrierFact[],
): BarrierFigures {
  const lines = barriers
    .filter(({ occurredOn }) => within(occurredOn, window) && occurredOn <= window.asOf)
    .map(({ id, requestId, kind, occurredOn, institutionId }) => {
      return { attemptId: requestId ?? id, kind, occurredOn, institutionId }
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const attempts = new Set([...received.map(({ id }) => id), ...lines.map(({ attemptId }) => attemptId)])
  const share = (some: readonly BarrierLine[]) =>
    shareOfIds('B1', 'attempts', [...new Set(some.map(({ attemptId }) => attemptId))], attempts.size)
  const classes = barrierKinds
    .map(kind => ({ kind, figure: share(lines.filter(line => line.kind === kind)) }))
    .filter(({ figure }) => figure.count > 0)
  return { any: share(lines), classes, lines }
}

function keyOf({ occurredOn, attemptId, kind }: BarrierLine): string {
  return `${occurredOn} ${attemptId} ${kind}`
}
