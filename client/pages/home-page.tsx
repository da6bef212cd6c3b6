import type { VNode } from 'preact'
import type { RequestSummary } from '../../server/requests/request-view.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { DeadlineBadge } from '../parts/deadline.tsx'
import { NoticeList, type NoticeView } from '../parts/notice-list.tsx'
import { StatusTag } from '../parts/status-tag.tsx'
import { RequestTitle } from './requests-page.tsx'

export interface HomeData {
  readonly overdue: readonly RequestSummary[]
  readonly dueSoon: readonly RequestSummary[]
  readonly news: readonly NoticeView[]
  /** Whether the organisation has logged any request at all: an empty page then means something else. */
  readonly hasRequests: boolean
}

/** An organisation's day: what is due, what is late, what came in. */
export function HomePage({ ctx, data }: { ctx: PageContext; data: HomeData }): VNode {
  const { t } = ctx
  const quiet = data.overdue.length === 0 && data.dueSoon.length === 0
  return (
    <Layout ctx={ctx} title={t('home.title')}>
      <div class="head">
        <h1>{ctx.actor?.side ?? t('home.title')}</h1>
        <a class="button" href={href(ctx, '/solicitudes/nueva')}>
          {t('nav.newRequest')}
        </a>
      </div>
      {quiet ? <p class="empty">{t(data.hasRequests ? 'home.allDone' : 'home.none')}</p> : null}
      <Group ctx={ctx} id="vencen" tone="soon" title={t('home.due')} rows={data.dueSoon} />
      <Group ctx={ctx} id="vencidas" tone="late" title={t('home.late')} rows={data.overdue} />
      <section aria-labelledby="novedades">
        <h2 id="novedades">{t('home.replies')}</h2>
        {data.news.length === 0 ? <p>{t('home.noReplies')}</p> : <NoticeList ctx={ctx} notices={data.news} />}
      </section>
      <p>
        <a href={href(ctx, '/solicitudes')}>{t('home.all')}</a>
      </p>
    </Layout>
  )
}

interface GroupProps {
  readonly ctx: PageContext
  readonly id: string
  readonly tone: 'late' | 'soon'
  readonly title: string
  readonly rows: readonly RequestSummary[]
}

function Group({ ctx, id, tone, title, rows }: GroupProps): VNode | null {
  const { t } = ctx
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class={`group-title group-${tone}`}>
        {title} <span class={`count count-${tone}`}>{rows.length}</span>
      </h2>
      <CardTable
        caption={title}
        head={[t('column.request'), t('column.state'), t('column.deadline')]}
        rows={rows.map(row => ({
          key: row.id,
          cells: [
            <RequestTitle key="title" ctx={ctx} row={row} />,
            <StatusTag key="state" ctx={ctx} state={row.state} outcome={row.outcome} />,
            <DeadlineBadge key="due" ctx={ctx} deadline={row.deadline} urgency={row.urgency} />,
          ],
        }))}
      />
    </section>
  )
}

/** For those who are not signed in: what this is, and what can be done without an account. */
export function PublicHomePage({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('home.public.title')}>
      <h1>{t('home.public.title')}</h1>
      <p class="lead">{t('home.public.lead')}</p>
      <p class="buttons">
        <a class="button" href={href(ctx, '/plazos')}>
          {t('home.public.calculator')}
        </a>
        <a class="button button-secondary" href={href(ctx, '/solicitudes')}>
          {t('home.public.requests')}
        </a>
        <a href={href(ctx, '/entrar')}>{t('nav.signIn')}</a>
      </p>
    </Layout>
  )
}
