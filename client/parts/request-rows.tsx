import type { VNode } from 'preact'
import type { RequestSummary } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from './card-table.tsx'
import { StatusTag } from './status-tag.tsx'

interface RowsProps {
  readonly ctx: PageContext
  readonly caption: string
  readonly rows: readonly RequestSummary[]
  /** Where the page is about one institution, its name is not repeated in each row. */
  readonly ofOne?: boolean
}

/** A few requests, told in two lines each. */
export function RequestRows({ ctx, caption, rows, ofOne = false }: RowsProps): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={caption}
      head={[t('column.request'), t('column.received'), t('column.state')]}
      labelled={[1]}
      rows={rows.map(row => ({
        key: row.id,
        cells: [
          <Title key="title" ctx={ctx} row={row} ofOne={ofOne} />,
          <span key="day" class="nowrap">
            {dayText(language, row.receivedOn, 'short')}
          </span>,
          <StatusTag key="state" ctx={ctx} state={row.state} outcome={row.outcome} />,
        ],
      }))}
    />
  )
}

/** What people asked is Spanish, whatever the page's language. */
function Title({ ctx, row, ofOne }: { ctx: PageContext; row: RequestSummary; ofOne: boolean }): VNode {
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
        {ofOne ? null : `${row.institution.name} · `}
        <span class="nowrap">{row.reference}</span>
      </span>
    </>
  )
}
