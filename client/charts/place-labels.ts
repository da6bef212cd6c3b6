import { fitText, textMark, textSize } from './marks.ts'
import type { Measure, TextMark, TextWeight } from './scene.ts'

export type PointLabel = {
  /** Middle of the point that it names. */
  x: number
  y: number
  text: string
  weight: TextWeight
  fill: string
  /** Where its name is to stand if it can: away from the line that the points are compared with. */
  side: 'above' | 'below'
}

export type Box = { left: number; right: number; top: number; bottom: number }

type Place = { x: number; y: number; anchor: TextMark['anchor'] }

const widestLabel = 110
const dotReach = 3

/**
 * Names beside their points, in the order given, none over another nor over another's point. One that finds no room
 * on any side is left out.
 */
export function placeLabels(labels: readonly PointLabel[], room: Box, measure: Measure): TextMark[] {
  const points = labels.map(({ x, y }) => ({
    left: x - dotReach,
    right: x + dotReach,
    top: y - dotReach,
    bottom: y + dotReach,
  }))
  const taken: Box[] = []
  return labels.flatMap((label, own) => {
    const text = fitText(label.text, widestLabel, measure, textSize.axis, label.weight)
    const width = measure(text, textSize.axis, label.weight)
    const others = points.filter((_, at) => at !== own)
    const place = placesOf(label).find(each => {
      const box = boxOf(each, width)
      return isWithin(box, room) && ![...taken, ...others].some(other => overlap(box, other))
    })
    if (place === undefined) return []
    taken.push(boxOf(place, width))
    const { x, y, anchor } = place
    return [textMark(x, y, text, { anchor, size: textSize.axis, weight: label.weight, fill: label.fill })]
  })
}

function placesOf({ x, y, side }: PointLabel): readonly Place[] {
  const [away, back] = side === 'above' ? [y - 5, y + 10] : [y + 10, y - 5]
  return [
    { x, y: away, anchor: 'middle' },
    { x: x + 4, y: away, anchor: 'start' },
    { x: x - 4, y: away, anchor: 'end' },
    { x: x + 5, y: y + 2.6, anchor: 'start' },
    { x: x - 5, y: y + 2.6, anchor: 'end' },
    { x, y: back, anchor: 'middle' },
  ]
}

function boxOf({ x, y, anchor }: Place, width: number): Box {
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return { left, right: left + width, top: y - textSize.axis * 0.75, bottom: y + textSize.axis * 0.25 }
}

function isWithin(box: Box, room: Box): boolean {
  const { left, right, top, bottom } = room
  return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
