import type { VNode } from 'preact'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { reviewGrounds } from '../../../server/domain/request/events.ts'
import type { RequestSummary } from '../../../server/requests/request-view.ts'
import { dayText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { DeadlineBadge } from '../../parts/deadline.tsx'
import { NothingHere } from '../../parts/nothing-here.tsx'
import { Pager } from '../../parts/pager.tsx'
import { StatusTag } from '../../parts/status-tag.tsx'

export interface ReviewRow {
  readonly request: RequestSummary
  readonly filedOn: CalendarDate | null
  readonly ground: (typeof reviewGrounds)[number] | null
}

/** por_resolver: the five days of article 58 · por_cumplir: those of article 60. */
export const reviewStages = ['vencidos', 'por_resolver', 'por_cumplir'] as const

export type ReviewStage = (typeof reviewStages)[number]

export interface ReviewsData {
  readonly groups: readonly { readonly stage: ReviewStage; readonly rows: readonly ReviewRow[] }[]
  readonly nextCursor: string | null
}

const tone = { vencidos: 'late', por_resolver: 'soon', por_cumplir: 'later' } as const

/** The reviews that the máxima autoridad owes, by their own term; nobody here decides them for it. */
export function ReviewsPage({ ctx, data }: { ctx: PageContext; data: ReviewsData }): VNode {
  const { t } = ctx
  const shown = data.groups.filter(({ rows }) => rows.length > 0)
  return (
    <Layout ctx={ctx} title={t('reviews.title')}>
      <h1>{t('reviews.title')}</h1>
      <p class="lead">{t('reviews.lead')}</p>
      {shown.length === 0 ? (
        <NothingHere
          {...{ ctx, text: 'reviews.none', allDone: true }}
          {...{ to: '/solicitudes?vista=vencidas', next: 'empty.overdue' }}
        />
      ) : null}
      {shown.map(({ stage, rows }) => (
        <section key={stage} aria-labelledby={`grupo-${stage}`}>
          <h2 id={`grupo-${stage}`} class={`group-title group-${tone[stage]}`}>
            {t(`reviews.${stage}`)} <span class={`count count-${tone[stage]}`}>{rows.length}</span>
          </h2>
          <CardTable
            aligned
            caption={t(`reviews.${stage}`)}
            head={[t('column.request'), t('report.institution'), t('reviews.ground'), t('column.deadline')]}
            rows={rows.map(row => ({
              key: row.request.id,
              cells: [
                <ReviewTitle key="title" ctx={ctx} row={row} />,
                row.request.institution.name,
                row.ground === null ? '–' : t(`review-ground.${row.ground}`),
                <DeadlineBadge
                  key="due"
                  ctx={ctx}
                  deadline={row.request.deadline}
                  urgency={row.request.urgency}
                />,
              ],
            }))}
          />
        </section>
      ))}
      <Pager ctx={ctx} path="/recursos" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
    </Layout>
  )
}

function ReviewTitle({ ctx, row: { request, filedOn } }: { ctx: PageContext; row: ReviewRow }): VNode {
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
        {request.reference} · <StatusTag ctx={ctx} state={request.state} outcome={null} />
      </span>
      {filedOn === null ? null : (
        <span class="row-under">
          {ctx.t('reviews.filed', { day: dayText(ctx.language, filedOn, 'plain') })}
        </span>
      )}
    </>
  )
}
