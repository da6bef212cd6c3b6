import type { VNode } from 'preact'
import type { NationalPanel, PanelLine } from '../../../server/reports/national-panel.ts'
import { dayText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { SelectField, type Option } from '../../parts/fields.tsx'
import { Freshness } from '../../parts/figure-tiles.tsx'
import { Icon } from '../../parts/icon.tsx'
import { FirstThings, overdueThing } from './first-things.tsx'
import { MonthTrend } from './month-trend.tsx'
import { daysText, PeriodFields, shareText, Tiles, type Tile } from './period-figures.tsx'

export interface PanelData {
  readonly form: FormState
  readonly kinds: readonly Option[]
  /** Null where the period could not be read. */
  readonly panel: NationalPanel | null
  readonly mostMinutesOld: number
}

interface PanelProps {
  readonly ctx: PageContext
  readonly data: PanelData
}

/** The country: who is late, by how many of how many, and of whom nothing is known. */
export function PanelPage({ ctx, data }: PanelProps): VNode {
  const { t } = ctx
  const { form, panel } = data
  return (
    <Layout ctx={ctx} title={t('panel.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('panel.title')}</h1>
      <p class="lead">{t('panel.lead')}</p>
      <form class="period" method="get" action={href(ctx, '/panel')} novalidate>
        <PeriodFields ctx={ctx} form={form}>
          <SelectField
            ctx={ctx}
            form={form}
            name="tipo"
            label={t('panel.kind')}
            empty={t('panel.kind.all')}
            options={data.kinds}
          />
        </PeriodFields>
      </form>
      {panel ? <Figures ctx={ctx} panel={panel} mostMinutesOld={data.mostMinutesOld} /> : null}
    </Layout>
  )
}

interface FiguresProps {
  readonly ctx: PageContext
  readonly panel: NationalPanel
  readonly mostMinutesOld: number
}

function Figures({ ctx, panel, mostMinutesOld }: FiguresProps): VNode {
  const { t, language } = ctx
  const { period, asOf, all, institutions, withoutData } = panel
  const day = (date: typeof asOf) => dayText(language, date, 'plain')
  const tiles: readonly Tile[] = [
    { label: t('report.figure.received'), value: String(all.received), n: all.received },
    { label: t('report.figure.onTime'), value: shareText(ctx, all.onTime), n: all.onTime.n ?? 0 },
    { label: t('report.figure.unanswered'), value: shareText(ctx, all.unanswered), n: all.unanswered.n ?? 0 },
    { label: t('report.figure.median'), value: daysText(ctx, all.days), n: all.days.n },
  ]
  return (
    <>
      <p class="soft">
        {t('report.period', { from: day(period.from), to: day(period.to), asOf: day(asOf) })}
      </p>
      <Freshness ctx={ctx} takenAt={panel.takenAt} mostMinutesOld={mostMinutesOld} />
      <Tiles ctx={ctx} tiles={tiles} />
      <div class="columns">
        <FirstThings
          ctx={ctx}
          overdue={overdueThing(ctx, all)}
          others={[
            { path: '/recursos', text: t('panel.openReviews', { count: all.openReviews }) },
            { path: '/disputas', text: t('panel.disputes') },
            { path: `/informe?desde=${period.from}&hasta=${period.to}`, text: t('panel.report') },
          ]}
        />
        <MonthTrend ctx={ctx} months={panel.months} path="/panel/meses.csv" />
      </div>
      <Outliers ctx={ctx} lines={institutions} />
      <h2 id="instituciones">{t('panel.byLate')}</h2>
      {institutions.length === 0 ? (
        <p class="empty">{t('report.noData')}</p>
      ) : (
        <ByLate ctx={ctx} panel={panel} />
      )}
      <WithoutData ctx={ctx} names={withoutData} />
    </>
  )
}

/** Only those whose interval lies apart from the overall rate; nobody with fewer than ten cases. */
function Outliers({ ctx, lines }: { ctx: PageContext; lines: readonly PanelLine[] }): VNode {
  const { t } = ctx
  const apart = lines.filter(({ position }) => position === 'below' || position === 'above')
  return (
    <section aria-labelledby="fuera">
      <h2 id="fuera">{t('panel.outliers')}</h2>
      <p class="soft">{t('panel.outliers.lead')}</p>
      {apart.length === 0 ? <p>{t('panel.outliers.none')}</p> : null}
      <ul class="plain">
        {apart.map(line => (
          <li key={line.id} class="week-line">
            <Icon name={line.position === 'below' ? 'warning' : 'check'} />
            <p>
              {t(`panel.outlier.${line.position === 'below' ? 'below' : 'above'}`, {
                name: line.name,
                share: shareText(ctx, line.onTime),
                count: line.onTime.count,
                n: line.onTime.n ?? 0,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ByLate({ ctx, panel }: Omit<FiguresProps, 'mostMinutesOld'>): VNode {
  const { t } = ctx
  const query = new URLSearchParams({ desde: panel.period.from, hasta: panel.period.to })
  return (
    <>
      <p class="soft">{t('report.few')}</p>
      <CardTable
        caption={t('panel.byLate')}
        head={[
          t('report.institution'),
          t('panel.late'),
          t('report.due'),
          t('report.figure.onTime'),
          t('report.figure.median'),
          t('panel.now'),
        ]}
        labelled={[1, 2, 3, 4, 5]}
        numbers={[1, 2, 3, 4, 5]}
        rows={panel.institutions.map(line => ({
          key: line.id,
          cells: [
            <a key="name" class="row-title" href={href(ctx, `/panel/${line.id}?${query}`)}>
              {line.name}
            </a>,
            line.late.count + line.unanswered.count,
            line.onTime.n ?? 0,
            shareText(ctx, line.onTime),
            daysText(ctx, line.days),
            line.overdueNow,
          ],
        }))}
      />
    </>
  )
}

function WithoutData({
  ctx,
  names,
}: {
  ctx: PageContext
  names: NationalPanel['withoutData']
}): VNode | null {
  if (names.length === 0) return null
  return (
    <section aria-labelledby="sin-datos">
      <h2 id="sin-datos">{ctx.t('panel.withoutData')}</h2>
      <p>{ctx.t('panel.withoutData.lead', { count: names.length })}</p>
      <details class="other-clock">
        <summary>{ctx.t('panel.withoutData.names')}</summary>
        <ul>
          {names.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}
