import { scaleLinear, scaleSqrt } from 'd3-scale'
import {
  controlLimits,
  controlOf,
  z998,
  type Control,
} from '../../server/domain/statistics/control-limits.ts'
import { z95 } from '../../server/domain/statistics/intervals.ts'
import { curveMark, dotMark, horizontal, spreadHeights, textMark, textSize, widest } from './marks.ts'
import { palette } from './palette.ts'
import { placeLabels } from './place-labels.ts'
import { hundredths, type Mark, type Measure, type Scene, type SceneFrame } from './scene.ts'

export type FunnelPlot = {
  title: string
  points: readonly FunnelPoint[]
  /** The rate of all together, from 0 to 1, drawn as the line to compare with. */
  overall: { rate: number; label: string }
  /** Names of the two limits, written at their ends. */
  limits: Readonly<Record<'outside-95' | 'outside-998', string>>
  /** Names the horizontal axis. */
  axis: string
  /** Formats a rate from 0 to 1. */
  format: (rate: number) => string
  /** Says how many cases stand behind a rate, such as «n = 200». */
  formatCount: (n: number) => string
  /** How far a point lies outside, such as «fuera de 95 %». */
  outside: Readonly<Record<'outside-95' | 'outside-998', string>>
  /** How many points lie within, in a sentence of its own. */
  within: (points: number) => string
  /** Stands in place of the drawing where there is no point. */
  empty: string
}

export type FunnelPoint = {
  label: string
  n: number
  /** From 0 to 1. */
  rate: number
}

/** Fewer cases than these carry no rate, and so no limit. */
const least = 10
const top = 16
const foot = 28

type Plot = {
  data: FunnelPlot
  left: number
  right: number
  bottom: number
  width: number
  most: number
  x: (n: number) => number
  y: (rate: number) => number
  measure: Measure
}

type Standing = FunnelPoint & { control: Control }

/**
 * Rates by the number of cases behind them, between the limits that chance alone would keep them in. Only a point
 * outside bears its name: red below and blue above, larger and bold outside the outer limit. The axis of cases goes
 * by square roots, since most bodies have few. Spiegelhalter 2005, Statistics in Medicine 24:1185-1202.
 */
export function funnelPlot(data: FunnelPlot, frame: SceneFrame): Scene {
  const plot = plotOf(data, frame)
  const points = data.points.map(point => ({
    ...point,
    control: controlOf(point.rate, point.n, data.overall.rate),
  }))
  const drawn =
    points.length === 0
      ? [textMark(plot.left + 4, plot.y(0.5) - 3, data.empty, { fill: palette.muted })]
      : [...limitMarks(plot), ...dotMarks(plot, points), ...labelMarks(plot, points)]
  return {
    width: frame.width,
    height: frame.height,
    title: data.title,
    desc: describe(data, points),
    marks: [...axes(plot), ...drawn],
  }
}

function plotOf(data: FunnelPlot, { width, height, measure }: SceneFrame): Plot {
  const left = widest([0, 0.5, 1].map(data.format), measure, textSize.axis) + 6
  const ends = [data.overall.label, data.limits['outside-95'], data.limits['outside-998']]
  const right = Math.max(width - widest(ends, measure, textSize.axis, 'bold') - 6, left + 60)
  const bottom = height - foot
  const most = Math.max(...data.points.map(({ n }) => n), 2 * least)
  const x = scaleSqrt()
    .domain([least * 0.9, most * 1.04])
    .range([left, right])
  const y = scaleLinear().domain([0, 1]).range([bottom, top])
  return { data, left, right, bottom, width, most, x, y, measure }
}

function axes({ data, left, right, bottom, most, x, y, measure }: Plot): Mark[] {
  const style = { anchor: 'end', size: textSize.axis, fill: palette.muted } as const
  const rates = (y(0) - y(0.25) < 10 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]).flatMap(rate => [
    horizontal(left, right, y(rate)),
    textMark(left - 4, y(rate) + 2.6, data.format(rate), style),
  ])
  const counts = ticksUpTo(most, x, measure).map(n =>
    textMark(x(n), bottom + 11, String(n), { ...style, anchor: 'middle' }),
  )
  const axis = textMark(right, bottom + 23, data.axis, style)
  return [...rates, ...counts, axis]
}

/** One, two and five of each power of ten, as far apart as their texts need. */
function ticksUpTo(most: number, x: (n: number) => number, measure: Measure): readonly number[] {
  const ticks: number[] = []
  let free = 0
  for (let power = 10; power <= most; power *= 10) {
    for (const n of [power, 2 * power, 5 * power].filter(each => each <= most)) {
      const half = measure(String(n), textSize.axis, 'regular') / 2
      if (x(n) - half < free) continue
      ticks.push(n)
      free = x(n) + half + 6
    }
  }
  return ticks
}

function limitMarks(plot: Plot): Mark[] {
  const { data, left, right, bottom, most, x, y } = plot
  const { rate, label } = data.overall
  const curve = (z: number, side: 'low' | 'high', stroke: string) => {
    const d = steps(most).map((n, at) => {
      const place = `${hundredths(x(n))},${hundredths(y(controlLimits(rate, n, z)[side]))}`
      return `${at === 0 ? 'M' : 'L'}${place}`
    })
    return curveMark(d.join(''), stroke, 0.9)
  }
  const ends = [z95, z998].map(z => {
    const { low, high } = controlLimits(rate, most, z)
    return y(rate < 0.5 ? high : low) + 2.6
  })
  const heights = spreadHeights([y(rate) + 2.6, ...ends], 9.5, top + 4, bottom)
  const texts = [label, data.limits['outside-95'], data.limits['outside-998']]
  return [
    ...(['low', 'high'] as const).flatMap(side => [
      curve(z95, side, palette.sky),
      curve(z998, side, palette.navy),
    ]),
    horizontal(left, right, y(rate), { stroke: palette.muted, strokeWidth: 1 }),
    ...texts.map((text, at) =>
      textMark(right + 4, heights[at] ?? 0, text, {
        size: textSize.axis,
        weight: at === 0 ? 'bold' : 'regular',
        fill: [palette.muted, palette.blueText, palette.navy][at] ?? palette.muted,
      }),
    ),
  ]
}

/** Numbers of cases to draw a limit through: closer where it bends. */
function steps(most: number): readonly number[] {
  const count = 40
  const [from, to] = [Math.sqrt(least), Math.sqrt(most)]
  return Array.from({ length: count + 1 }, (_, at) => (from + ((to - from) * at) / count) ** 2)
}

/** Dots that fall on one another are drawn once: thousands of bodies share few places. */
function dotMarks({ data, x, y }: Plot, points: readonly Standing[]): Mark[] {
  const dots = new Map<string, Mark>()
  for (const point of points) {
    const [cx, cy] = [x(point.n), y(point.rate)].map(each => Math.round(each * 2) / 2)
    const fill = fillOf(point, data.overall.rate)
    const key = `${cx} ${cy} ${point.control}`
    if (!dots.has(key)) dots.set(key, dotMark(cx ?? 0, cy ?? 0, radiusOf(point), fill))
  }
  return [...dots.values()]
}

function radiusOf({ control }: Standing): number {
  return { within: 1.8, 'outside-95': 2.3, 'outside-998': 2.9 }[control]
}

function fillOf({ control, rate }: Standing, overall: number): string {
  if (control === 'within') return palette.muted
  return rate < overall ? palette.brick : palette.blueText
}

/** Names of the points outside, the farthest out first; one that finds no room is named in the words and the table. */
function labelMarks({ data, left, right, bottom, x, y, measure }: Plot, points: readonly Standing[]): Mark[] {
  const { rate } = data.overall
  const outness = (point: Standing) => Math.abs(point.rate - rate) * Math.sqrt(point.n)
  const named = points
    .filter(({ control }) => control !== 'within')
    .toSorted((a, b) => outness(b) - outness(a))
    .map(point => ({
      x: x(point.n),
      y: y(point.rate),
      text: point.label,
      weight: point.control === 'outside-998' ? ('bold' as const) : ('regular' as const),
      fill: fillOf(point, rate),
      side: point.rate < rate ? ('below' as const) : ('above' as const),
    }))
  return placeLabels(named, { left, right, top: 2, bottom }, measure)
}

function describe(data: FunnelPlot, points: readonly Standing[]): string {
  const { overall, format, formatCount, empty } = data
  if (points.length === 0) return `${overall.label}. ${empty}.`
  const outside = points.flatMap(({ label, n, rate, control }) =>
    control === 'within' ? [] : [`${label}: ${format(rate)} (${formatCount(n)}; ${data.outside[control]}).`],
  )
  return [`${overall.label}.`, data.within(points.length - outside.length), ...outside].join(' ')
}
