import type { Scene, SceneFrame, TextWeight } from '../charts/scene.ts'
import type { PageContext } from '../page-context.ts'
import { formatsFor } from '../../server/i18n/format.ts'
import type { FigureSummary } from '../../server/domain/statistics/figure.ts'

/** All that a chart needs of a page: the same figures then give the same drawing to every reader of a language. */
export type Words = Pick<PageContext, 't' | 'language'>

export const chartIds = ['meses', 'en-plazo', 'embudo', 'resultados', 'dias'] as const

export type ChartId = (typeof chartIds)[number]

/** A chart with what goes with it everywhere: a sentence, a table, and both again as files. */
export interface FigureChart {
  readonly id: ChartId
  readonly title: string
  /** What the figures say, in one or two sentences, with n. */
  readonly sentence: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
  /** Columns whose numbers are shares from 0 to 1. */
  readonly shares: readonly number[]
  /** Null where there is too little to draw: nobody is compared on fewer than ten cases. */
  readonly draw: ((size: ChartSize) => Scene) | null
}

export type ChartCell = string | number | null

export type ChartSize = 'wide' | 'narrow'

/** In the chart's own units: text of 8 is then read at some 13 px on a wide page and 11 px on a phone. */
const widths = { wide: 340, narrow: 210 } as const satisfies Record<ChartSize, number>

export function frameOf(size: ChartSize, height: number): SceneFrame {
  return { width: widths[size], height, measure: screenWidth }
}

/** The page's letters are those of the reader's system: the widest of them must fit. */
function screenWidth(text: string, size: number, weight: TextWeight): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const others = [...text].length - capitals
  return size * (weight === 'bold' ? 1.07 : 1) * (0.58 * others + 0.7 * capitals)
}

/** '63%', '4 de 7' below ten cases, 'sin datos' of none. */
export function shareText({ t, language }: Words, { rate, count, n }: FigureSummary): string {
  if (n === null || n === 0) return t('report.none')
  return rate === null ? t('report.of', { count, n }) : formatsFor(language).percent(rate)
}

/** '37% a 72%', or null where the share has no interval. */
export function intervalText({ t, language }: Words, { interval }: FigureSummary): string | null {
  if (interval === null) return null
  const { percent } = formatsFor(language)
  return t('figures.interval', { low: percent(interval.low), high: percent(interval.high) })
}

/** Whole points, for where the interval beside it is some ten points wide; all and none are said of those alone. */
export function pointsText({ language }: Words, share: number): string {
  const points = Math.round(share * 100)
  const kept = share > 0 && share < 1 ? Math.min(99, Math.max(1, points)) : points
  return formatsFor(language).percent(kept / 100)
}

export function numberText({ language }: Words, value: number): string {
  return formatsFor(language).number(value)
}
