import type { VNode } from 'preact'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { EditionState } from '../../../server/domain/editions/edition.ts'
import type { EditionView } from '../../../server/editions/edition-view.ts'
import { dayText, instantText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { Pager } from '../../parts/pager.tsx'

export interface EditionsData {
  readonly editions: readonly EditionView[]
  readonly nextCursor: string | null
  readonly mayEdit: boolean
  /** Those that wait for the words of the reader's institution. */
  readonly toReply: readonly { readonly id: string; readonly code: string; readonly until: CalendarDate }[]
}

interface EditionsProps {
  readonly ctx: PageContext
  readonly data: EditionsData
}

export function EditionsPage({ ctx, data }: EditionsProps): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('editions.title')} description={t('editions.lead')}>
      <div class="head">
        <div>
          <h1>{t('editions.title')}</h1>
          <p class="lead">{t('editions.lead')}</p>
        </div>
        {data.mayEdit ? (
          <a class="button" href={href(ctx, '/informes/nueva')}>
            {t('editions.add')}
          </a>
        ) : null}
      </div>
      <ToReply ctx={ctx} data={data} />
      {data.editions.length === 0 ? (
        <p class="empty">{t('editions.empty')}</p>
      ) : (
        <Table ctx={ctx} data={data} />
      )}
      <Pager ctx={ctx} path="/informes" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
      <p>
        <a href={href(ctx, '/informe/verificar')}>{t('editions.verify')}</a>
      </p>
    </Layout>
  )
}

function ToReply({ ctx, data: { toReply } }: EditionsProps): VNode | null {
  const { t, language } = ctx
  if (toReply.length === 0) return null
  return (
    <section aria-labelledby="por-responder">
      <h2 id="por-responder">{t('editions.toReply')}</h2>
      {toReply.map(({ id, code, until }) => (
        <div class="card" key={id}>
          <p>{t('editions.toReply.text', { code, until: dayText(language, until, 'long') })}</p>
          <a class="button" href={href(ctx, `/informes/${id}/pagina`)}>
            {t('editions.toReply.open')}
            <span class="hidden">: {code}</span>
          </a>
        </div>
      ))}
    </section>
  )
}

/** Who makes editions comes for the steps, everyone else to read. */
function Table({ ctx, data: { editions, mayEdit } }: EditionsProps): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={t('editions.title')}
      head={[t('editions.code'), t('editions.period'), t('editions.publishedAt'), t('editions.state')]}
      labelled={[1, 2]}
      rows={editions.map(edition => ({
        key: edition.id,
        cells: [
          <a
            key="code"
            class="row-title"
            href={href(ctx, `/informes/${edition.publishedAt && !mayEdit ? edition.code : edition.id}`)}
          >
            {edition.code}
          </a>,
          editionPeriod(ctx, edition),
          edition.publishedAt ? instantText(language, edition.publishedAt) : '–',
          <StateCell key="state" ctx={ctx} edition={edition} editions={editions} />,
        ],
      }))}
    />
  )
}

interface StateProps {
  readonly ctx: PageContext
  readonly edition: EditionView
  /** Those of the page: an edition that is on another page is named on the edition's own. */
  readonly editions: readonly EditionView[]
}

/** What the edition is, and which one stands in its place or was corrected by it. */
function StateCell({ ctx, edition, editions }: StateProps): VNode {
  const { supersedes, supersededBy } = edition
  const other = editions.find(({ id }) => id === (supersededBy ?? supersedes))
  return (
    <>
      <EditionTag ctx={ctx} state={edition.state} />{' '}
      {other ? (
        <a class="nowrap" href={href(ctx, `/informes/${other.publishedAt ? other.code : other.id}`)}>
          {ctx.t(supersededBy === null ? 'editions.state.corrects' : 'editions.state.by', {
            code: other.code,
          })}
        </a>
      ) : null}
    </>
  )
}

export function editionPeriod(
  { t, language }: PageContext,
  { from, to }: Pick<EditionView, 'from' | 'to'>,
): string {
  const text = { from: dayText(language, from, 'short'), to: dayText(language, to, 'short') }
  return t('editions.period.text', text)
}

const tones = { draft: 'muted', in_reply: 'soon', published: 'done', superseded: 'muted' } as const

export function EditionTag({ ctx, state }: { ctx: PageContext; state: EditionState }): VNode {
  return <span class={`tag tag-${tones[state]}`}>{ctx.t(`editions.state.${state}`)}</span>
}

export function BackToEditions({ ctx }: { ctx: PageContext }): VNode {
  return (
    <a class="back" href={href(ctx, '/informes')}>
      ← {ctx.t('editions.back')}
    </a>
  )
}
