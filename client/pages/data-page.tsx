import { Fragment, type VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { formatsFor } from '../../server/i18n/format.ts'
import type { ColumnText, DatasetName } from '../../server/open-data/datasets.ts'
import type { SnapshotView } from '../../server/open-data/present-snapshot.ts'
import { dayText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { Freshness } from '../parts/figure-tiles.tsx'
import { Snapshots } from '../parts/snapshot-list.tsx'

export interface DataPageData {
  readonly datasets: readonly DatasetLine[]
  readonly licence: string
  readonly asOf: CalendarDate
  readonly takenAt: Date
  readonly mostMinutesOld: number
  readonly snapshots: readonly SnapshotView[]
}

interface DatasetLine {
  readonly name: DatasetName
  readonly count: number
  readonly columns: readonly ColumnText[]
}

/** Where the files are: one address for people and programs. */
const files = '/api/v1/open-data'

/** What can be taken away, what each column says, and on which terms. */
export function DataPage({ ctx, data }: { ctx: PageContext; data: DataPageData }): VNode {
  const { t } = ctx
  const day = dayText(ctx.language, data.asOf, 'plain')
  return (
    <Layout ctx={ctx} title={t('data.title')} description={t('data.description')}>
      <h1>{t('data.title')}</h1>
      <p class="lead">{t('data.lead')}</p>
      <div class="columns">
        <div>
          <h2 class="first">{t('data.sets')}</h2>
          <Datasets ctx={ctx} datasets={data.datasets} asOf={data.asOf} />
          <Freshness ctx={ctx} takenAt={data.takenAt} mostMinutesOld={data.mostMinutesOld} />
          <Snapshots ctx={ctx} snapshots={data.snapshots} />
          <Dictionary ctx={ctx} datasets={data.datasets} />
        </div>
        <Terms ctx={ctx} licence={data.licence} day={day} />
      </div>
    </Layout>
  )
}

/** On which terms, what is left out, and how programs ask. */
function Terms({ ctx, licence, day }: { ctx: PageContext; licence: string; day: string }): VNode {
  const { t } = ctx
  return (
    <aside aria-label={t('data.licence')}>
      <h2 class="first">{t('data.licence')}</h2>
      <p>{t('data.licence.text', { day })}</p>
      <p>
        <a href={licence} rel="license noopener noreferrer">
          {t('data.licence.link')}
        </a>
      </p>
      <h2>{t('data.never')}</h2>
      <p>{t('data.never.text')}</p>
      <h2>{t('data.format')}</h2>
      <p>{t('data.format.text')}</p>
      <h2>{t('data.api')}</h2>
      <p>{t('data.api.text')}</p>
      <ul class="plain addresses">
        {[files, `${files}/solicitudes.json`, `${files}/solicitudes.csv?limit=20`].map(address => (
          <li key={address}>
            <a href={address}>{address}</a>
          </li>
        ))}
      </ul>
      <h2>{t('data.feed')}</h2>
      <p>{t('data.feed.text')}</p>
      <p>
        <a href={href(ctx, '/novedades.atom')} type="application/atom+xml">
          {t('data.feed')}
        </a>
      </p>
    </aside>
  )
}

interface DatasetsProps {
  readonly ctx: PageContext
  readonly datasets: readonly DatasetLine[]
}

/** One row a dataset: what it holds, how many rows, of which day, and its files. */
function Datasets({ ctx, datasets, asOf }: DatasetsProps & { asOf: CalendarDate }): VNode {
  const { t, language } = ctx
  const { number } = formatsFor(language)
  return (
    <CardTable
      caption={t('data.sets')}
      head={[t('data.set'), t('data.rows'), t('data.updated'), t('data.files')]}
      labelled={[1, 2]}
      numbers={[1]}
      rows={datasets.map(({ name, count }) => ({
        key: name,
        cells: [
          <Fragment key="name">
            <span class="row-title">{t(`data.set.${name}`)}</span>
            <span class="row-under">{t(`data.set.${name}.text`)}</span>
          </Fragment>,
          number(count),
          <span key="day" class="nowrap">
            {dayText(language, asOf, 'short')}
          </span>,
          <DatasetFiles key="files" ctx={ctx} name={name} />,
        ],
      }))}
    />
  )
}

function DatasetFiles({ ctx, name }: { ctx: PageContext; name: DatasetName }): VNode {
  const { t } = ctx
  const of = <span class="hidden">: {t(`data.set.${name}`)}</span>
  return (
    <div class="dataset-files">
      {(['csv', 'json'] as const).map(format => (
        <a key={format} class="button button-secondary" href={`${files}/${name}.${format}`}>
          {t(`data.${format}`)}
          {of}
        </a>
      ))}
      <a class="dataset-sample" href={`${files}/${name}.csv?limit=20`}>
        {t('data.sample')}
        {of}
      </a>
    </div>
  )
}

function Dictionary({ ctx, datasets }: DatasetsProps): VNode {
  const { t, language } = ctx
  return (
    <section aria-labelledby="columnas">
      <h2 id="columnas">{t('data.columns')}</h2>
      {datasets.map(({ name, columns }) => (
        <details key={name} class="chart-data">
          <summary>{t(`data.set.${name}`)}</summary>
          <dl class="dictionary">
            {columns.map(column => (
              <div key={column.name}>
                <dt>{column.name}</dt>
                <dd>{column[language]}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
      <p>
        <a class="lone-link" href={`${files}/diccionario.csv`}>
          {t('data.dictionary')}
        </a>
      </p>
    </section>
  )
}
