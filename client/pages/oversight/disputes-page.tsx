import type { VNode } from 'preact'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { StatableFact } from '../../../server/domain/request/events.ts'
import type { RequestSummary, TestimonyView } from '../../../server/requests/request-view.ts'
import { dayText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { NothingHere } from '../../parts/nothing-here.tsx'
import { Pager } from '../../parts/pager.tsx'
import { StatusTag } from '../../parts/status-tag.tsx'
import { resultText } from '../../parts/testimony.tsx'

export interface DisputeRow {
  readonly request: RequestSummary
  /** Facts on which the two sides contradict each other. */
  readonly facts: readonly {
    readonly fact: StatableFact
    readonly institution: TestimonyView['institution']
    readonly organisation: TestimonyView['organisation']
  }[]
  /** What one side said it does not agree with. */
  readonly objections: readonly {
    readonly id: string
    readonly by: 'institution' | 'organisation'
    readonly on: CalendarDate
    readonly text: string
  }[]
}

export interface DisputesData {
  readonly rows: readonly DisputeRow[]
  readonly nextCursor: string | null
}

/** Where the two sides disagree: both words side by side, and nobody's taken for the truth. */
export function DisputesPage({ ctx, data }: { ctx: PageContext; data: DisputesData }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('disputes.title')}>
      <h1>{t('disputes.title')}</h1>
      <p class="lead">{t('disputes.lead')}</p>
      {data.rows.length === 0 ? (
        <None ctx={ctx} isLast={data.nextCursor === null} />
      ) : (
        <CardTable
          caption={t('disputes.title')}
          head={[t('column.request'), t('disputes.sides'), t('disputes.what')]}
          rows={data.rows.map(row => ({
            key: row.request.id,
            cells: [
              <Title key="title" ctx={ctx} request={row.request} />,
              <Sides key="sides" request={row.request} />,
              <What key="what" ctx={ctx} row={row} />,
            ],
          }))}
        />
      )}
      <Pager ctx={ctx} path="/disputas" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
    </Layout>
  )
}

function None({ ctx, isLast }: { ctx: PageContext; isLast: boolean }): VNode {
  return (
    <NothingHere
      {...{ ctx, why: 'empty.disputes', to: '/solicitudes?vista=vencidas', next: 'empty.overdue' }}
      text={isLast ? 'disputes.none' : 'disputes.noneHere'}
      allDone={isLast}
    />
  )
}

function Title({ ctx, request }: { ctx: PageContext; request: RequestSummary }): VNode {
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
    </>
  )
}

function Sides({ request }: { request: RequestSummary }): VNode {
  return (
    <>
      {request.institution.name}
      <span class="row-under">{request.organisation.name}</span>
    </>
  )
}

function What({ ctx, row }: { ctx: PageContext; row: DisputeRow }): VNode {
  const { t, language } = ctx
  return (
    <ul class="plain">
      {row.facts.map(({ fact, institution, organisation }) => (
        <li key={fact}>
          <strong>{t(`event.${fact}`)}</strong>
          <span class="row-under">
            {t('testimony.institution')}: {word(ctx, institution)}
          </span>
          <span class="row-under">
            {t('testimony.organisation')}: {word(ctx, organisation)}
          </span>
        </li>
      ))}
      {row.objections.map(({ id, by, on, text }) => (
        <li key={id}>
          <strong>{t(`disputes.by.${by}`, { day: dayText(language, on, 'short') })}</strong>
          <span class="row-under" lang={language === 'es' ? undefined : 'es'}>
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}

function word(ctx: PageContext, said: TestimonyView['institution']): string {
  if (said === null) return ctx.t('testimony.silent')
  const day = dayText(ctx.language, said.on, 'short')
  return said.outcome === null ? day : `${day}: ${resultText(ctx, said.outcome)}`
}
