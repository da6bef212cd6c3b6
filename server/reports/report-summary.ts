import type { Activity4Figures } from '../../reports/activity-4/figures.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Figure } from '../domain/statistics/figure.ts'
import type { GroupFigures } from '../domain/statistics/indicators.ts'

/** A figure without the list of its cases. */
export type SummaryFigure = Pick<Figure, 'code' | 'count' | 'n' | 'rate' | 'interval'>

export interface InstitutionSummary {
  readonly id: string
  readonly name: string
  readonly received: SummaryFigure
  readonly pending: SummaryFigure
  readonly onTime: SummaryFigure
  readonly late: SummaryFigure
  readonly unanswered: SummaryFigure
  readonly full: SummaryFigure
  /** Working days; null where n does not bear one. */
  readonly medianDays: number | null
  readonly medianN: number
}

/** What opens a report and each institution's page of it: small, whatever the number of cases. */
export interface ReportSummary {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly asOf: CalendarDate
  readonly received: number
  readonly onTime: SummaryFigure
  readonly unanswered: SummaryFigure
  /** Working days; null where n does not bear one. */
  readonly medianDays: number | null
  readonly medianN: number
  readonly institutions: readonly InstitutionSummary[]
}

export function reportSummary({
  period,
  asOf,
  indicators,
  institutions,
  byInstitution,
}: Activity4Figures): ReportSummary {
  const { volume, timeliness, days } = indicators
  const names = new Map(institutions.map(({ id, name }) => [id, name]))
  return {
    ...{ from: period.from, to: period.to, asOf },
    received: volume.received.count,
    onTime: summaryFigure(timeliness.onTime),
    unanswered: summaryFigure(timeliness.unanswered),
    medianDays: days.working.median,
    medianN: days.working.n,
    institutions: byInstitution.map(group => institutionSummary(group, names.get(group.key) ?? group.key)),
  }
}

function institutionSummary(group: GroupFigures, name: string): InstitutionSummary {
  const { key, received, pending, onTime, late, unanswered, full, days } = group
  return {
    ...{ id: key, name },
    received: summaryFigure(received),
    pending: summaryFigure(pending),
    onTime: summaryFigure(onTime),
    late: summaryFigure(late),
    unanswered: summaryFigure(unanswered),
    full: summaryFigure(full),
    medianDays: days.median,
    medianN: days.n,
  }
}

function summaryFigure({ code, count, n, rate, interval }: Figure): SummaryFigure {
  return { code, count, n, rate, interval }
}

/** Only `reportSummary` writes this JSON. */
export function readSummary(bytes: Uint8Array): ReportSummary {
  const summary: ReportSummary = JSON.parse(Buffer.from(bytes).toString('utf8'))
  return summary
}
