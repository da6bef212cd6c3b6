import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { RequestSummary } from '../../server/requests/request-view.ts'
import { dayText, instantText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { DeadlineBadge } from '../parts/deadline.tsx'
import { DraftsOnThisDevice } from '../parts/drafts-list.tsx'
import { Button } from '../parts/form.tsx'
import { Icon } from '../parts/icon.tsx'
import { NoticeList, type NoticeView } from '../parts/notice-list.tsx'
import { StatusTag } from '../parts/status-tag.tsx'
import { RequestTitle } from './requests-page.tsx'

export interface HomeGroup {
  readonly rows: readonly RequestSummary[]
  readonly hasMore: boolean
}

export interface DraftLine {
  readonly id: string
  /** '' where nothing was typed yet that could name it. */
  readonly title: string
  readonly savedAt: Date
}

export interface OrganisationHomeData {
  /** Terms of the organisation's own that end within a week: to clarify, to seek a review. */
  readonly own: HomeGroup
  readonly overdue: HomeGroup
  /** Owed to it and due within a week. */
  readonly thisWeek: HomeGroup
  /** The latest of them. */
  readonly replies: readonly NoticeView[]
  readonly replyCount: number
  readonly drafts: readonly DraftLine[]
  /** How long one is kept after it was last saved. */
  readonly draftDays: number
  readonly inProgress: number
  /** They were not counted further. */
  readonly inProgressIsMore: boolean
  /** The first day on which anything falls due after this week; null when nothing will. */
  readonly nextDue: CalendarDate | null
  /** Whether the organisation has logged any request at all: an empty page then means something else. */
  readonly hasRequests: boolean
}

interface HomeProps {
  readonly ctx: PageContext
  readonly data: OrganisationHomeData
}

/** An organisation's day: what waits for it, what is late, what is due, what came in, what it left half-written. */
export function OrganisationHomePage({ ctx, data }: HomeProps): VNode {
  const { t } = ctx
  const { own, overdue, thisWeek } = data
  const isQuiet = [own, overdue, thisWeek].every(({ rows }) => rows.length === 0)
  return (
    <Layout ctx={ctx} title={t('home.title')}>
      <div class="head">
        <div>
          <h1>{ctx.actor?.side ?? t('home.title')}</h1>
          <p class="lead">{t('orgHome.today', { day: dayText(ctx.language, ctx.today, 'long') })}</p>
        </div>
        <a class="button" href={href(ctx, '/solicitudes/nueva')}>
          {t('nav.newRequest')}
        </a>
      </div>
      {data.hasRequests ? <Counts ctx={ctx} data={data} /> : <FirstUse ctx={ctx} />}
      {data.hasRequests && isQuiet ? <AllDone ctx={ctx} nextDue={data.nextDue} /> : null}
      <Group ctx={ctx} id="le-toca" tone="soon" title={t('orgHome.own')} group={own} />
      <Group ctx={ctx} id="vencidas" tone="late" title={t('orgHome.late')} group={overdue} view="vencidas" />
      <Group ctx={ctx} id="semana" tone="soon" title={t('orgHome.week')} group={thisWeek} view="en_curso" />
      {data.hasRequests ? <Replies ctx={ctx} replies={data.replies} /> : null}
      <Drafts ctx={ctx} drafts={data.drafts} days={data.draftDays} />
      <DraftsOnThisDevice ctx={ctx} />
    </Layout>
  )
}

function Counts({ ctx, data }: HomeProps): VNode {
  const { t } = ctx
  const figures = [
    { name: t('orgHome.count.late'), path: '/solicitudes?vista=vencidas', ...sized(data.overdue) },
    { name: t('orgHome.count.week'), path: '#semana', ...sized(data.thisWeek) },
    {
      name: t('orgHome.count.open'),
      path: '/solicitudes?vista=en_curso',
      text: `${data.inProgress}${data.inProgressIsMore ? '+' : ''}`,
    },
    { name: t('orgHome.count.replies'), path: '/avisos', text: String(data.replyCount) },
  ]
  return (
    <ul class="figures" aria-label={t('orgHome.summary')}>
      {figures.map(({ name, path, text }) => (
        <li class="figure" key={name}>
          <span class="figure-value">{text}</span>
          {path.startsWith('#') && data.thisWeek.rows.length === 0 ? (
            <span class="figure-label">{name}</span>
          ) : (
            <a href={path.startsWith('#') ? path : href(ctx, path)}>{name}</a>
          )}
        </li>
      ))}
    </ul>
  )
}

function sized({ rows, hasMore }: HomeGroup): { readonly text: string } {
  return { text: hasMore ? `${rows.length}+` : String(rows.length) }
}

function AllDone({ ctx, nextDue }: { ctx: PageContext; nextDue: CalendarDate | null }): VNode {
  const { t } = ctx
  return (
    <div class="empty all-done">
      <h2>
        <Icon name="check" /> {t('orgHome.done.title')}
      </h2>
      <p>
        {nextDue === null
          ? t('orgHome.done.nothing')
          : t('orgHome.done.next', { day: dayText(ctx.language, nextDue, 'long') })}
      </p>
      <p>
        <a href={href(ctx, '/solicitudes')}>{t('home.all')}</a>
      </p>
    </div>
  )
}

/** What to do first, in order: most begin with requests that they have already filed. */
function FirstUse({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  const steps = [
    { title: t('orgHome.first.log'), text: t('orgHome.first.log.text'), path: '/solicitudes/nueva' },
    { title: t('orgHome.first.import'), text: t('orgHome.first.import.text'), path: '/importar' },
    ...(ctx.actor?.role === 'organisation_admin'
      ? [{ title: t('orgHome.first.team'), text: t('orgHome.first.team.text'), path: '/equipo' }]
      : []),
    { title: t('orgHome.first.calculator'), text: t('orgHome.first.calculator.text'), path: '/plazos' },
  ]
  return (
    <section class="empty" aria-labelledby="primeros-pasos">
      <h2 id="primeros-pasos">{t('orgHome.first.title')}</h2>
      <ol>
        {steps.map(({ title, text, path }) => (
          <li key={path}>
            <a href={href(ctx, path)}>
              <strong>{title}</strong>
            </a>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface GroupProps {
  readonly ctx: PageContext
  readonly id: string
  readonly tone: 'late' | 'soon'
  readonly title: string
  readonly group: HomeGroup
  /** The list that has the rest; none for terms of one's own. */
  readonly view?: string
}

function Group({ ctx, id, tone, title, group, view }: GroupProps): VNode | null {
  const { t } = ctx
  const { rows, hasMore } = group
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class={`group-title group-${tone}`}>
        {title} <span class={`count count-${tone}`}>{sized(group).text}</span>
      </h2>
      <CardTable
        aligned
        caption={title}
        head={[t('column.request'), t('column.state'), t('column.deadline'), t('column.next')]}
        rows={rows.map(row => ({
          key: row.id,
          cells: [
            <RequestTitle key="title" ctx={ctx} row={row} />,
            <StatusTag key="state" ctx={ctx} state={row.state} outcome={row.outcome} />,
            <DeadlineBadge key="due" ctx={ctx} deadline={row.deadline} urgency={row.urgency} />,
            <RowStep key="next" ctx={ctx} row={row} />,
          ],
        }))}
      />
      {hasMore && view ? (
        <p>
          <a href={href(ctx, `/solicitudes?vista=${view}`)}>{t('inbox.more')}</a>
        </p>
      ) : null}
    </section>
  )
}

/** The one thing that the organisation can do now; most of the time it is to wait. */
function RowStep({ ctx, row }: { ctx: PageContext; row: RequestSummary }): VNode {
  const { t } = ctx
  const step = stepOf(row)
  if (step === null) return <span class="soft">{t('orgHome.wait')}</span>
  return (
    <a class="button button-secondary" href={href(ctx, `/solicitudes/${row.id}/${step.path}`)}>
      {t(step.key)}
      <span class="hidden"> {row.reference}</span>
    </a>
  )
}

function stepOf({ state }: RequestSummary) {
  switch (state) {
    case 'en_prevencion':
      return { path: 'actos/clarified', key: 'act.clarified' } as const
    case 'vencida_ficta':
    case 'ficta_incumplida':
    case 'notificada':
    case 'entregada':
      return { path: 'revision', key: 'act.review_filed' } as const
    case 'revision_vencida':
    case 'incumplida':
      return { path: 'actos/amparo_noted', key: 'act.amparo_noted' } as const
    default:
      return null
  }
}

function Replies({ ctx, replies }: { ctx: PageContext; replies: readonly NoticeView[] }): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="novedades">
      <h2 id="novedades" class="group-title">
        {t('orgHome.replies')}
      </h2>
      {replies.length === 0 ? (
        <p class="soft">{t('orgHome.noReplies')}</p>
      ) : (
        <NoticeList ctx={ctx} notices={replies} />
      )}
      <p>
        <a href={href(ctx, '/avisos')}>{t('orgHome.allNotices')}</a>
      </p>
    </section>
  )
}

interface DraftsProps {
  readonly ctx: PageContext
  readonly drafts: readonly DraftLine[]
  readonly days: number
}

function Drafts({ ctx, drafts, days }: DraftsProps): VNode | null {
  const { t } = ctx
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="borradores">
      <h2 id="borradores" class="group-title">
        {t('orgHome.drafts')} <span class="count">{drafts.length}</span>
      </h2>
      <p class="soft">{t('orgHome.drafts.days', { days })}</p>
      <CardTable
        caption={t('orgHome.drafts')}
        head={[t('orgHome.draft'), t('orgHome.saved'), t('column.next')]}
        labelled={[1]}
        rows={drafts.map(({ id, title, savedAt }) => ({
          key: id,
          cells: [
            <strong key="title" lang={title !== '' && ctx.language !== 'es' ? 'es' : undefined}>
              {title || t('orgHome.untitled')}
            </strong>,
            instantText(ctx.language, savedAt),
            <div class="row-actions" key="next">
              <a
                class="button button-secondary"
                href={href(ctx, `/solicitudes/nueva?borrador=${encodeURIComponent(id)}`)}
              >
                {t('orgHome.continue')}
                <span class="hidden"> {title}</span>
              </a>
              <form method="post" action={href(ctx, '/borradores/descartar')}>
                <input type="hidden" name="_csrf" value={ctx.csrf} />
                <Button kind="secondary" name="id" value={id}>
                  {t('orgHome.discard')}
                </Button>
              </form>
            </div>,
          ],
        }))}
      />
    </section>
  )
}
