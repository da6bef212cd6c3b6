/**
 * A chart as a flat list of marks: the same scene is printed as SVG on the web and drawn as vectors in the
 * PDF. Units are CSS pixels on the web and points in the PDF; the origin is the top left corner.
 */
export type Scene = {
  width: number
  height: number
  /** What the chart shows, in one line. */
  title: string
  /** The figures in words, computed from the same data as the marks. */
  desc: string
  marks: readonly Mark[]
}

export type Mark = RectMark | LineMark | PathMark | TextMark

export type RectMark = { kind: 'rect'; x: number; y: number; width: number; height: number; fill: string }

export type LineMark = {
  kind: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  stroke: string
  strokeWidth: number
  dash?: readonly number[]
}

/** `d` uses the commands M, L, C and Z only, absolute: lines and areas of d3-shape, and what every drawer reads. */
export type PathMark = {
  kind: 'path'
  d: string
  fill: string | null
  stroke: string | null
  strokeWidth: number
}

/** `x` is the left, middle or right of the text as `anchor` says; `y` is its baseline. */
export type TextMark = {
  kind: 'text'
  x: number
  y: number
  text: string
  size: number
  anchor: 'start' | 'middle' | 'end'
  weight: TextWeight
  fill: string
}

export type TextWeight = 'regular' | 'bold'

/** Width of a text at a size. The PDF answers from the font's own metrics, the web from an estimate. */
export type Measure = (text: string, size: number, weight: TextWeight) => number

export type SceneFrame = { width: number; height: number; measure: Measure }

/** Rounds to hundredths, so that a scene's JSON and SVG are short and alike on every machine. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** For the web, where no font is at hand: the mean advance of Source Sans, a little on the wide side. */
export function estimateWidth(text: string, size: number, weight: TextWeight): number {
  return [...text].length * size * (weight === 'bold' ? 0.57 : 0.54)
}
