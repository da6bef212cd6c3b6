import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import {
  curveMark,
  dotMark,
  horizontal,
  spreadHeights,
  textMark,
  textSize,
  vertical,
  widest,
} from './marks.ts'
import { palette } from './palette.ts'
import type { Mark, Measure, Scene, SceneFrame } from './scene.ts'

export type MonthlyLines = {
  title: string
  /** Short names of the months, in order. */
  months: readonly string[]
  series: readonly MonthlySeries[]
  format: (value: number) => string
  /** Shown when there is nothing to draw. */
  empty: string
}

export type MonthlySeries = {
  label: string
  /** One a month; null where nothing is known, which leaves a gap. */
  values: readonly (number | null)[]
  tone: 'first' | 'second' | 'breach'
}

type Plot = {
  data: MonthlyLines
  left: number
  right: number
  top: number
  bottom: number
  x: (at: number) => number
  y: (value: number) => number
  measure: Measure
}

const strokes = { first: palette.navy, second: palette.blueText, breach: palette.brick } as const

/** Counts by month as lines, each labelled at its end with its last value. */
export function monthlyLines(data: MonthlyLines, frame: SceneFrame): Scene {
  const { width, height } = frame
  const scene = { width, height, title: data.title, desc: describe(data) }
  const known = data.series.flatMap(series => series.values.filter(value => value !== null))
  if (known.length === 0) return { ...scene, marks: [emptyMark(data.empty, frame)] }
  const scale = scaleLinear()
    .domain([0, Math.max(...known, 1)])
    .nice(3)
  const ticks = scale.ticks(3).filter(Number.isInteger)
  const plot = plotOf(data, frame, ticks, scale.domain()[1] ?? 1)
  const marks = [...grid(plot, ticks), ...months(plot), ...data.series.flatMap(each => curve(plot, each))]
  return { ...scene, marks: [...marks, ...endLabels(plot)] }
}

function emptyMark(text: string, { width, height }: SceneFrame): Mark {
  return textMark(width / 2, height / 2, text, { anchor: 'middle', fill: palette.muted })
}

function plotOf(data: MonthlyLines, frame: SceneFrame, ticks: readonly number[], most: number): Plot {
  const { measure } = frame
  const ends = data.series.flatMap(series => [series.label, data.format(lastOf(series)?.value ?? 0)])
  const left = widest(ticks.map(data.format), measure, textSize.axis) + 6
  const right = frame.width - widest(ends, measure, textSize.value, 'bold') - 9
  const [top, bottom] = [8, frame.height - 16]
  const places = scalePoint<number>()
    .domain(data.months.map((_, at) => at))
    .range([left + 6, right])
  const y = scaleLinear().domain([0, most]).range([bottom, top])
  return { data, left, right, top, bottom, measure, x: at => places(at) ?? left, y }
}

function grid(plot: Plot, ticks: readonly number[]): Mark[] {
  return ticks.flatMap(tick => [
    horizontal(plot.left, plot.right, plot.y(tick), {
      stroke: tick === 0 ? palette.muted : palette.hairline,
    }),
    textMark(plot.left - 4, plot.y(tick) + 2.6, plot.data.format(tick), {
      anchor: 'end',
      size: textSize.axis,
      fill: palette.muted,
    }),
  ])
}

/** Every month is named where there is room, else every second, third… */
function months({ data, x, bottom, measure, left }: Plot): Mark[] {
  const step = data.months.length > 1 ? x(1) - x(0) : Infinity
  const need = widest(data.months, measure, textSize.axis) + 4
  const every = Math.max(1, Math.ceil(need / step))
  return data.months.flatMap((month, at) => {
    if (at % every !== 0) return []
    const half = measure(month, textSize.axis, 'regular') / 2
    const place = Math.max(x(at), half, left - 4)
    return [
      vertical(x(at), bottom, bottom + 2.5),
      textMark(place, bottom + 11, month, { anchor: 'middle', size: textSize.axis, fill: palette.muted }),
    ]
  })
}

function curve({ x, y }: Plot, series: MonthlySeries): Mark[] {
  const draw = line<number | null>()
    .defined(value => value !== null)
    .x((_, at) => x(at))
    .y(value => y(value ?? 0))
    .digits(2)
  const path = draw([...series.values])
  const last = lastOf(series)
  const marks: Mark[] = path === null ? [] : [curveMark(path, strokes[series.tone], 1.4)]
  return last === null ? marks : [...marks, dotMark(x(last.at), y(last.value), 1.9, strokes[series.tone])]
}

function endLabels({ data, right, top, bottom, y }: Plot): Mark[] {
  const ended = data.series.flatMap(series => {
    const last = lastOf(series)
    return last === null ? [] : [{ series, value: last.value }]
  })
  const heights = spreadHeights(
    ended.map(({ value }) => y(value)),
    21,
    top,
    bottom - 9,
  )
  return ended.flatMap(({ series, value }, at) => {
    const height = heights[at] ?? top
    const fill = strokes[series.tone]
    return [
      textMark(right + 7, height + 2.5, data.format(value), { weight: 'bold', size: textSize.value, fill }),
      textMark(right + 7, height + 11.5, series.label, { size: textSize.label, fill: palette.ink }),
    ]
  })
}

function lastOf(series: MonthlySeries): { at: number; value: number } | null {
  const at = series.values.findLastIndex(value => value !== null)
  const value = series.values[at]
  return value === undefined || value === null ? null : { at, value }
}

function describe({ months, series, format }: MonthlyLines): string {
  const sentences = series.map(({ label, values }) => {
    const pairs = months.map((month, at) => {
      const value = values[at] ?? null
      return `${month} ${value === null ? '–' : format(value)}`
    })
    return `${label}: ${pairs.join(', ')}.`
  })
  return sentences.join(' ')
}
