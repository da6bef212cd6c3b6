import { scaleLinear } from 'd3-scale'
import { fitLines, fitText, horizontal, rectMark, textMark, textSize, vertical, widest } from './marks.ts'
import { palette } from './palette.ts'
import type { Mark, Measure, Scene, SceneFrame } from './scene.ts'

export type DaysHistogram = {
  title: string
  /** How many answers took that many working days; the index is the number of days. */
  counts: readonly number[]
  /** Answers that took more days than `counts` reaches. */
  beyond: number
  /** From fast to late; the last has no end. Each but the last ends on the day a term is due. */
  zones: readonly DaysZone[]
  axisLabel: string
  /** Names the last bar, such as «más de 40». */
  beyondLabel: string
  format: (value: number) => string
  empty: string
}

export type DaysZone = {
  /** The last working day of the zone; null is open. */
  upTo: number | null
  /** The figure that stands over the zone, such as «81.0 %». */
  value: string
  label: string
  tone: 'first' | 'second' | 'breach'
}

type Plot = {
  data: DaysHistogram
  left: number
  right: number
  top: number
  bottom: number
  step: number
  y: (value: number) => number
  measure: Measure
}

const fills = { first: palette.navy, second: palette.sky, breach: palette.brick } as const
const textFills = { first: palette.navy, second: palette.blueText, breach: palette.brick } as const
const zoneHead = 30
const lineHeight = 9

/** Of the zones' figures: the first at which they all fit. */
const valueSizes = [12, 10.5, 9] as const

/** A zone narrower than this bears no words. */
const narrowest = 24

/** Working days to answer, one bar a day, with a line where each term is due. */
export function daysHistogram(data: DaysHistogram, frame: SceneFrame): Scene {
  const { width, height, measure } = frame
  const scene = { width, height, title: data.title, desc: describe(data) }
  const most = Math.max(...data.counts, data.beyond)
  if (most <= 0) {
    const text = textMark(width / 2, height / 2, data.empty, { anchor: 'middle', fill: palette.muted })
    return { ...scene, marks: [text] }
  }
  const scale = scaleLinear().domain([0, most]).nice(3)
  const ticks = scale.ticks(3).filter(Number.isInteger)
  const left = widest(ticks.map(data.format), measure, textSize.axis) + 6
  const step = (width - left) / (data.counts.length + 1.5)
  const heads = headsOf({ data, left, right: width, step, measure })
  const second = heads.some(({ lines }) => lines.length > 1) ? lineHeight : 0
  const [top, bottom] = [zoneHead + 6 + second, height - 26]
  const y = scale.copy().range([bottom, top])
  const plot: Plot = { data, left, right: width, top, bottom, step, y, measure }
  return { ...scene, marks: [...axis(plot, ticks), ...bars(plot), ...zoneHeads(plot, heads), ...days(plot)] }
}

function axis({ data, left, right, y }: Plot, ticks: readonly number[]): Mark[] {
  return ticks.flatMap(tick => [
    horizontal(left, right, y(tick), { stroke: tick === 0 ? palette.muted : palette.hairline }),
    textMark(left - 4, y(tick) + 2.6, data.format(tick), {
      anchor: 'end',
      size: textSize.axis,
      fill: palette.muted,
    }),
  ])
}

function bars(plot: Plot): Mark[] {
  const { data, step, y, bottom } = plot
  const bar = (x: number, count: number, fill: string): Mark[] =>
    count > 0 ? [rectMark(x + step * 0.08, y(count), step * 0.84, bottom - y(count), fill)] : []
  const last = data.zones.at(-1)?.tone ?? 'breach'
  return [
    ...data.counts.flatMap((count, day) => bar(placeOf(plot, day), count, fills[toneOn(data, day)])),
    ...bar(beyondPlace(plot), data.beyond, fills[last]),
  ]
}

function placeOf({ left, step }: Pick<Plot, 'left' | 'step'>, day: number): number {
  return left + day * step
}

/** Half a bar of blank says that the last bar is not the next day. */
function beyondPlace(plot: Plot): number {
  return placeOf(plot, plot.data.counts.length + 0.5)
}

function toneOn({ zones }: DaysHistogram, day: number): DaysZone['tone'] {
  return zones.find(zone => zone.upTo === null || day <= zone.upTo)?.tone ?? 'breach'
}

type Head = { start: number; value: string; size: number; lines: string[] }

/** What stands over each zone; a zone that is too narrow for words bears none. */
function headsOf(plot: Omit<Plot, 'top' | 'bottom' | 'y'>): Head[] {
  const { data, right, measure } = plot
  const starts = data.zones.map((_, at) => zoneStart(plot, at))
  const rooms = data.zones.map((_, at) => (starts[at + 1] ?? right) - (starts[at] ?? plot.left) - 6)
  const fits = (size: number) =>
    data.zones.every(({ value }, at) => {
      const room = rooms[at] ?? 0
      return room < narrowest || measure(value, size, 'bold') <= room
    })
  const size = valueSizes.find(fits) ?? 9
  return data.zones.map((zone, at) => {
    const start = starts[at] ?? plot.left
    const room = rooms[at] ?? 0
    if (room < narrowest) return { start, value: '', size, lines: [] }
    const lines = fitLines(zone.label, room, measure, textSize.label, 'regular')
    return { start, value: fitText(zone.value, room, measure, size, 'bold'), size, lines }
  })
}

/** Each zone's figure over its bars, behind the due line that opens it. */
function zoneHeads({ data, bottom }: Plot, heads: readonly Head[]): Mark[] {
  return data.zones.flatMap(({ tone }, at) => {
    const { start = 0, value = '', size = 0, lines = [] } = heads[at] ?? {}
    const dash = { stroke: palette.muted, strokeWidth: 0.7, dash: [1.5, 1.5] }
    const line = at === 0 ? [] : [vertical(start, 2, bottom, dash)]
    if (value === '') return line
    return [
      ...line,
      textMark(start + 4, 12, value, { size, weight: 'bold', fill: textFills[tone] }),
      ...lines.map((text, below) => textMark(start + 4, 23 + below * lineHeight, text)),
    ]
  })
}

function zoneStart(plot: Pick<Plot, 'data' | 'left' | 'step'>, at: number): number {
  const before = plot.data.zones[at - 1]?.upTo ?? null
  return before === null ? plot.left : placeOf(plot, Math.min(before + 1, plot.data.counts.length))
}

function days(plot: Plot): Mark[] {
  const { data, bottom, right, step, left, measure } = plot
  const style = { anchor: 'middle', size: textSize.axis, fill: palette.muted } as const
  const beyondWidth = measure(data.beyondLabel, textSize.axis, 'regular')
  const limit = right - beyondWidth - 6
  const marks: Mark[] = []
  for (let day = 0; day < data.counts.length; day += 5) {
    const x = placeOf(plot, day) + step / 2
    if (x + 6 < limit) marks.push(textMark(x, bottom + 10, String(day), style))
  }
  marks.push(textMark(right, bottom + 10, data.beyondLabel, { ...style, anchor: 'end' }))
  const axisLabel = fitText(data.axisLabel, right - left, measure, textSize.axis, 'regular')
  return [...marks, textMark(left, bottom + 22, axisLabel, { ...style, anchor: 'start' })]
}

function describe({ zones, counts, beyond, beyondLabel, format }: DaysHistogram): string {
  const shares = zones.map(zone => `${zone.label}: ${zone.value}.`)
  const most = Math.max(...counts, 0)
  const peak = counts.indexOf(most)
  const tall = most > 0 ? [`${peak}: ${format(most)}.`] : []
  return [...shares, ...tall, `${beyondLabel}: ${format(beyond)}.`].join(' ')
}
