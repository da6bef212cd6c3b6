import { monthlyLines, type MonthlySeries } from '../charts/monthly-lines.ts'
import { monthText } from '../dates.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { frameOf, numberText, type FigureChart, type Words } from './figure-chart.ts'

type Month = OpenFigures['monthly'][number]

/** Received by month of receipt, answered on time and unanswered by month of the due day. */
export function monthsChart(ctx: Words, figures: OpenFigures): FigureChart {
  const { t } = ctx
  const { monthly } = figures
  const title = t('chart.months')
  const received = monthly.reduce((sum, month) => sum + month.received.count, 0)
  const series = seriesOf(ctx, figures)
  return {
    id: 'meses',
    title,
    sentence: sentenceOf(ctx, monthly),
    head: [
      t('chart.month'),
      t('chart.received'),
      t('chart.due'),
      t('chart.onTime'),
      t('chart.late'),
      t('chart.unanswered'),
    ],
    rows: monthly.map(({ month, received: asked, onTime, late, unanswered }) => [
      monthText(ctx.language, month, 'long'),
      ...[asked.count, onTime.n ?? 0, onTime.count, late.count, unanswered.count],
    ]),
    shares: [],
    draw:
      received === 0 || monthly.length < 2
        ? null
        : size =>
            monthlyLines(
              {
                title,
                months: monthly.map(({ month }) => monthText(ctx.language, month, 'short')),
                series,
                format: value => numberText(ctx, value),
                empty: t('report.none'),
              },
              frameOf(size, size === 'wide' ? 170 : 150),
            ),
  }
}

/** After the cut-off nothing is known, which is not the same as nothing received. */
function seriesOf({ t }: Words, { monthly, asOf }: OpenFigures): MonthlySeries[] {
  const known = (count: (month: Month) => number) =>
    monthly.map(month => (month.month > asOf.slice(0, 7) ? null : count(month)))
  return [
    { label: t('chart.line.received'), tone: 'first', values: known(month => month.received.count) },
    { label: t('chart.line.onTime'), tone: 'second', values: known(month => month.onTime.count) },
    { label: t('chart.line.unanswered'), tone: 'breach', values: known(month => month.unanswered.count) },
  ]
}

function sentenceOf(ctx: Words, monthly: readonly Month[]): string {
  const received = monthly.reduce((sum, month) => sum + month.received.count, 0)
  if (received === 0) return ctx.t('chart.months.none')
  const peak = monthly.reduce((most, month) => (month.received.count > most.received.count ? month : most))
  return ctx.t('chart.months.sentence', {
    total: received,
    month: monthText(ctx.language, peak.month, 'long'),
    count: peak.received.count,
  })
}
