import type { VNode } from 'preact'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { chartOf } from '../open-charts/all-charts.ts'
import { chartIds } from '../open-charts/figure-chart.ts'
import { href, type PageContext } from '../page-context.ts'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { DateField, SelectField, type Option } from '../parts/fields.tsx'
import {
  countTile,
  FigureTiles,
  Freshness,
  medianTile,
  shareTile,
  type FigureTile,
} from '../parts/figure-tiles.tsx'
import { Button } from '../parts/form.tsx'
import { sectors } from '../sectors.ts'

export interface DashboardData {
  readonly form: FormState
  readonly institutions: readonly Option[]
  /** Null where the period in the address cannot be read. */
  readonly figures: OpenFigures | null
  /** The institution or the sector that the figures are of; null of all. */
  readonly who: string | null
  readonly mostMinutesOld: number
}

/** What is published, in figures; period, sector and institution are in the address. */
export function DashboardPage({ ctx, data }: { ctx: PageContext; data: DashboardData }): VNode {
  const { t } = ctx
  const { form, figures } = data
  return (
    <Layout
      ctx={ctx}
      title={t('dashboard.title')}
      description={t('dashboard.description')}
      problem={form.errors.length > 0}
    >
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('dashboard.title')}</h1>
      {figures ? <Subject ctx={ctx} data={data} figures={figures} /> : null}
      <Choice ctx={ctx} data={data} />
      {figures ? <Figures ctx={ctx} data={data} figures={figures} /> : null}
    </Layout>
  )
}

interface ShownProps {
  readonly ctx: PageContext
  readonly data: DashboardData
  readonly figures: OpenFigures
}

function Subject({ ctx, data, figures }: ShownProps): VNode {
  const { t, language } = ctx
  const { from, to } = figures.period
  const day = (date: typeof from) => dayText(language, date, 'plain')
  return (
    <p class="lead" data-announce="">
      {t('report.period', { from: day(from), to: day(to), asOf: day(figures.asOf) })}{' '}
      {t('dashboard.of', { who: data.who ?? t('dashboard.institution.all').toLowerCase() })}
    </p>
  )
}

function Choice({ ctx, data }: { ctx: PageContext; data: DashboardData }): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form: data.form, name })
  return (
    <details class="choice-box" open={data.form.errors.length > 0}>
      <summary>{t('dashboard.filters')}</summary>
      <form class="choice-form" method="get" action={href(ctx, '/tablero')} data-filters="" novalidate>
        <DateField {...field('desde')} label={t('report.from')} hint={t('filters.date.hint')} />
        <DateField {...field('hasta')} label={t('report.to')} />
        <SelectField
          {...field('sector')}
          label={t('dashboard.sector')}
          empty={t('dashboard.sector.all')}
          options={sectors.map(value => ({ value, label: t(`sectors.${value}`) }))}
        />
        <SelectField
          {...field('institucion')}
          label={t('dashboard.institution')}
          empty={t('dashboard.institution.all')}
          options={data.institutions}
        />
        <div class="choice-end">
          <Button>{t('dashboard.show')}</Button>
          {ctx.query === '' ? null : <a href={href(ctx, '/tablero')}>{t('dashboard.reset')}</a>}
        </div>
      </form>
    </details>
  )
}

function Figures({ ctx, data, figures }: ShownProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2 class="hidden">{t('report.figures')}</h2>
      <FigureTiles
        ctx={ctx}
        tiles={dashboardTiles(ctx, figures)}
        period={figures.period}
        asOf={figures.asOf}
      />
      {isEmpty(figures) ? (
        <p class="empty">{t('dashboard.none')}</p>
      ) : (
        <>
          <h2 class="hidden">{t('dashboard.charts')}</h2>
          <div class="charts">
            {chartIds.map(id => (
              <ChartFigure key={id} ctx={ctx} chart={chartOf(ctx, figures, id)} path="/tablero" />
            ))}
          </div>
        </>
      )}
      <section class="prose" aria-labelledby="como">
        <h2 id="como">{t('dashboard.how')}</h2>
        <p>{t('dashboard.how.published')}</p>
        <p>{t('dashboard.how.cohorts')}</p>
        <p>{t('dashboard.how.few')}</p>
        <p>{t('dashboard.how.same', { version: figures.methodVersion })}</p>
        <p>
          <a href={href(ctx, '/informes/ultimo')}>{t('twin.newest')}</a>
        </p>
        <Freshness ctx={ctx} takenAt={figures.takenAt} mostMinutesOld={data.mostMinutesOld} />
      </section>
    </>
  )
}

function isEmpty({ indicators: { volume, timeliness, outcomes } }: OpenFigures): boolean {
  return volume.received.count === 0 && (timeliness.onTime.n ?? 0) === 0 && (outcomes.full.n ?? 0) === 0
}

/** The four that open the dashboard. */
export function dashboardTiles(ctx: PageContext, { indicators }: OpenFigures): FigureTile[] {
  const { t } = ctx
  const { volume, timeliness, days } = indicators
  return [
    countTile(
      ctx,
      { label: t('figures.received'), note: t('figures.received.note', { pending: volume.pending.count }) },
      volume.received.count,
    ),
    shareTile(ctx, { label: t('figures.onTime'), note: t('figures.onTime.note') }, timeliness.onTime),
    medianTile(ctx, { label: t('figures.median'), note: t('figures.median.note') }, days.working),
    lateTile(ctx, timeliness.unanswered),
  ]
}

/** A count of people left without an answer, and its share beside it. */
function lateTile(
  ctx: PageContext,
  unanswered: OpenFigures['indicators']['timeliness']['unanswered'],
): FigureTile {
  const { t } = ctx
  return shareTile(
    ctx,
    {
      label: t('figures.unanswered'),
      note: t('figures.unanswered.note'),
      ...(unanswered.count > 0 ? { tone: 'late' } : {}),
    },
    unanswered,
  )
}
