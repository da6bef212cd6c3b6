import type { VNode } from 'preact'
import type { AllowedAction, RequestSummary, Urgency } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { DeadlineBadge } from '../parts/deadline.tsx'
import { Icon } from '../parts/icon.tsx'
import { actHref } from '../parts/next-step.tsx'
import { StatusTag } from '../parts/status-tag.tsx'
import { WeekAhead, type WeekWarning } from '../parts/week-ahead.tsx'

export interface InboxRow {
  readonly request: RequestSummary
  /** The one thing to do; null where only others can act. */
  readonly primary: AllowedAction | null
  /** Whether the term may still be extended today (article 43). */
  readonly mayExtend: boolean
  /** The colleague who has it in hand. */
  readonly assignee: string | null
}

/** Of whom the rows are: everybody's, one's own, or those that nobody has in hand. */
export const inboxShares = ['todas', 'mias', 'sin_asignar'] as const

export type InboxShare = (typeof inboxShares)[number]

export interface InboxData {
  readonly institution: string
  readonly share: InboxShare
  /** All that waits for the unit, in every group. */
  readonly count: number
  readonly week: readonly WeekWarning[]
  readonly groups: readonly InboxGroup[]
}

export interface InboxGroup {
  readonly urgency: Exclude<Urgency, 'cerrada'>
  readonly rows: readonly InboxRow[]
  /** Of the whole group; null where it is not known, and then `rows` are its first. */
  readonly count: number | null
  readonly hasMore: boolean
}

const viewOf = { vencida: 'vencidas', pronto: 'pronto', adelante: 'adelante' } as const
const tone = { vencida: 'late', pronto: 'soon', adelante: 'later' } as const

/** What a unit does on a Monday: first what breaks this week, then everything, by when it is due. */
export function InboxPage({ ctx, data }: { ctx: PageContext; data: InboxData }): VNode {
  const { t } = ctx
  const shown = data.groups.filter(({ rows }) => rows.length > 0)
  return (
    <Layout ctx={ctx} title={t('inbox.title')}>
      <div class="head">
        <div>
          <h1>{t('inbox.title')}</h1>
          <p class="lead">{t('inbox.lead', { count: data.count, institution: data.institution })}</p>
        </div>
        <div class="head-actions">
          <a class="button button-secondary" href={href(ctx, '/solicitudes/nueva')}>
            {t('inbox.new')}
          </a>
        </div>
      </div>
      <Shares ctx={ctx} share={data.share} />
      {shown.length === 0 ? <AllDone ctx={ctx} data={data} /> : <WeekAhead ctx={ctx} warnings={data.week} />}
      {shown.map(group => (
        <Group key={group.urgency} ctx={ctx} group={group} />
      ))}
    </Layout>
  )
}

function Shares({ ctx, share }: { ctx: PageContext; share: InboxShare }): VNode {
  return (
    <nav aria-label={ctx.t('inbox.shares')}>
      <ul class="views">
        {inboxShares.map(each => (
          <li key={each}>
            <a
              class="views-link"
              href={href(ctx, each === 'todas' ? '/bandeja' : `/bandeja?encargo=${each}`)}
              aria-current={each === share ? 'page' : undefined}
            >
              {ctx.t(`inbox.share.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AllDone({ ctx, data }: { ctx: PageContext; data: InboxData }): VNode {
  const { t } = ctx
  const others = data.share !== 'todas' && data.count > 0
  return (
    <div class="empty">
      <p>
        <Icon name="check" /> <strong>{t(others ? `inbox.none.${data.share}` : 'inbox.allDone')}</strong>
      </p>
      <p>
        <a href={href(ctx, others ? '/bandeja' : '/solicitudes')}>
          {t(others ? 'inbox.showAll' : 'inbox.showClosed')}
        </a>
      </p>
    </div>
  )
}

function Group({ ctx, group }: { ctx: PageContext; group: InboxGroup }): VNode {
  const { t } = ctx
  const { urgency, rows, hasMore, count } = group
  const id = `grupo-${urgency}`
  const total = count ?? rows.length
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class={`group-title group-${tone[urgency]}`}>
        {t(`inbox.${urgency}`)}{' '}
        <span class={`count count-${tone[urgency]}`}>{hasMore && count === null ? `${total}+` : total}</span>
      </h2>
      <CardTable
        aligned
        caption={t(`inbox.${urgency}`)}
        head={[t('column.request'), t('column.requester'), t('column.deadline'), t('column.next')]}
        rows={rows.map(row => ({
          key: row.request.id,
          cells: [
            <RowTitle key="title" ctx={ctx} row={row} />,
            <Requester key="who" ctx={ctx} row={row} />,
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

function Requester({ ctx, row: { request, assignee } }: RowProps): VNode {
  return (
    <>
      {request.organisation.name}
      <span class="row-under">
        {assignee === null ? ctx.t('inbox.unassigned') : ctx.t('inbox.assignee', { name: assignee })}
      </span>
    </>
  )
}

function RowAction({ ctx, row }: RowProps): VNode {
  const { request, primary, mayExtend } = row
  const about = <span class="hidden"> ({request.reference})</span>
  return (
    <span class="row-actions">
      {primary === null ? (
        <a href={href(ctx, `/solicitudes/${request.id}`)}>
          {ctx.t('inbox.open')}
          {about}
        </a>
      ) : (
        <a class="button" href={actHref(ctx, request.id, primary)}>
          {ctx.t(`act.${primary.type}`)}
          {about}
        </a>
      )}
      {mayExtend ? (
        <a href={actHref(ctx, request.id, { type: 'extended' })}>
          {ctx.t('act.extended')}
          {about}
        </a>
      ) : null}
    </span>
  )
}
