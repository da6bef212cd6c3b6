import type { VNode } from 'preact'
import type { KeptCell, KeptColumn, KeptGroup, KeptTable } from './kept-report.ts'
import { casesHref, type ReportReader } from './report-reader.ts'

interface TableProps {
  readonly reader: ReportReader
  readonly block: KeptTable
}

/** A table that becomes cards on a phone. The roles are spelt out because `display: block` takes them away. */
export function ReportTable({ reader, block }: TableProps): VNode {
  const { columns, groups, foot } = block
  const shown = groups.filter(({ rows }) => rows.length > 0)
  return (
    <table class="cards cards-report" role="table">
      <Caption reader={reader} block={block} />
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, kind }) => (
            <th key={label} scope="col" role="columnheader" class={kind === 'number' ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {shown.map(group => (
        <Group key={group.subhead} reader={reader} columns={columns} group={group} />
      ))}
      {shown.length === 0 ? <Empty block={block} /> : null}
      {foot === null ? null : (
        <tfoot role="rowgroup">
          <Row reader={reader} columns={columns} cells={foot} />
        </tfoot>
      )}
    </table>
  )
}

function Caption({ reader: { ctx }, block: { number, caption, note } }: TableProps): VNode {
  // Of a chart's own numbers, which stand under its title.
  if (number === '') return <caption class="hidden">{caption}</caption>
  return (
    <caption>
      <span class="block-number">{ctx.t('twin.table', { number })}</span> <strong>{caption}</strong>
      {note === '' ? null : <span class="row-under">{note}</span>}
    </caption>
  )
}

interface GroupProps {
  readonly reader: ReportReader
  readonly columns: readonly KeptColumn[]
  readonly group: KeptGroup
}

function Group({ reader, columns, group: { subhead, rows } }: GroupProps): VNode {
  return (
    <tbody role="rowgroup">
      {subhead === '' ? null : (
        <tr role="row" class="subhead">
          <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
            {subhead}
          </th>
        </tr>
      )}
      {rows.map((cells, at) => (
        <Row key={at} reader={reader} columns={columns} cells={cells} />
      ))}
    </tbody>
  )
}

function Empty({ block: { columns, empty } }: { block: KeptTable }): VNode {
  return (
    <tbody role="rowgroup">
      <tr role="row">
        <td role="cell" colSpan={columns.length}>
          {empty}
        </td>
      </tr>
    </tbody>
  )
}

interface RowProps {
  readonly reader: ReportReader
  readonly columns: readonly KeptColumn[]
  readonly cells: readonly KeptCell[]
}

/** The first cell names its row. */
function Row({ reader, columns, cells }: RowProps): VNode {
  const [first = '', ...rest] = cells
  return (
    <tr role="row">
      <th scope="row" role="rowheader" class={columns[0]?.kind === 'code' ? 'hash' : undefined}>
        {wordsIn(reader, first)}
      </th>
      {rest.map((cell, at) => {
        const column = columns[at + 1]
        return (
          <td
            key={at}
            role="cell"
            class={classOf(column)}
            data-label={cell === '' ? undefined : `${column?.label}:`}
          >
            {wordsIn(reader, cell)}
          </td>
        )
      })}
    </tr>
  )
}

function classOf(column: KeptColumn | undefined): string | undefined {
  if (column?.kind === 'number') return 'number'
  return column?.kind === 'code' ? 'hash' : undefined
}

function wordsIn(reader: ReportReader, cell: KeptCell): VNode | string {
  if (typeof cell === 'string') return cell
  const { text, tone, bold = false, opens = [] } = cell
  const words =
    opens.length === 0 ? (
      text
    ) : (
      <a class="opens" href={casesHref(reader, opens)}>
        {text}
      </a>
    )
  if (tone === 'breach') return <strong class="figure-late">{words}</strong>
  return bold ? <strong>{words}</strong> : <>{words}</>
}
