import { palette } from './palette.ts'
import { hundredths } from './scene.ts'
import type { LineMark, Measure, PathMark, RectMark, TextMark, TextWeight } from './scene.ts'

/** Text sizes of charts, alike on paper and screen. */
export const textSize = { label: 8, axis: 7.5, value: 8.5, figure: 14 } as const

type TextOptions = {
  anchor?: TextMark['anchor']
  size?: number
  weight?: TextWeight
  fill?: string
}

export function textMark(x: number, y: number, text: string, options: TextOptions = {}): TextMark {
  const { anchor = 'start', size = textSize.label, weight = 'regular', fill = palette.ink } = options
  return { kind: 'text', x: hundredths(x), y: hundredths(y), text, size, anchor, weight, fill }
}

export function rectMark(x: number, y: number, width: number, height: number, fill: string): RectMark {
  const [left, top] = [hundredths(x), hundredths(y)]
  return { kind: 'rect', x: left, y: top, width: hundredths(width), height: hundredths(height), fill }
}

type LineOptions = { stroke?: string; strokeWidth?: number; dash?: readonly number[] }

export function horizontal(x1: number, x2: number, y: number, options: LineOptions = {}): LineMark {
  return lineMark(x1, y, x2, y, options)
}

export function vertical(x: number, y1: number, y2: number, options: LineOptions = {}): LineMark {
  return lineMark(x, y1, x, y2, options)
}

function lineMark(x1: number, y1: number, x2: number, y2: number, options: LineOptions): LineMark {
  const { stroke = palette.hairline, strokeWidth = 0.5, dash } = options
  const [fromX, fromY, toX, toY] = [hundredths(x1), hundredths(y1), hundredths(x2), hundredths(y2)]
  const line: LineMark = { kind: 'line', x1: fromX, y1: fromY, x2: toX, y2: toY, stroke, strokeWidth }
  return dash === undefined ? line : { ...line, dash }
}

export function curveMark(d: string, stroke: string, strokeWidth: number): PathMark {
  return { kind: 'path', d, fill: null, stroke, strokeWidth }
}

/** A filled disc, as four Bézier curves. */
export function dotMark(x: number, y: number, radius: number, fill: string): PathMark {
  const k = radius * 0.5523
  const at = (dx: number, dy: number): string => `${hundredths(x + dx)},${hundredths(y + dy)}`
  const d =
    `M${at(radius, 0)}C${at(radius, k)},${at(k, radius)},${at(0, radius)}` +
    `C${at(-k, radius)},${at(-radius, k)},${at(-radius, 0)}` +
    `C${at(-radius, -k)},${at(-k, -radius)},${at(0, -radius)}` +
    `C${at(k, -radius)},${at(radius, -k)},${at(radius, 0)}Z`
  return { kind: 'path', d, fill, stroke: null, strokeWidth: 0 }
}

/** Shortens with an ellipsis what is wider than `limit`; the scene's `desc` has it in full. */
export function fitText(
  text: string,
  limit: number,
  measure: Measure,
  size: number,
  weight: TextWeight,
): string {
  if (measure(text, size, weight) <= limit) return text
  const letters = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(shortened(letters, middle), size, weight) <= limit) low = middle
    else high = middle - 1
  }
  return shortened(letters, low)
}

/** One line where the text fits, else two broken at a space; what is still too wide is shortened. */
export function fitLines(
  text: string,
  limit: number,
  measure: Measure,
  size: number,
  weight: TextWeight,
): string[] {
  const words = text.split(' ')
  const fits = (count: number) => measure(words.slice(0, count).join(' '), size, weight) <= limit
  let first = words.length
  while (first > 1 && !fits(first)) first -= 1
  const lines = [words.slice(0, first).join(' '), words.slice(first).join(' ')]
  return lines.filter(line => line !== '').map(line => fitText(line, limit, measure, size, weight))
}

function shortened(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join('').trimEnd()}…`
}

export function widest(
  texts: readonly string[],
  measure: Measure,
  size: number,
  weight: TextWeight = 'regular',
): number {
  return texts.reduce((most, text) => Math.max(most, measure(text, size, weight)), 0)
}

/** Moves heights apart until neighbours are `gap` from one another, keeping them between `top` and `bottom`. */
export function spreadHeights(
  heights: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = heights.map((_, at) => at).toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const placed = [...heights]
  let floor = top
  for (const at of order) {
    placed[at] = Math.max(placed[at] ?? 0, floor)
    floor = (placed[at] ?? 0) + gap
  }
  let ceiling = bottom
  for (const at of order.toReversed()) {
    placed[at] = Math.min(placed[at] ?? 0, ceiling)
    ceiling = (placed[at] ?? 0) - gap
  }
  return placed
}
