import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { sceneToSvg } from '../charts/svg.ts'
import { daysChart } from './days-chart.ts'
import type { ChartId, ChartSize, FigureChart, Words } from './figure-chart.ts'
import { funnelChart } from './funnel-chart.ts'
import { monthsChart } from './months-chart.ts'
import { onTimeChart } from './on-time-chart.ts'
import { outcomesChart } from './outcomes-chart.ts'

const charts: Readonly<Record<ChartId, (words: Words, figures: OpenFigures) => FigureChart>> = {
  meses: monthsChart,
  'en-plazo': onTimeChart,
  embudo: funnelChart,
  resultados: outcomesChart,
  dias: daysChart,
}

/** The chart as the page shows it and as its files repeat it. Made once for each figures and language. */
export function chartOf({ t, language }: Words, figures: OpenFigures, id: ChartId): FigureChart {
  const known = made.get(figures) ?? new Map<string, FigureChart>()
  made.set(figures, known)
  const key = `${language} ${id}`
  const chart = known.get(key) ?? charts[id]({ t, language }, figures)
  known.set(key, chart)
  return chart
}

const made = new WeakMap<OpenFigures, Map<string, FigureChart>>()

/** The drawing as markup, every text in it escaped; null where there is too little to draw. */
export function drawingOf(chart: FigureChart, size: ChartSize): string | null {
  if (chart.draw === null) return null
  const known = drawn.get(chart) ?? new Map<ChartSize, string>()
  drawn.set(chart, known)
  const markup = known.get(size) ?? sceneToSvg(chart.draw(size), { id: `g-${chart.id}-${size}` })
  known.set(size, markup)
  return markup
}

const drawn = new WeakMap<FigureChart, Map<ChartSize, string>>()
