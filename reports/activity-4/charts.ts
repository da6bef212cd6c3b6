import { daysHistogram, type DaysHistogram } from '../../client/charts/days-histogram.ts'
import { monthlyLines } from '../../client/charts/monthly-lines.ts'
import { outcomeBars, type OutcomeBars } from '../../client/charts/outcome-bars.ts'
import { estimateWidth, type Scene, type SceneFrame } from '../../client/charts/scene.ts'
import { histogramDays } from '../../server/domain/statistics/days-to-answer.ts'
import { minimumForRate } from '../../server/domain/statistics/figure.ts'
import type { GroupFigures } from '../../server/domain/statistics/indicators.ts'
import type { ChartBlock, ChartData } from '../blocks.ts'
import { formatInteger, formatMonth, formatPercent, formatShortMonth } from '../format.ts'
import type { MonthFigures } from './monthly.ts'
import type { ReportContext } from './report-context.ts'

type Draw = (frame: SceneFrame) => Scene

interface Chart {
  readonly title: string
  readonly subtitle: string
  readonly height: number
  readonly span: 'column' | 'full'
  readonly draw: Draw
  readonly data: ChartData
}

/** Received and answered on time, a line each; none of a single month. */
export function monthsChart(context: ReportContext): readonly ChartBlock[] {
  const { figures, texts, language } = context
  const { monthly } = figures
  const [first, ...rest] = monthly
  if (!first || rest.length === 0) return []
  const peak = rest.reduce(
    (most, month) => (month.received.count > most.received.count ? month : most),
    first,
  )
  if (peak.received.count === 0) return []
  const title = texts.said.chartMonths(formatMonth(peak.month, language), formatInteger(peak.received.count))
  const data = {
    title,
    months: monthly.map(({ month }) => formatShortMonth(month, language)),
    series: monthSeries(context),
    format: formatInteger,
    empty: texts.frame.noData,
  }
  const rows = monthly.map(({ month }, at) => [
    formatMonth(month, language),
    ...data.series.map(({ values }) => countOr(values[at] ?? null, texts.frame.noData)),
  ])
  return [
    chart({
      title,
      subtitle: texts.said.chartMonthsSubtitle,
      height: 130,
      span: 'column',
      draw: frame => monthlyLines(data, frame),
      data: { head: [texts.tables.month, ...data.series.map(({ label }) => label)], rows },
    }),
  ]
}

function monthSeries({ figures, texts }: ReportContext) {
  // After the cut-off nothing is known, which is not the same as nothing received.
  const known = (count: (month: MonthFigures) => number) =>
    figures.monthly.map(month => (month.month > figures.asOf.slice(0, 7) ? null : count(month)))
  const received = known(month => month.received.count)
  const onTime = known(month => month.onTime.count)
  return [
    series(texts.tables.receivedLong.toLowerCase(), 'first', received),
    series(texts.tables.onTime.toLowerCase(), 'second', onTime),
  ]
}

/** On time, late and unanswered, of all and by kind of institution. */
export function timelinessChart({ figures, texts }: ReportContext): readonly ChartBlock[] {
  const { onTime, late, unanswered } = figures.indicators.timeliness
  const n = onTime.n ?? 0
  if (n < minimumForRate) return []
  const { names, said, tables } = texts
  const title = said.chartTimeliness(formatInteger(onTime.count), formatInteger(n))
  const kinds = figures.byInstitutionKind.filter(group => (group.onTime.n ?? 0) >= minimumForRate)
  const data = {
    title,
    outcomes: [tables.onTime, tables.late, tables.unansweredLong],
    rows: [
      { label: said.allInstitutions, counts: [onTime.count, late.count, unanswered.count], strong: true },
      ...kinds.map(group => ({
        label: names.institutionKinds[group.key] ?? group.key,
        counts: [group.onTime.count, group.late.count, group.unanswered.count],
      })),
    ],
    totalLabel: tables.dueLong,
    format: formatInteger,
    empty: texts.frame.noData,
  }
  const height = 30 + 20 * data.rows.length
  const draw: Draw = frame => outcomeBars(data, frame)
  const subtitle = said.chartTimelinessSubtitle
  return [chart({ title, subtitle, height, span: 'column', draw, data: outcomesData(data, tables.group) })]
}

/** Working days to the answer, a bar a day. */
export function daysChart({ figures, texts }: ReportContext): readonly ChartBlock[] {
  const { byWorkingDay, beyondHistogram, bandsWorking, working } = figures.indicators.days
  if (working.n === 0) return []
  const [first, ...rest] = bandsWorking
  if (!first) return []
  const peak = rest.reduce((most, band) => (band.figure.count > most.figure.count ? band : most), first)
  const upTo = [10, 20, null] as const
  const within = (from: number, to: number | null) =>
    bandsWorking
      .filter(band => band.from > from && (to === null || (band.to !== null && band.to <= to)))
      .reduce((sum, { figure }) => sum + figure.count, 0)
  const shares = [within(-1, 10), within(10, 20), within(20, null)]
  const tones = ['first', 'second', 'breach'] as const
  const data = {
    title: texts.said.chartBands(bandLabel(peak), formatInteger(peak.figure.count)),
    counts: byWorkingDay,
    beyond: beyondHistogram,
    zones: upTo.map((day, at) => ({
      upTo: day,
      value: shareText(shares[at] ?? 0, working.n),
      label: texts.said.zones[at] ?? '',
      tone: tones[at] ?? 'first',
    })),
    axisLabel: texts.said.workingDays,
    beyondLabel: texts.said.beyond(histogramDays),
    format: formatInteger,
    empty: texts.frame.noData,
  }
  const { title } = data
  const draw: Draw = frame => daysHistogram(data, frame)
  const subtitle = texts.said.chartBandsSubtitle
  return [chart({ title, subtitle, height: 150, span: 'column', draw, data: daysData(data) })]
}

function daysData(data: DaysHistogram): ChartData {
  const days = data.counts.map((count, day) => [formatInteger(day), formatInteger(count)])
  const rows = data.beyond === 0 ? days : [...days, [data.beyondLabel, formatInteger(data.beyond)]]
  return { head: [data.axisLabel, 'n'], rows }
}

/** Below ten answers a zone gives its count, not a share. */
function shareText(count: number, n: number): string {
  return n < minimumForRate ? formatInteger(count) : formatPercent(count / n)
}

export function bandLabel({ from, to }: { readonly from: number; readonly to: number | null }): string {
  return to === null ? `${from}+` : `${from}–${to}`
}

/** Shares of outcomes, of all and by kind of institution. */
export function outcomesChart({ figures, texts }: ReportContext): readonly ChartBlock[] {
  const { outcomes } = figures.indicators
  const n = outcomes.full.n ?? 0
  if (n < minimumForRate) return []
  const { indicators, names, said } = texts
  const { O1, O2, O3, O4 } = indicators
  const labels = [O1.name, O2.name, O3.name, O4.name, names.outcomes.desechada]
  const parts = [outcomes.full, outcomes.partial, outcomes.refused, outcomes.notHeld, outcomes.dismissed]
  const counts = parts.map(({ count }) => count)
  const most = counts.indexOf(Math.max(...counts))
  const data = {
    title: said.chartOutcomes((labels[most] ?? '').toLowerCase(), formatInteger(counts[most] ?? 0)),
    outcomes: labels,
    rows: [
      { label: said.allInstitutions, counts, strong: true },
      ...figures.byInstitutionKind.filter(bearsShares).map(group => ({
        label: names.institutionKinds[group.key] ?? group.key,
        counts: [group.full, group.partial, group.refused, group.notHeld, group.dismissed].map(f => f.count),
      })),
    ],
    totalLabel: said.answers,
    format: formatInteger,
    empty: texts.frame.noData,
  }
  const { title } = data
  const subtitle = said.chartOutcomesSubtitle(formatInteger(n))
  const height = 40 + 20 * data.rows.length
  const draw: Draw = frame => outcomeBars(data, frame)
  return [
    chart({ title, subtitle, height, span: 'full', draw, data: outcomesData(data, texts.tables.group) }),
  ]
}

export function outcomesData({ outcomes, rows, totalLabel }: OutcomeBars, group: string): ChartData {
  return {
    head: [group, ...outcomes, totalLabel],
    rows: rows.map(({ label, counts }) => [
      label,
      ...counts.map(formatInteger),
      formatInteger(counts.reduce((sum, count) => sum + count, 0)),
    ]),
  }
}

/** A bar of shares is a rate as much as a printed one. */
function bearsShares({ full }: GroupFigures): boolean {
  return (full.n ?? 0) >= minimumForRate
}

function countOr(value: number | null, unknown: string): string {
  return value === null ? unknown : formatInteger(value)
}

function series(label: string, tone: 'first' | 'second', values: readonly (number | null)[]) {
  return { label, tone, values }
}

/** The alt text is the scene's own words, cut after a whole sentence where they are long. */
export function chart({ title, subtitle, height, span, draw, data }: Chart): ChartBlock {
  const { desc } = draw({ width: 480, height, measure: estimateWidth })
  const words = `${title}. ${desc}`
  const cut = words.length <= 800 ? words : words.slice(0, words.lastIndexOf('. ', 790) + 1)
  return { kind: 'chart', scene: draw, height, span, title, subtitle, alt: cut, data }
}
