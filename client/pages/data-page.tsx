import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { ColumnText, DatasetName } from '../../server/open-data/datasets.ts'
import type { SnapshotView } from '../../server/open-data/present-snapshot.ts'
import { dayText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
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
          {data.datasets.map(dataset => (
            <DatasetCard key={dataset.name} ctx={ctx} dataset={dataset} day={day} />
          ))}
          <p>
            <a href={`${files}/diccionario.csv`}>{t('data.dictionary')}</a>
          </p>
          <Freshness ctx={ctx} takenAt={data.takenAt} mostMinutesOld={data.mostMinutesOld} />
          <Snapshots ctx={ctx} snapshots={data.snapshots} />
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

interface CardProps {
  readonly ctx: PageContext
  readonly dataset: DatasetLine
  readonly day: string
}

function DatasetCard({ ctx, dataset, day }: CardProps): VNode {
  const { t } = ctx
  const { name, count, columns } = dataset
  const title = t(`data.set.${name}`)
  return (
    <section class="card" aria-labelledby={`c-${name}`}>
      <h3 class="first" id={`c-${name}`}>
        {title}
      </h3>
      <p>{t(`data.set.${name}.text`)}</p>
      <p class="soft small">{t('data.count', { count, day })}</p>
      <p class="buttons">
        {(['csv', 'json'] as const).map(format => (
          <a key={format} class="button button-secondary" href={`${files}/${name}.${format}`}>
            {t(`data.${format}`)}
            <span class="hidden">: {title}</span>
          </a>
        ))}
        <a href={`${files}/${name}.csv?limit=20`}>
          {t('data.sample')}
          <span class="hidden">: {title}</span>
        </a>
      </p>
      <details class="chart-data">
        <summary>
          {t('data.columns')}
          <span class="hidden">: {title}</span>
        </summary>
        <dl class="dictionary">
          {columns.map(column => (
            <div key={column.name}>
              <dt>{column.name}</dt>
              <dd>{column[ctx.language]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
