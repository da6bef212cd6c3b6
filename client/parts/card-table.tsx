import type { ComponentChildren, VNode } from 'preact'

export interface CardRow {
  readonly key: string
  /** As many as the head; the first is the row's heading. */
  readonly cells: readonly ComponentChildren[]
}

interface CardTableProps {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly CardRow[]
  /** Columns whose heading is read beside the value once the table has become cards on a phone. */
  readonly labelled?: readonly number[]
  readonly numbers?: readonly number[]
  /** On a phone: two cells side by side as they are, or many short figures two in a line. */
  readonly narrow?: 'pair' | 'figures'
  /** One of several on the page, whose columns stand in line. */
  readonly aligned?: boolean
}

/** A table that becomes cards on a phone. The roles are spelt out because `display: block` takes them away. */
export function CardTable(props: CardTableProps): VNode {
  const { caption, head, rows, labelled = [], numbers = [], narrow, aligned } = props
  const classes = ['cards', ...(narrow ? [`cards-${narrow}`] : []), ...(aligned ? ['cards-aligned'] : [])]
  return (
    <table class={classes.join(' ')} role="table">
      <caption class="hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((text, column) => (
            <th
              key={text}
              scope="col"
              role="columnheader"
              class={numbers.includes(column) ? 'number' : undefined}
            >
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {first}
            </th>
            {rest.map((cell, index) => (
              <td
                key={head[index + 1]}
                role="cell"
                class={numbers.includes(index + 1) ? 'number' : undefined}
                data-label={labelled.includes(index + 1) ? `${head[index + 1]}:` : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
