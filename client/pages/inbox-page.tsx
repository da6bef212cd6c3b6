import type { VNode } from 'preact'
import type { AllowedAction, RequestSummary, Urgency } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { DeadlineBadge } from '../parts/deadline.tsx'
import { actHref } from '../parts/next-step.tsx'
import { StatusTag } from '../parts/status-tag.tsx'

export interface InboxRow {
  readonly request: RequestSummary
  /** The one thing to do; null where only others can act. */
  readonly primary: AllowedAction | null
}

export interface InboxData {
  readonly institution: string
  readonly groups: readonly InboxGroup[]
}

export interface InboxGroup {
  readonly urgency: Exclude<Urgency, 'cerrada'>
  readonly rows: readonly InboxRow[]
  readonly hasMore: boolean
}

const viewOf = { vencida: 'vencidas', pronto: 'pronto', adelante: 'adelante' } as const
const tone = { vencida: 'late', pronto: 'soon', adelante: 'later' } as const

export function InboxPage({ ctx, data }: { ctx: PageContext; data: InboxData }): VNode {
  const { t } = ctx
  const count = data.groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <Layout ctx={ctx} title={t('inbox.title')}>
      <h1>{t('inbox.title')}</h1>
      <p class="lead">{t('inbox.lead', { count, institution: data.institution })}</p>
      {count === 0 ? <p class="empty">{t('inbox.allDone')}</p> : null}
      {data.groups
        .filter(({ rows }) => rows.length > 0)
        .map(group => (
          <Group key={group.urgency} ctx={ctx} group={group} />
        ))}
    </Layout>
  )
}

function Group({ ctx, group }: { ctx: PageContext; group: InboxGroup }): VNode {
  const { t } = ctx
  const { urgency, rows, hasMore } = group
  const id = `grupo-${urgency}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class={`group-title group-${tone[urgency]}`}>
        {t(`inbox.${urgency}`)}{' '}
        <span class={`count count-${tone[urgency]}`}>{hasMore ? `${rows.length}+` : rows.length}</span>
      </h2>
      <CardTable
        caption={t(`inbox.${urgency}`)}
        head={[t('column.request'), t('column.requester'), t('column.deadline'), t('column.next')]}
        rows={rows.map(row => ({
          key: row.request.id,
          cells: [
            <RowTitle key="title" ctx={ctx} row={row} />,
            row.request.organisation.name,
            <DeadlineBadge
              key="due"
              ctx={ctx}
              deadline={row.request.deadline}
              urgency={row.request.urgency}
            />,
            <RowAction key="act" ctx={ctx} row={row} />,
          ],
        }))}
      />
      {hasMore ? (
        <p>
          <a href={href(ctx, `/solicitudes?vista=${viewOf[urgency]}&orden=asc`)}>{t('inbox.more')}</a>
        </p>
      ) : null}
    </section>
  )
}

interface RowProps {
  readonly ctx: PageContext
  readonly row: InboxRow
}

/** What the request is, where it stands, and what silence would bring. */
function RowTitle({ ctx, row: { request } }: RowProps): VNode {
  const { deadline } = request
  const isAhead = deadline !== null && deadline.dueOn >= ctx.today
  return (
    <>
      <a
        class="row-title"
        href={href(ctx, `/solicitudes/${request.id}`)}
        lang={ctx.language === 'es' ? undefined : 'es'}
      >
        {request.title}
      </a>
      <span class="row-under">
        {request.reference} · <StatusTag ctx={ctx} state={request.state} outcome={request.outcome} />
      </span>
      {isAhead ? (
        <span class="row-under">
          {ctx.t(`inbox.silence.${deadline.clock}`, { day: dayText(ctx.language, deadline.dueOn, 'plain') })}
        </span>
      ) : null}
    </>
  )
}

function RowAction({ ctx, row: { request, primary } }: RowProps): VNode {
  const about = <span class="hidden"> ({request.reference})</span>
  if (primary === null) {
    return (
      <a href={href(ctx, `/solicitudes/${request.id}`)}>
        {ctx.t('inbox.open')}
        {about}
      </a>
    )
  }
  return (
    <a class="button" href={actHref(ctx, request.id, primary)}>
      {ctx.t(`act.${primary.type}`)}
      {about}
    </a>
  )
}
