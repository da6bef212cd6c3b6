import { fitText, textMark, textSize } from './marks.ts'
import type { Measure, TextMark, TextWeight } from './scene.ts'

export type PointLabel = {
  /** Middle of the point that it names. */
  x: number
  y: number
  text: string
  weight: TextWeight
  fill: string
  /** Above or below the line that the points are compared with: where its name stands clear of that line. */
  side: 'above' | 'below'
}

export type Box = { left: number; right: number; top: number; bottom: number }

type Place = { x: number; y: number; anchor: TextMark['anchor'] }

const widestLabel = 110
const dotReach = 3

/**
 * Names beside their points, in the order given, none over another nor over another's point. One that finds no room
 * to the right, to the left, above or below is left out.
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
  const above: Place = { x, y: y - 5, anchor: 'middle' }
  const below: Place = { x, y: y + 10, anchor: 'middle' }
  const [first, last] = side === 'above' ? [above, below] : [below, above]
  const right: Place = { x: x + 5, y: y + 2.6, anchor: 'start' }
  return [right, first, { x: x - 5, y: y + 2.6, anchor: 'end' }, last]
}

function boxOf({ x, y, anchor }: Place, width: number): Box {
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return { left, right: left + width, top: y - textSize.axis * 0.75, bottom: y + textSize.axis * 0.25 }
}

function isWithin(box: Box, room: Box): boolean {
  const { left, right, top, bottom } = room
  return box.left >= left && box.right <= right && box.top >= top - 6 && box.bottom <= bottom + 1
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
