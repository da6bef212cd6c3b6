import type { VNode } from 'preact'
import type { EditionView } from '../../server/editions/edition-view.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import type { RequestSummary } from '../../server/requests/request-view.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { FigureTiles, Freshness } from '../parts/figure-tiles.tsx'
import { Button } from '../parts/form.tsx'
import { RequestRows } from '../parts/request-rows.tsx'
import { dashboardTiles } from './dashboard-page.tsx'
import { editionPeriod } from './editions/editions-page.tsx'

export interface PublicHomeData {
  /** Of the last twelve months. */
  readonly figures: OpenFigures
  /** Decided last, newest first. */
  readonly latest: readonly RequestSummary[]
  readonly mostMinutesOld: number
  /** The latest published report that stands. */
  readonly newest?: EditionView | null
}

/** For those who are not signed in: what this is, what it says today, and how to ask. */
export function PublicHomePage({ ctx, data }: { ctx: PageContext; data: PublicHomeData }): VNode {
  const { t } = ctx
  const { figures } = data
  return (
    <Layout ctx={ctx} title={t('home.public.title')} description={t('home.lead')}>
      <h1>{t('home.public.title')}</h1>
      <p class="lead">{t('home.lead')}</p>
      <Search ctx={ctx} />
      <section aria-labelledby="cifras">
        <h2 id="cifras">{t('home.figures')}</h2>
        <FigureTiles
          ctx={ctx}
          tiles={dashboardTiles(ctx, figures).slice(0, 3)}
          period={figures.period}
          asOf={figures.asOf}
        />
        <p>
          <a href={href(ctx, '/tablero')}>{t('home.figures.more')}</a>
        </p>
      </section>
      <Newest ctx={ctx} newest={data.newest ?? null} />
      <HowToAsk ctx={ctx} />
      <section aria-labelledby="resueltas">
        <h2 id="resueltas">{t('home.latest')}</h2>
        {data.latest.length === 0 ? (
          <p class="empty">{t('home.latest.none')}</p>
        ) : (
          <RequestRows ctx={ctx} caption={t('home.latest')} rows={data.latest} />
        )}
        <p>
          <a href={href(ctx, '/solicitudes')}>{t('home.latest.more')}</a>
        </p>
      </section>
      <Freshness ctx={ctx} takenAt={figures.takenAt} mostMinutesOld={data.mostMinutesOld} />
    </Layout>
  )
}

function Newest({ ctx, newest }: { ctx: PageContext; newest: EditionView | null }): VNode | null {
  const { t } = ctx
  if (newest === null) return null
  const { code } = newest
  return (
    <section aria-labelledby="ultimo-informe">
      <h2 id="ultimo-informe">{t('twin.newest')}</h2>
      <p>{t('twin.newest.lead', { code, period: editionPeriod(ctx, newest) })}</p>
      <p class="buttons">
        <a class="button" href={href(ctx, `/informes/${code}`)}>
          {t('twin.read')}
        </a>
        <a href={href(ctx, `/informes/${code}/resumen`)}>{t('twin.summary')}</a>
      </p>
    </section>
  )
}

function Search({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <form class="search" method="get" action={href(ctx, '/solicitudes')} role="search">
      <label class="field-label" for="f-q">
        {t('home.search')}
      </label>
      <p class="field-hint" id="h-q">
        {t('home.search.hint')}
      </p>
      <div class="search-line">
        <input class="control" id="f-q" name="q" type="search" maxLength={100} aria-describedby="h-q" />
        <Button>{t('home.search.submit')}</Button>
      </div>
    </form>
  )
}

const steps = ['home.ask.1', 'home.ask.2', 'home.ask.3', 'home.ask.4'] as const

function HowToAsk({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="pedir">
      <h2 id="pedir">{t('home.ask')}</h2>
      <ol class="steps">
        {steps.map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <p class="buttons">
        <a class="button" href={href(ctx, '/plazos')}>
          {t('home.calculate')}
        </a>
        <a href={href(ctx, '/ayuda')}>{t('home.ask.more')}</a>
      </p>
    </section>
  )
}
