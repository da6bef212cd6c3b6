import type { VNode } from 'preact'
import type { ListRequests } from '../../server/requests/list-requests.ts'
import type { RequestSummary } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, sideOf, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { DeadlineBadge } from '../parts/deadline.tsx'
import { Chips, Filters, Kept, type Chip, type InstitutionOption } from '../parts/filters.tsx'
import { Button } from '../parts/form.tsx'
import { ListTools } from '../parts/list-tools.tsx'
import { NothingHere } from '../parts/nothing-here.tsx'
import { Pager, withParam } from '../parts/pager.tsx'
import { StatusTag } from '../parts/status-tag.tsx'

export type ListView = ListRequests['view']

/** In the order in which they are offered: first what is late. */
export const offeredViews: readonly ListView[] = ['todas', 'vencidas', 'pronto', 'adelante', 'en_curso']

export const listOrders = ['desc', 'asc'] as const satisfies readonly ListRequests['order'][]

export interface RequestsPageData {
  readonly view: ListView
  /** At most `mostCounted`: beyond it, "más de". */
  readonly counts: Readonly<Record<ListView, number>>
  readonly mostCounted: number
  readonly order: ListRequests['order']
  /** Filters as typed, with what is wrong with them. */
  readonly form: FormState
  readonly chips: readonly Chip[]
  readonly institutions: readonly InstitutionOption[]
  readonly rows: readonly RequestSummary[]
  readonly nextCursor: string | null
}

const path = '/solicitudes'

export function RequestsPage({ ctx, data }: { ctx: PageContext; data: RequestsPageData }): VNode {
  const { t } = ctx
  const query = new URLSearchParams(ctx.query)
  return (
    <Layout ctx={ctx} title={t('requests.title')} problem={data.form.errors.length > 0}>
      <div class="head">
        <div>
          <h1>{t('requests.title')}</h1>
          <p class="lead wide-only">{t('requests.lead')}</p>
        </div>
        {mayLog(ctx) ? (
          <a class="button" href={href(ctx, '/solicitudes/nueva')}>
            {t('nav.newRequest')}
          </a>
        ) : null}
      </div>
      <Views ctx={ctx} data={data} query={query} />
      <div class="list-layout">
        <Filters
          {...{ ctx, path, query, form: data.form, institutions: data.institutions, chips: data.chips }}
          order={
            <div class="field narrow-only">
              <Order {...{ ctx, data, query, id: 'f-orden' }} />
            </div>
          }
        />
        <Results ctx={ctx} data={data} query={query} />
      </div>
    </Layout>
  )
}

interface PartProps {
  readonly ctx: PageContext
  readonly data: RequestsPageData
  readonly query: URLSearchParams
}

const viewTone = {
  todas: '',
  vencidas: ' count-late',
  pronto: ' count-soon',
  adelante: '',
  en_curso: '',
} as const satisfies Record<ListView, string>

function Views({ ctx, data, query }: PartProps): VNode {
  return (
    <nav aria-label={ctx.t('requests.views')}>
      <ul class="views">
        {offeredViews.map(view => {
          const next = new URLSearchParams(query)
          next.delete('cursor')
          const count = data.counts[view]
          return (
            <li key={view}>
              <a
                class="views-link"
                href={href(ctx, withParam(path, next, 'vista', view === 'todas' ? null : view))}
                aria-current={view === data.view ? 'page' : undefined}
              >
                {ctx.t(`requests.view.${view}`)}
                <span class={`count${viewTone[view]}`}>
                  {count >= data.mostCounted ? `${data.mostCounted}+` : count}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Results({ ctx, data, query }: PartProps): VNode {
  const onePage = data.nextCursor === null && !query.has('cursor')
  return (
    <section aria-labelledby="resultados">
      <div class="list-top">
        <div class="list-count">
          <h2 id="resultados" data-announce="">
            {onePage && data.chips.length === 0
              ? ctx.t('requests.count', { count: data.rows.length })
              : ctx.t('requests.page', { count: data.rows.length })}
          </h2>
          {/* Below so many rows nobody would look for it. */}
          {data.rows.length === 0 ? null : <a href="#descargar">{ctx.t('list.jump')}</a>}
        </div>
        {data.rows.length === 0 ? null : <Sort ctx={ctx} data={data} query={query} />}
      </div>
      <Chips ctx={ctx} path={path} query={query} chips={data.chips} />
      {data.rows.length === 0 ? <NoRows ctx={ctx} data={data} /> : <Rows ctx={ctx} rows={data.rows} />}
      <Pager ctx={ctx} path={path} query={query} nextCursor={data.nextCursor} />
      {data.rows.length === 0 ? null : <ListTools ctx={ctx} query={query} />}
    </section>
  )
}

function Sort({ ctx, data, query }: PartProps): VNode {
  const kept = [...new Set(query.keys())].filter(name => name !== 'orden' && name !== 'cursor')
  return (
    <form class="sort wide-only" method="get" action={href(ctx, path)} data-filters="">
      <Kept query={query} names={kept} />
      <Order {...{ ctx, data, query, id: 'f-orden-lista' }} />
      <Button kind="secondary">{ctx.t('requests.sort.apply')}</Button>
    </form>
  )
}

/** The order that a view has by itself is not written into the address: another view has another. */
function Order({ ctx, data, query, id }: PartProps & { readonly id: string }): VNode {
  const kept = query.get('orden') ? data.order : null
  return (
    <>
      <label class="field-label" for={id}>
        {ctx.t('requests.sort')}
      </label>
      <select class="control" id={id} name="orden">
        {listOrders.map(order => (
          <option
            key={order}
            value={order === data.order && kept === null ? '' : order}
            selected={order === data.order}
          >
            {ctx.t(data.view === 'todas' ? `requests.sort.received.${order}` : `requests.sort.due.${order}`)}
          </option>
        ))}
      </select>
    </>
  )
}

function Rows({ ctx, rows }: { ctx: PageContext; rows: readonly RequestSummary[] }): VNode {
  const { t } = ctx
  return (
    <CardTable
      caption={t('requests.title')}
      head={[t('column.request'), t('column.received'), t('column.state'), t('column.deadline')]}
      labelled={[1]}
      rows={rows.map(row => ({
        key: row.id,
        cells: [
          <RequestTitle key="title" ctx={ctx} row={row} />,
          <span key="day" class="nowrap">
            {dayText(ctx.language, row.receivedOn, 'short')}
          </span>,
          <StatusTag key="state" ctx={ctx} state={row.state} outcome={row.outcome} />,
          <DeadlineBadge key="due" ctx={ctx} deadline={row.deadline} urgency={row.urgency} />,
        ],
      }))}
    />
  )
}

export function RequestTitle({ ctx, row }: { ctx: PageContext; row: RequestSummary }): VNode {
  return (
    <>
      <a
        class="row-title"
        href={href(ctx, `/solicitudes/${row.id}`)}
        lang={ctx.language === 'es' ? undefined : 'es'}
      >
        {row.title}
      </a>
      <span class="row-under">
        {row.institution.name} · <span class="nowrap">{row.reference}</span>
        {row.disputed ? ` · ${ctx.t('requests.disputed')}` : ''}
      </span>
    </>
  )
}

/** Nothing yet and nothing found are different news. */
function NoRows({ ctx, data }: { ctx: PageContext; data: RequestsPageData }): VNode {
  if (data.chips.length > 0)
    return <NothingHere ctx={ctx} text="requests.empty.filtered" to={path} next="filters.clear" />
  const text = 'requests.empty'
  if (data.view !== 'todas') return <NothingHere {...{ ctx, text }} to={path} next="empty.allRequests" />
  return mayLog(ctx) ? (
    <NothingHere {...{ ctx, text }} to="/solicitudes/nueva" next="nav.newRequest" />
  ) : (
    <NothingHere {...{ ctx, text }} to="/ayuda" next="empty.help" />
  )
}

function mayLog({ actor }: PageContext): boolean {
  return actor !== null && sideOf(actor.role) === 'requester'
}
