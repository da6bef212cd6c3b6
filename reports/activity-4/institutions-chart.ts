import { funnelPlot, type FunnelPoint } from '../../client/charts/funnel-plot.ts'
import type { SceneFrame } from '../../client/charts/scene.ts'
import { controlLimits, controlOf, z998 } from '../../server/domain/statistics/control-limits.ts'
import { z95 } from '../../server/domain/statistics/intervals.ts'
import type { ChartBlock, ChartData } from '../blocks.ts'
import { formatInteger, formatPercent, formatShareRange } from '../format.ts'
import { chart } from './charts.ts'
import { qualityTexts } from './quality-texts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'

/** Rule 3: on-time rates by number due, between control limits, in place of any order by rate. */
export function institutionsChart(context: ReportContext): readonly ChartBlock[] {
  const { figures, texts, language, shortInstitution } = context
  const { rate } = figures.indicators.timeliness.onTime
  const points = figures.byInstitution.flatMap(({ key, onTime }) =>
    onTime.rate === null || onTime.n === null
      ? []
      : [{ label: shortInstitution(key), n: onTime.n, rate: onTime.rate }],
  )
  if (rate === null || points.length < 2) return []
  const { funnel } = qualityTexts(language)
  const outside = points.filter(point => isOutside(point, rate))
  const counted = texts.frame.ofN(formatInteger(outside.length), texts.frame.institutions(points.length))
  const title = funnel.title(counted, formatPercent(rate))
  const data = {
    title,
    points,
    overall: { rate, label: funnel.overall(formatPercent(rate)) },
    limits: funnel.limits,
    axis: funnel.axis,
    format: formatPercent,
    formatCount: (n: number) => `n = ${formatInteger(n)}`,
    outside: funnel.outside,
    within: (n: number) => funnel.within(formatInteger(n)),
    empty: texts.frame.noData,
  }
  // Those outside first to be kept, where a table of all would be longer than is ever printed.
  const rows = points.length <= mostRowsPrinted ? points : outside.slice(0, mostRowsPrinted)
  return [
    chart({
      title,
      subtitle: funnel.subtitle,
      height: 230,
      span: 'full',
      draw: (frame: SceneFrame) => funnelPlot(data, frame),
      data: tableOf(context, rows, rate),
    }),
  ]
}

function isOutside({ rate, n }: FunnelPoint, overall: number): boolean {
  return controlOf(rate, n, overall) !== 'within'
}

function tableOf(
  { texts, language }: ReportContext,
  points: readonly FunnelPoint[],
  overall: number,
): ChartData {
  const { funnel } = qualityTexts(language)
  const { institution, dueLong, rate } = texts.tables
  const standings = { ...funnel.outside, within: funnel.inside }
  return {
    head: [
      institution,
      dueLong,
      rate,
      funnel.limits['outside-95'],
      funnel.limits['outside-998'],
      funnel.standing,
    ],
    rows: points.map(point => [
      point.label,
      formatInteger(point.n),
      formatPercent(point.rate),
      ...[z95, z998].map(z => formatShareRange(controlLimits(overall, point.n, z))),
      standings[controlOf(point.rate, point.n, overall)],
    ]),
  }
}
