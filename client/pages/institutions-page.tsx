import type { VNode } from 'preact'
import type { InstitutionLine } from '../../server/open-data/institution-record.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { numberText, shareText } from '../open-charts/figure-chart.ts'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { SelectField, TextField } from '../parts/fields.tsx'
import { Freshness } from '../parts/figure-tiles.tsx'
import { Button } from '../parts/form.tsx'
import { Pager } from '../parts/pager.tsx'
import { sectorName, sectors } from '../sectors.ts'

export interface InstitutionsData {
  readonly form: FormState
  /** Those found, of this page. */
  readonly lines: readonly InstitutionLine[]
  readonly count: number
  readonly nextCursor: string | null
  readonly mayAdd: boolean
  readonly figures: Pick<OpenFigures, 'period' | 'asOf' | 'takenAt'>
  readonly mostMinutesOld: number
}

const path = '/instituciones'

/** Every institution by name, with its record of the last twelve months. */
export function InstitutionsPage({ ctx, data }: { ctx: PageContext; data: InstitutionsData }): VNode {
  const { t, language } = ctx
  const { from, to } = data.figures.period
  const day = (date: typeof from) => dayText(language, date, 'plain')
  return (
    <Layout ctx={ctx} title={t('institutions.title')} description={t('institutions.public.description')}>
      <div class="head">
        <div>
          <h1>{t('institutions.title')}</h1>
          <p class="lead">{t('institutions.public.lead')}</p>
        </div>
        {data.mayAdd ? (
          <a class="button button-secondary" href={href(ctx, `${path}/nueva`)}>
            {t('office.add')}
          </a>
        ) : null}
      </div>
      <Search ctx={ctx} form={data.form} />
      <div class="list-top">
        <h2 data-announce="">{t('institutions.count', { count: data.count })}</h2>
        <p class="soft small">
          {t('report.period', { from: day(from), to: day(to), asOf: day(data.figures.asOf) })}
        </p>
      </div>
      {data.lines.length === 0 ? <NoneFound ctx={ctx} /> : <Lines ctx={ctx} lines={data.lines} />}
      <Pager ctx={ctx} path={path} query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
      <p class="soft small">{t('institution.years.few')}</p>
      <Freshness ctx={ctx} takenAt={data.figures.takenAt} mostMinutesOld={data.mostMinutesOld} />
    </Layout>
  )
}

function Search({ ctx, form }: { ctx: PageContext; form: FormState }): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <form class="choice-form search-form" method="get" action={href(ctx, path)} role="search" data-filters="">
      <TextField
        {...field('q')}
        type="search"
        label={t('institutions.search')}
        hint={t('institutions.search.hint')}
      />
      <SelectField
        {...field('sector')}
        label={t('dashboard.sector')}
        empty={t('dashboard.sector.all')}
        options={sectors.map(value => ({ value, label: t(`sectors.${value}`) }))}
      />
      <div class="search-end">
        <Button>{t('institutions.search.submit')}</Button>
      </div>
    </form>
  )
}

function NoneFound({ ctx }: { ctx: PageContext }): VNode {
  return (
    <div class="empty">
      <p>{ctx.t('institutions.none')}</p>
      <p>
        <a href={href(ctx, path)}>{ctx.t('institutions.all')}</a>
      </p>
    </div>
  )
}

function Lines({ ctx, lines }: { ctx: PageContext; lines: readonly InstitutionLine[] }): VNode {
  const { t } = ctx
  return (
    <CardTable
      caption={t('institutions.title')}
      head={[
        t('institutions.name'),
        t('institutions.due'),
        t('institutions.onTime'),
        t('institutions.unanswered'),
        t('institutions.median'),
      ]}
      labelled={[1, 2, 3, 4]}
      numbers={[1, 2, 3, 4]}
      rows={lines.map(line => ({
        key: line.id,
        cells: [<Name key="name" ctx={ctx} line={line} />, ...figureCells(ctx, line)],
      }))}
    />
  )
}

function Name({ ctx, line }: { ctx: PageContext; line: InstitutionLine }): VNode {
  return (
    <>
      <a class="row-title" href={href(ctx, `${path}/${line.id}`)}>
        {line.name}
      </a>
      <span class="row-under">
        {line.acronym} · {sectorName(ctx, line.kind)}
      </span>
    </>
  )
}

function figureCells(ctx: PageContext, { figures }: InstitutionLine): (string | VNode)[] {
  const { t } = ctx
  if (figures === null) return [t('report.none'), '–', '–', '–']
  const { onTime, unanswered, days } = figures
  const n = onTime.n ?? 0
  return [
    numberText(ctx, n),
    <OnTime key="onTime" ctx={ctx} onTime={onTime} />,
    n === 0 ? '–' : numberText(ctx, unanswered.count),
    days.median === null ? '–' : t('report.days', { days: days.median }),
  ]
}

/** A share never stands without its n. */
function OnTime({
  ctx,
  onTime,
}: {
  ctx: PageContext
  onTime: NonNullable<InstitutionLine['figures']>['onTime']
}): VNode {
  return (
    <>
      {shareText(ctx, onTime)}
      {onTime.rate === null ? null : (
        <span class="soft"> {ctx.t('institutions.onTime.of', { n: numberText(ctx, onTime.n ?? 0) })}</span>
      )}
    </>
  )
}
