import { outcomeBars } from '../charts/outcome-bars.ts'
import { minimumForRate, type FigureSummary } from '../../server/domain/statistics/figure.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { sectorName } from '../sectors.ts'
import {
  frameOf,
  numberText,
  shareText,
  type ChartSize,
  type FigureChart,
  type Words,
} from './figure-chart.ts'

interface Parts {
  readonly full: FigureSummary
  readonly partial: FigureSummary
  readonly refused: FigureSummary
  readonly notHeld: FigureSummary
  readonly dismissed: FigureSummary
}

/** What the written answers said, of all and by kind of institution. */
export function outcomesChart(ctx: Words, figures: OpenFigures): FigureChart {
  const { t } = ctx
  const { outcomes } = figures.indicators
  const n = outcomes.full.n ?? 0
  const title = t('chart.outcomes')
  const labels = [
    t('chart.full'),
    t('chart.partial'),
    t('chart.refused'),
    t('chart.notHeld'),
    t('chart.dismissed'),
  ]
  const groups = figures.byInstitutionKind.filter(({ full }) => (full.n ?? 0) > 0)
  const kinds = groups.length > 1 ? groups : []
  return {
    id: 'resultados',
    title,
    sentence: sentenceOf(ctx, outcomes.full),
    head: [t('chart.sector'), t('chart.answers'), ...labels],
    rows: [
      [t('chart.all'), n, ...countsOf(outcomes)],
      ...kinds.map(group => [sectorName(ctx, group.key), group.full.n, ...countsOf(group)]),
    ],
    shares: [],
    draw: n < minimumForRate ? null : draw,
  }

  function draw(size: ChartSize) {
    const shown = kinds.filter(({ full }) => (full.n ?? 0) >= minimumForRate)
    const rows = [
      { label: t('chart.all'), counts: countsOf(outcomes), strong: true },
      ...shown.map(group => ({ label: sectorName(ctx, group.key), counts: countsOf(group) })),
    ]
    const format = (value: number) => numberText(ctx, value)
    const words = {
      title,
      outcomes: labels,
      totalLabel: size === 'wide' ? t('chart.answers') : 'n',
      empty: t('report.none'),
    }
    return outcomeBars({ ...words, rows, format }, frameOf(size, 60 + 22 * rows.length))
  }
}

function countsOf({ full, partial, refused, notHeld, dismissed }: Parts): number[] {
  return [full, partial, refused, notHeld, dismissed].map(({ count }) => count)
}

function sentenceOf(ctx: Words, full: FigureSummary): string {
  const n = full.n ?? 0
  if (n === 0) return ctx.t('chart.outcomes.none')
  if (n < minimumForRate) return ctx.t('chart.outcomes.few', { n, count: full.count })
  return ctx.t('chart.outcomes.sentence', { n, count: full.count, rate: shareText(ctx, full) })
}
