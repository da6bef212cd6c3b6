import { scaleLinear } from 'd3-scale'
import { fitText, horizontal, rectMark, textMark, textSize, vertical, widest } from './marks.ts'
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
  const [top, bottom] = [zoneHead + 6, height - 26]
  const y = scale.copy().range([bottom, top])
  const step = (width - left) / (data.counts.length + 1.5)
  const plot: Plot = { data, left, right: width, top, bottom, step, y, measure }
  return { ...scene, marks: [...axis(plot, ticks), ...bars(plot), ...zoneHeads(plot), ...days(plot)] }
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

function placeOf({ left, step }: Plot, day: number): number {
  return left + day * step
}

/** Half a bar of blank says that the last bar is not the next day. */
function beyondPlace(plot: Plot): number {
  return placeOf(plot, plot.data.counts.length + 0.5)
}

function toneOn({ zones }: DaysHistogram, day: number): DaysZone['tone'] {
  return zones.find(zone => zone.upTo === null || day <= zone.upTo)?.tone ?? 'breach'
}

/** Each zone's figure over its bars, behind the due line that opens it. */
function zoneHeads(plot: Plot): Mark[] {
  const { data, right, bottom, measure } = plot
  const starts = data.zones.map((_, at) => zoneStart(plot, at))
  return data.zones.flatMap((zone, at) => {
    const start = starts[at] ?? plot.left
    const room = (starts[at + 1] ?? right) - start - 6
    const fill = textFills[zone.tone]
    const dash = { stroke: palette.muted, strokeWidth: 0.7, dash: [1.5, 1.5] }
    const line = at === 0 ? [] : [vertical(start, 2, bottom, dash)]
    if (room < narrowest) return line
    const value = fitText(zone.value, room, measure, 12, 'bold')
    const label = fitText(zone.label, room, measure, textSize.label, 'regular')
    return [
      ...line,
      textMark(start + 4, 12, value, { size: 12, weight: 'bold', fill }),
      textMark(start + 4, 23, label),
    ]
  })
}

function zoneStart(plot: Plot, at: number): number {
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
