import { scaleLinear } from 'd3-scale'
import { dotMark, fitLines, fitText, horizontal, textMark, textSize, vertical, widest } from './marks.ts'
import { palette } from './palette.ts'
import type { Mark, Measure, Scene, SceneFrame, TextWeight } from './scene.ts'

export type IntervalPlot = {
  title: string
  rows: readonly IntervalRow[]
  /** The rate of all rows together, drawn as the line to compare with. */
  overall: { rate: number; label: string }
  /** Formats a rate from 0 to 1. */
  format: (rate: number) => string
  /** Says how many cases stand behind a rate, such as «n = 200». */
  formatCount: (n: number) => string
  /** Stands in place of an interval where there is no case. */
  empty: string
  /** Names too long for their column take two lines: cut, many would read alike. */
  twoLines?: boolean
}

export type IntervalRow = {
  label: string
  n: number
  /** All three from 0 to 1; null where n is 0. */
  interval: { rate: number; low: number; high: number } | null
}

type Plot = {
  data: IntervalPlot
  width: number
  left: number
  right: number
  valueRight: number
  x: (rate: number) => number
  measure: Measure
}

const headHeight = 16
const footHeight = 14

/**
 * A rate with its interval a row, against the overall line. A row whose whole interval lies below or above
 * the line stands out: in red and bold below, in blue and bold above.
 */
export function intervalPlot(data: IntervalPlot, frame: SceneFrame): Scene {
  const plot = plotOf(data, frame)
  const pitch = pitchOf(data, frame)
  const bottom = headHeight + data.rows.length * pitch
  return {
    width: frame.width,
    height: Math.ceil(bottom + footHeight),
    title: data.title,
    desc: describe(data),
    marks: [
      ...axis(plot, bottom),
      ...overallLine(plot, bottom),
      ...data.rows.flatMap((row, at) => rowMarks(plot, row, headHeight + (at + 0.5) * pitch)),
    ],
  }
}

function pitchOf(data: IntervalPlot, frame: SceneFrame): number {
  const room = frame.height - headHeight - footHeight
  return Math.min(data.twoLines ? 20 : 18, Math.max(11, room / Math.max(data.rows.length, 1)))
}

function plotOf(data: IntervalPlot, { width, measure }: SceneFrame): Plot {
  const labels = data.rows.map(row => row.label)
  const counts = data.rows.map(row => data.formatCount(row.n))
  const rates = data.rows.flatMap(row => (row.interval === null ? [] : [data.format(row.interval.rate)]))
  const left = Math.min(widest(labels, measure, textSize.label, 'bold') + 10, width * 0.42)
  const countWidth = widest(counts, measure, textSize.axis)
  const valueRight = width - countWidth - 6
  const right = valueRight - widest(rates, measure, textSize.label, 'bold') - 10
  const x = scaleLinear()
    .domain([0, 1])
    .range([left, Math.max(right, left + 20)])
  return { data, width, left, right, valueRight, x, measure }
}

/** Every quarter is named where there is room; else the ends and the middle. */
function axis({ data, x, measure }: Plot, bottom: number): Mark[] {
  const quarters = [0, 0.25, 0.5, 0.75, 1]
  const need = widest(quarters.map(data.format), measure, textSize.axis) + 4
  const ticks = x(0.25) - x(0) < need ? [0, 0.5, 1] : quarters
  return ticks.flatMap(tick => [
    vertical(x(tick), headHeight - 2, bottom),
    textMark(x(tick), bottom + 10, data.format(tick), {
      anchor: 'middle',
      size: textSize.axis,
      fill: palette.muted,
    }),
  ])
}

function overallLine({ data, x, width, measure }: Plot, bottom: number): Mark[] {
  const { rate, label } = data.overall
  const text = fitText(label, width, measure, textSize.axis, 'bold')
  const half = measure(text, textSize.axis, 'bold') / 2
  const place = Math.min(Math.max(x(rate), half), width - half)
  const style = { anchor: 'middle', size: textSize.axis, weight: 'bold', fill: palette.muted } as const
  return [
    vertical(x(rate), headHeight - 4, bottom, { stroke: palette.muted, strokeWidth: 1 }),
    textMark(place, 9, text, style),
  ]
}

function rowMarks(plot: Plot, row: IntervalRow, middle: number): Mark[] {
  const { data, width, left, valueRight, x } = plot
  const fill = colorOf(row, data.overall.rate)
  const weight = fill === palette.muted ? 'regular' : 'bold'
  const baseline = middle + 2.7
  const counts = { anchor: 'end', size: textSize.axis, fill: palette.muted } as const
  const marks: Mark[] = [
    ...labelMarks(plot, row.label, middle, weight),
    textMark(width, baseline, data.formatCount(row.n), counts),
  ]
  if (row.interval === null)
    return [...marks, textMark(left + 4, baseline, data.empty, { fill: palette.muted })]
  const { rate, low, high } = row.interval
  return [
    ...marks,
    horizontal(x(low), x(high), middle, { stroke: fill, strokeWidth: 1.2 }),
    dotMark(x(rate), middle, 2.4, fill),
    textMark(valueRight, baseline, data.format(rate), {
      anchor: 'end',
      weight,
      fill: weight === 'bold' ? fill : palette.ink,
    }),
  ]
}

const lineHeight = 9

function labelMarks(plot: Plot, label: string, middle: number, weight: TextWeight): Mark[] {
  const { data, left, measure } = plot
  const fit = data.twoLines ? fitLines : fitOne
  const lines = fit(label, left - 10, measure, textSize.label, weight)
  const top = middle + 2.7 - ((lines.length - 1) * lineHeight) / 2
  return lines.map((line, at) => textMark(left - 10, top + at * lineHeight, line, { anchor: 'end', weight }))
}

function fitOne(...text: Parameters<typeof fitText>): string[] {
  return [fitText(...text)]
}

function colorOf({ interval }: IntervalRow, overall: number): string {
  if (interval === null) return palette.muted
  if (interval.high < overall) return palette.brick
  return interval.low > overall ? palette.blueText : palette.muted
}

function describe({ rows, overall, format, formatCount, empty }: IntervalPlot): string {
  const sentences = rows.map(({ label, n, interval }) => {
    if (interval === null) return `${label}: ${empty}.`
    const { rate, low, high } = interval
    return `${label}: ${format(rate)} (${format(low)}–${format(high)}; ${formatCount(n)}).`
  })
  return [`${overall.label}.`, ...sentences].join(' ')
}
