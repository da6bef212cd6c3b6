import { funnelPlot } from '../charts/funnel-plot.ts'
import { controlLimits, controlOf, z998 } from '../../server/domain/statistics/control-limits.ts'
import { z95 } from '../../server/domain/statistics/intervals.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { frameOf, numberText, pointsText, shareText, type FigureChart, type Words } from './figure-chart.ts'

interface Point {
  readonly name: string
  readonly short: string
  readonly n: number
  readonly count: number
  readonly rate: number
}

/** Institutions between the limits that chance would keep them in; of ten cases or more, by name. */
export function funnelChart(ctx: Words, figures: OpenFigures): FigureChart {
  const { t } = ctx
  const { rate } = figures.indicators.timeliness.onTime
  const points = pointsOf(figures)
  return {
    id: 'embudo',
    title: t('chart.funnel'),
    sentence: sentenceOf(ctx, figures, points),
    head: [
      t('dashboard.institution'),
      t('chart.due'),
      t('chart.onTime'),
      t('chart.onTimeShare'),
      t('chart.funnel.low95'),
      t('chart.funnel.high95'),
      t('chart.funnel.low998'),
      t('chart.funnel.high998'),
    ],
    rows: points.map(point => [point.name, point.n, point.count, point.rate, ...limitsOf(point, rate)]),
    shares: [3, 4, 5, 6, 7],
    draw: points.length < 2 || rate === null ? null : drawing(ctx, points, rate),
  }
}

function pointsOf({ byInstitution, institutions }: OpenFigures): readonly Point[] {
  const names = new Map(institutions.map(each => [each.id, each]))
  return byInstitution.flatMap(({ key, onTime: { n, count, rate } }) => {
    if (n === null || rate === null) return []
    const name = names.get(key)?.name ?? key
    return [{ name, short: names.get(key)?.acronym ?? name, n, count, rate }]
  })
}

function limitsOf({ n }: Point, overall: number | null): readonly (number | null)[] {
  if (overall === null) return [null, null, null, null]
  return [z95, z998].flatMap(z => {
    const { low, high } = controlLimits(overall, n, z)
    return [low, high]
  })
}

function drawing(ctx: Words, points: readonly Point[], rate: number): FigureChart['draw'] {
  const { t } = ctx
  const format = (share: number) => pointsText(ctx, share)
  const data = {
    title: t('chart.funnel'),
    points: points.map(({ short, n, rate: share }) => ({ label: short, n, rate: share })),
    overall: { rate, label: t('chart.overall', { rate: format(rate) }) },
    limits: { 'outside-95': '95%', 'outside-998': '99.8%' },
    axis: t('chart.funnel.axis'),
    format,
    formatCount: (n: number) => t('report.n', { n: numberText(ctx, n) }),
    outside: {
      'outside-95': t('chart.funnel.outside', { limit: '95%' }),
      'outside-998': t('chart.funnel.outside', { limit: '99.8%' }),
    },
    within: (n: number) => t('chart.funnel.within', { n }),
    empty: t('report.none'),
  }
  return size => funnelPlot(data, frameOf(size, 200))
}

function sentenceOf(ctx: Words, { indicators }: OpenFigures, points: readonly Point[]): string {
  const { t } = ctx
  const { onTime } = indicators.timeliness
  if (onTime.rate === null || points.length < 2) return t('chart.funnel.few')
  const { rate: overall } = onTime
  const outside = points.filter(({ rate, n }) => controlOf(rate, n, overall) !== 'within').length
  return t('chart.funnel.sentence', { outside, n: points.length, rate: shareText(ctx, onTime) })
}
