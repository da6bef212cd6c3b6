import type { VNode } from 'preact'
import type { MonthLine } from '../../../server/reports/month-lines.ts'
import { monthlyLines, type MonthlyLines } from '../../charts/monthly-lines.ts'
import { sceneToSvg } from '../../charts/svg.ts'
import { monthText } from '../../dates.ts'
import { frameOf, numberText, type ChartSize } from '../../open-charts/figure-chart.ts'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'

interface TrendProps {
  readonly ctx: PageContext
  readonly months: readonly MonthLine[]
  /** Where its file is: '/panel/mem/meses.csv', with this page's query. */
  readonly path: string
}

/** Fewer due ones make no line worth following. */
const fewest = 10

/** How answers went, month by month: a sentence, a drawing where there is enough, a table, a file. */
export function MonthTrend(props: TrendProps): VNode {
  const { t } = props.ctx
  return (
    <section class="trend" aria-labelledby="meses">
      <h2 id="meses">{t('sheet.months')}</h2>
      {props.months.length === 0 ? <p class="empty">{t('report.noData')}</p> : <Trend {...props} />}
    </section>
  )
}

function Trend({ ctx, months, path }: TrendProps): VNode {
  const { t, language } = ctx
  const due = sum(months, month => month.due)
  const worst = months.reduce<MonthLine | null>(
    (most, month) => (lateIn(month) > (most ? lateIn(most) : 0) ? month : most),
    null,
  )
  const data: MonthlyLines = {
    title: t('sheet.months'),
    months: months.map(({ month }) => monthText(language, month, 'short')),
    series: [
      { label: t('sheet.line.due'), tone: 'first', values: months.map(month => month.due) },
      { label: t('chart.line.onTime'), tone: 'second', values: months.map(month => month.onTime) },
      { label: t('chart.line.unanswered'), tone: 'breach', values: months.map(month => month.unanswered) },
    ],
    format: value => numberText(ctx, value),
    empty: t('report.none'),
  }
  const isDrawn = due >= fewest && months.length > 1
  return (
    <>
      <p>
        {worst === null
          ? t('sheet.months.none', { due })
          : t('sheet.months.sentence', {
              ...{ due, late: sum(months, lateIn), count: lateIn(worst) },
              month: monthText(language, worst.month, 'long'),
            })}
      </p>
      {isDrawn ? <Drawing data={data} size="wide" /> : <p class="soft">{t('chart.tooFew')}</p>}
      {isDrawn ? <Drawing data={data} size="narrow" /> : null}
      <details class="chart-data">
        <summary>{t('chart.table')}</summary>
        <MonthTable ctx={ctx} months={months} />
      </details>
      <p class="chart-files screen-only">
        <a href={href(ctx, `${path}${ctx.query}`)}>
          {t('chart.csv')}
          <span class="hidden">: {t('sheet.months')}</span>
        </a>
      </p>
    </>
  )
}

function MonthTable({ ctx, months }: Omit<TrendProps, 'path'>): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={t('sheet.months')}
      head={[t('sheet.month'), t('report.due'), t('report.inTime'), t('report.late'), t('report.silent')]}
      labelled={[1, 2, 3, 4]}
      numbers={[1, 2, 3, 4]}
      narrow="figures"
      rows={months.map(({ month, due, onTime, late, unanswered }) => ({
        key: month,
        cells: [monthText(language, month, 'long'), due, onTime, late, unanswered],
      }))}
    />
  )
}

/** The markup is our own: every text in it was escaped where it was made. */
function Drawing({ data, size }: { data: MonthlyLines; size: ChartSize }): VNode {
  const scene = monthlyLines(data, frameOf(size, size === 'wide' ? 160 : 140))
  const __html = sceneToSvg(scene, { id: `g-meses-${size}` })
  return <div class={`drawing drawing-${size}`} dangerouslySetInnerHTML={{ __html }} />
}

function lateIn({ late, unanswered }: MonthLine): number {
  return late + unanswered
}

function sum(months: readonly MonthLine[], count: (month: MonthLine) => number): number {
  return months.reduce((total, month) => total + count(month), 0)
}
