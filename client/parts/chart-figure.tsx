import type { VNode } from 'preact'
import { drawingOf } from '../open-charts/all-charts.ts'
import { numberText, type ChartCell, type ChartSize, type FigureChart } from '../open-charts/figure-chart.ts'
import { formatsFor } from '../../server/i18n/format.ts'
import { href, type PageContext } from '../page-context.ts'

interface ChartProps {
  readonly ctx: PageContext
  readonly chart: FigureChart
  /** Where its files are: '/tablero', with this page's query. */
  readonly path: string
}

/** A chart with its sentence, its table and its files. Drawn twice: CSS shows the one whose text fits. */
export function ChartFigure({ ctx, chart, path }: ChartProps): VNode {
  const { t } = ctx
  const { id, title, sentence, draw } = chart
  const file = (ending: string) => href(ctx, `${path}/${id}.${ending}${ctx.query}`)
  return (
    <section class="chart-block" aria-labelledby={`g-${id}`}>
      <h3 id={`g-${id}`}>{title}</h3>
      <p>{sentence}</p>
      {draw === null ? <p class="soft">{t('chart.tooFew')}</p> : null}
      <Drawing chart={chart} size="wide" />
      <Drawing chart={chart} size="narrow" />
      {chart.rows.length === 0 ? null : (
        <details class="chart-data">
          <summary>{t('chart.table')}</summary>
          <ChartTable ctx={ctx} chart={chart} />
        </details>
      )}
      <p class="chart-files">
        <a href={file('csv')}>
          {t('chart.csv')}
          <span class="hidden">: {title}</span>
        </a>
        {draw === null ? null : (
          <a href={file('svg')}>
            {t('chart.svg')}
            <span class="hidden">: {title}</span>
          </a>
        )}
      </p>
    </section>
  )
}

interface DrawingProps {
  readonly chart: FigureChart
  readonly size: ChartSize
}

function Drawing({ chart, size }: DrawingProps): VNode | null {
  const __html = drawingOf(chart, size)
  if (__html === null) return null
  return <div class={`drawing drawing-${size}`} dangerouslySetInnerHTML={{ __html }} />
}

function ChartTable({ ctx, chart }: Pick<ChartProps, 'ctx' | 'chart'>): VNode {
  const [, ...columns] = chart.head
  return (
    <div
      class="table-scroll"
      tabIndex={0}
      role="region"
      aria-label={ctx.t('chart.tableOf', { title: chart.title })}
    >
      <table class="figures-table">
        <caption class="hidden">{chart.title}</caption>
        <thead>
          <tr>
            <th scope="col">{chart.head[0]}</th>
            {columns.map(name => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={columns[at]} class="number">
                  {cellText(ctx, cell, chart.shares.includes(at + 1))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellText(ctx: PageContext, cell: ChartCell, isShare: boolean): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  return isShare ? formatsFor(ctx.language).percent(cell) : numberText(ctx, cell)
}
