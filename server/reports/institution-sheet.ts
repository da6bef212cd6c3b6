import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Actor } from '../domain/request/events.ts'
import type { RequestState } from '../domain/request/states.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { grouped, hasPassed } from '../domain/statistics/cohorts.ts'
import { AppError } from '../errors.ts'
import type { Institution } from '../store/institution-store.ts'
import { monthLines, type MonthLine } from './month-lines.ts'
import { figuresOf, seenCohorts, type PanelFigures, type PanelPeriod } from './national-panel.ts'

export interface CaseLine {
  readonly id: string
  readonly reference: string
  readonly state: RequestState
  readonly dueOn: CalendarDate
  /** Working days since it broke, of the breach that is not cured; null where none is on record. */
  readonly workingDaysLate: number | null
}

export interface ReviewLine {
  readonly id: string
  readonly reference: string
  readonly state: RequestState
  readonly filedOn: CalendarDate
  readonly decisionDueOn: CalendarDate
  readonly decidedOn: CalendarDate | null
  readonly sense: string | null
}

/** One institution as those who oversee it see it. */
export interface InstitutionSheet {
  readonly institution: Institution
  readonly period: PanelPeriod
  readonly asOf: CalendarDate
  readonly figures: PanelFigures
  /** Of the due days in the period, month by month. */
  readonly months: readonly MonthLine[]
  /** Overdue today, the longest first. */
  readonly overdue: readonly CaseLine[]
  /** Newest first. */
  readonly reviews: readonly ReviewLine[]
  /** Breaches that began in the period, by their clock. */
  readonly breaches: readonly { readonly clock: string; readonly count: number; readonly open: number }[]
}

/** @throws AppError 'sign-in-required', 'forbidden', 'not-found' */
export async function institutionSheet(
  context: Context,
  actor: Actor,
  institutionId: string,
  period: PanelPeriod,
): Promise<InstitutionSheet> {
  const cohorts = await seenCohorts(context, actor, institutionId, period)
  const institution = await context.stores.institutions.find(institutionId)
  if (!institution) throw new AppError('not-found')
  const { asOf } = cohorts.window
  return {
    institution,
    period,
    asOf,
    figures: figuresOf(cohorts),
    months: monthLines(cohorts.due, period, asOf),
    overdue: cohorts.open
      .flatMap(facts => overdueLine(facts, asOf))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    reviews: cohorts.known.flatMap(reviewLine).sort((a, b) => (a.filedOn < b.filedOn ? 1 : -1)),
    breaches: breachCounts(cohorts.known, period),
  }
}

function overdueLine({ id, reference, state, dueOn, breaches }: CaseFacts, asOf: CalendarDate): CaseLine[] {
  if (dueOn === null || !hasPassed(dueOn, asOf)) return []
  const open = breaches.filter(({ curedOn }) => curedOn === null)
  const late = open.map(({ workingDaysLate }) => workingDaysLate)
  return [{ id, reference, state, dueOn, workingDaysLate: late.length === 0 ? null : Math.max(...late) }]
}

function reviewLine({ id, reference, state, review }: CaseFacts): ReviewLine[] {
  if (!review) return []
  const { filedOn, decisionDueOn, decidedOn, sense } = review
  return [{ id, reference, state, filedOn, decisionDueOn, decidedOn, sense }]
}

function breachCounts(known: readonly CaseFacts[], { from, to }: PanelPeriod): InstitutionSheet['breaches'] {
  const began = known
    .flatMap(({ breaches }) => breaches)
    .filter(({ beganOn }) => beganOn >= from && beganOn <= to)
  return [
    ...grouped(
      began.map(breach => ({ ...breach })),
      ({ clock }) => clock,
    ),
  ]
    .map(([clock, all]) => ({
      clock,
      count: all.length,
      open: all.filter(({ curedOn }) => curedOn === null).length,
    }))
    .sort((a, b) => (a.clock < b.clock ? -1 : 1))
}
