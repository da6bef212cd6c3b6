import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { hasPermission, requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { cohortsOf, hasPassed, type Cohorts } from '../domain/statistics/cohorts.ts'
import { positionOf, type Position } from '../domain/statistics/comparison.ts'
import { spreadFigure, type FigureSummary, type SpreadSummary } from '../domain/statistics/figure.ts'
import { sumOfTallies, type Tallied, type Tally } from '../domain/statistics/tally.ts'
import { answersOf as answersOfTally, workingDays } from '../domain/statistics/tally-figures.ts'
import { answersOf } from '../domain/statistics/timeliness.ts'
import { AppError } from '../errors.ts'
import type { Institution } from '../store/institution-store.ts'
import { gatherCases } from './gather-cases.ts'
import { monthLinesOf, type MonthLine } from './month-lines.ts'

export interface PanelPeriod {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** What is said of a group of requests: every share with its n, days only where ten or more are known. */
export interface PanelFigures {
  readonly received: number
  readonly onTime: FigureSummary
  readonly late: FigureSummary
  readonly unanswered: FigureSummary
  /** Working days to the answer. */
  readonly days: SpreadSummary
  /** Unanswered today and past the due day, whenever received. */
  readonly overdueNow: number
  /** Reviews asked for and not decided (articles 52 to 60). */
  readonly openReviews: number
}

export interface PanelLine extends PanelFigures {
  readonly id: string
  readonly name: string
  readonly acronym: string
  readonly kind: Institution['kind']
  /** Of the on-time share, against all: never a rank. */
  readonly position: Position
}

/** What is counted of every request in a period, as of a day. */
export interface OverseenCounts extends Tallied {
  readonly asOf: CalendarDate
  /** What was recorded up to here is counted. */
  readonly takenAt: Date
}

export interface NationalPanel {
  readonly period: PanelPeriod
  readonly asOf: CalendarDate
  readonly takenAt: Date
  readonly all: PanelFigures
  /** Of the due days in the period, month by month. */
  readonly months: readonly MonthLine[]
  /** With requests in the period or overdue now, the most late first. */
  readonly institutions: readonly PanelLine[]
  readonly withoutData: readonly { readonly id: string; readonly name: string }[]
}

interface PanelQuestion {
  readonly period: PanelPeriod
  readonly kind: Institution['kind'] | null
  /** Asked once the actor is known to oversee everything. */
  readonly read: ReadOverseen
}

/** Of the institutions of a kind, by their ids; null is every kind. */
export type ReadOverseen = (question: {
  readonly period: PanelPeriod
  readonly kind: Institution['kind'] | null
  readonly institutionIds: ReadonlySet<string>
}) => Promise<OverseenCounts>

/**
 * The country by institution. A period without requests of an institution says so: 0 would read as a figure.
 * @throws AppError 'sign-in-required', 'forbidden'
 */
export async function nationalPanel(
  context: Pick<Context, 'stores'>,
  actor: Actor,
  { period, kind, read }: PanelQuestion,
): Promise<NationalPanel> {
  requireOverseer(actor)
  const registered = await institutionsOf(context, kind)
  const institutionIds = new Set(registered.keys())
  const { byInstitution, byMonth, asOf, takenAt } = await read({ period, kind, institutionIds })
  const all = figuresOfTally(sumOfTallies(byInstitution.values()))
  const lines: PanelLine[] = []
  const withoutData: { id: string; name: string }[] = []
  for (const { id, name, acronym, kind: of, active } of registered.values()) {
    const tally = byInstitution.get(id)
    const figures = tally && figuresOfTally(tally)
    if (figures && hasData(figures))
      lines.push({
        id,
        name,
        acronym,
        kind: of,
        ...figures,
        position: positionOf(figures.onTime, all.onTime),
      })
    else if (active) withoutData.push({ id, name })
  }
  const months = monthLinesOf(byMonth, period, asOf)
  return { period, asOf, takenAt, all, months, institutions: lines.sort(mostLate), withoutData }
}

/** One institution's requests as they are now, by what happened in a period. @throws as `nationalPanel` */
export async function seenCohorts(
  context: Context,
  actor: Actor,
  institutionId: string,
  period: PanelPeriod,
): Promise<Cohorts> {
  requireOverseer(actor)
  const asOf = context.clock.today()
  const cases = await gatherCases(context, { kind: 'institution', institutionId }, asOf)
  return cohortsOf(cases, { ...period, asOf })
}

function requireOverseer(actor: Actor): void {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (!hasPermission(actor, 'seeNationalPanel') || requestScopeOf(actor).kind !== 'everything')
    throw new AppError('forbidden')
}

export function figuresOf({ received, due, closed, open, known, window }: Cohorts): PanelFigures {
  const { onTime, late, unanswered } = answersOf(due)
  return {
    received: received.length,
    ...{ onTime, late, unanswered },
    days: spreadFigure('T9', 'closed', closed, ({ workingDaysToAnswer }) => workingDaysToAnswer),
    overdueNow: open.filter(({ dueOn }) => hasPassed(dueOn, window.asOf)).length,
    openReviews: known.filter(({ review }) => review !== null && review.decidedOn === null).length,
  }
}

function figuresOfTally(tally: Tally): PanelFigures {
  const { onTime, late, unanswered } = answersOfTally(tally)
  const { received, pendingLate, openReviews } = tally.counts
  return {
    received,
    ...{ onTime, late, unanswered },
    days: workingDays(tally),
    overdueNow: pendingLate,
    openReviews,
  }
}

async function institutionsOf(
  { stores }: Pick<Context, 'stores'>,
  kind: Institution['kind'] | null,
): Promise<Map<string, Institution>> {
  const found = new Map<string, Institution>()
  for await (const institution of stores.institutions.all()) {
    if (kind === null || institution.kind === kind) found.set(institution.id, institution)
  }
  return found
}

function hasData({ received, onTime, overdueNow, openReviews }: PanelFigures): boolean {
  return received > 0 || (onTime.n ?? 0) > 0 || overdueNow > 0 || openReviews > 0
}

function mostLate(a: PanelLine, b: PanelLine): number {
  const late = ({ late, unanswered }: PanelLine) => late.count + unanswered.count
  return late(b) - late(a) || b.overdueNow - a.overdueNow || a.name.localeCompare(b.name, 'es')
}
