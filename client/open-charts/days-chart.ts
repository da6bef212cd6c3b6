import { daysHistogram } from '../charts/days-histogram.ts'
import { minimumForRate } from '../../server/domain/statistics/figure.ts'
import { histogramDays } from '../../server/domain/statistics/days-to-answer.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { frameOf, numberText, pointsText, type FigureChart, type Words } from './figure-chart.ts'

/** The last working day of each zone: of the term of article 42, of the longest extension, and beyond. */
const zoneEnds = [10, 20, null] as const
const tones = ['first', 'second', 'breach'] as const

/** Working days to the written answer, a bar a day. */
export function daysChart(ctx: Words, figures: OpenFigures): FigureChart {
  const { t } = ctx
  const { byWorkingDay, beyondHistogram, bandsWorking, working } = figures.indicators.days
  const title = t('chart.days')
  const labels = [t('chart.zone.term'), t('chart.zone.extended'), t('chart.zone.beyond')]
  const counts = zoneCounts(byWorkingDay, beyondHistogram)
  return {
    id: 'dias',
    title,
    sentence: sentenceOf(ctx, figures),
    head: [t('chart.band'), t('chart.answers')],
    rows: bandsWorking.map(({ from, to, figure }) => [
      to === null ? t('chart.band.open', { from }) : t('chart.band.closed', { from, to }),
      figure.count,
    ]),
    shares: [],
    draw:
      working.n === 0
        ? null
        : size =>
            daysHistogram(
              {
                title,
                counts: byWorkingDay,
                beyond: beyondHistogram,
                zones: zoneEnds.map((upTo, at) => ({
                  upTo,
                  value: zoneText(ctx, counts[at] ?? 0, working.n),
                  label: labels[at] ?? '',
                  tone: tones[at] ?? 'first',
                })),
                axisLabel: t('chart.days.axis'),
                beyondLabel: t('chart.days.beyond', { days: histogramDays }),
                format: value => numberText(ctx, value),
                empty: t('report.none'),
              },
              frameOf(size, size === 'wide' ? 170 : 150),
            ),
  }
}

function zoneCounts(byWorkingDay: readonly number[], beyond: number): number[] {
  const sum = (from: number, to: number) =>
    byWorkingDay.slice(from, to).reduce((total, count) => total + count, 0)
  return [sum(0, 11), sum(11, 21), sum(21, byWorkingDay.length) + beyond]
}

/** Below ten answers a zone gives its count, not a share. */
function zoneText(ctx: Words, count: number, n: number): string {
  if (n < minimumForRate) return numberText(ctx, count)
  return pointsText(ctx, count / n)
}

function sentenceOf(ctx: Words, { indicators }: OpenFigures): string {
  const { n, median, p90 } = indicators.days.working
  if (n === 0) return ctx.t('chart.days.none')
  if (median === null || p90 === null) return ctx.t('chart.days.few', { n })
  return ctx.t('chart.days.sentence', { n, median, p90 })
}
