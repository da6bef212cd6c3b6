import type { VNode } from 'preact'
import type { RequestView } from '../../server/requests/request-view.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { DeadlineBadge } from '../parts/deadline.tsx'

/** What one sending made: the same text, one request an institution, each with its own due day. */
export function LoggedPage({ ctx, requests }: { ctx: PageContext; requests: readonly RequestView[] }): VNode {
  const { t } = ctx
  const title = t('log.done.title', { count: requests.length })
  return (
    <Layout ctx={ctx} title={title}>
      <h1>{title}</h1>
      <p class="lead">{t('log.done.lead')}</p>
      <CardTable
        caption={title}
        head={[t('column.request'), t('new.institution'), t('column.deadline')]}
        rows={requests.map(request => ({
          key: request.id,
          cells: [
            <a key="reference" class="row-title" href={href(ctx, `/solicitudes/${request.id}`)}>
              {request.reference}
            </a>,
            request.institution.name,
            <DeadlineBadge key="due" ctx={ctx} deadline={request.deadline} urgency={request.urgency} />,
          ],
        }))}
      />
      <p class="buttons">
        <a class="button" href={href(ctx, '/inicio')}>
          {t('nav.home')}
        </a>
        <a href={href(ctx, '/solicitudes')}>{t('home.all')}</a>
      </p>
    </Layout>
  )
}
