import type { PageContext } from '../page-context.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { daysChart } from './days-chart.ts'
import type { ChartId, FigureChart } from './figure-chart.ts'
import { monthsChart } from './months-chart.ts'
import { onTimeChart } from './on-time-chart.ts'
import { outcomesChart } from './outcomes-chart.ts'

const charts: Readonly<Record<ChartId, (ctx: PageContext, figures: OpenFigures) => FigureChart>> = {
  meses: monthsChart,
  'en-plazo': onTimeChart,
  resultados: outcomesChart,
  dias: daysChart,
}

/** The chart as the page shows it and as its files repeat it. */
export function chartOf(ctx: PageContext, figures: OpenFigures, id: ChartId): FigureChart {
  return charts[id](ctx, figures)
}
