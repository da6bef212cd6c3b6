import { createHash } from 'node:crypto'
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { readColumns, type Columns, type LogField } from './columns.ts'
import { orderOf, seenOrder, type DateOrder, type OrderReading } from './dates.ts'
import { readRow, type LogRow, type Problem } from './read-row.ts'
import { readTable, type Table, type TableRefusal } from './read-table.ts'

export interface ReadOptions {
  /** The file's name, for the evidence of what it says. */
  readonly fileName: string
  readonly columns: Readonly<Partial<Record<LogField, string>>>
  readonly dateOrder: DateOrder | null
  readonly today: CalendarDate
}

/** A request log as read: each row either says something or has a problem; none is dropped. */
export interface RequestLog {
  readonly fileName: string
  /** SHA-256 (hex) of the bytes. */
  readonly sha256: string
  readonly encoding: Table['encoding']
  readonly delimiter: Table['delimiter']
  readonly header: readonly string[]
  readonly columns: Columns
  readonly ignoredColumns: readonly string[]
  readonly dateOrders: readonly { readonly column: string; readonly reading: OrderReading }[]
  readonly rowsRead: number
  readonly rows: readonly LogRow[]
  /** One for each row that could not be read. */
  readonly refused: readonly Problem[]
  /** Of rows that were read all the same. */
  readonly doubts: readonly Problem[]
}

export type LogReading =
  | { readonly ok: true; readonly log: RequestLog }
  | {
      readonly ok: false
      readonly refusal: TableRefusal | 'no-received-column'
      /** The file's name, or the header that was found. */
      readonly value: string
    }
  | {
      readonly ok: false
      readonly refusal: 'unknown-column'
      /** The column asked for. */
      readonly value: string
      /** What asked for it. */
      readonly option: string
      /** Those that there are. */
      readonly columns: string
    }

const dateFields = ['received', 'closed'] as const

/** Reads a log of requests that somebody keeps as CSV. Decides nothing about the store. */
export function readLog(bytes: Uint8Array, options: ReadOptions): LogReading {
  const read = readTable(bytes, Object.values(options.columns))
  if (!read.ok) return { ok: false, refusal: read.refusal, value: options.fileName }
  const { table } = read
  const named = readColumns(table.header, options.columns)
  const header = table.header.filter(name => name !== '').join(', ')
  if (!named.ok) {
    const { refusal, column } = named
    if (refusal === 'no-received-column') return { ok: false, refusal, value: header }
    const { field, name: value } = column
    return { ok: false, refusal, value, option: `--${field}-column`, columns: header }
  }
  const { columns, language, ignored } = named.reading
  const orders = ordersOf(table, columns, { told: options.dateOrder, language })
  const latest = addDays(options.today, 1)
  const readings = table.rows.map(row => readRow(row, { header: table.header, columns, orders, latest }))
  return {
    ok: true,
    log: {
      fileName: options.fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: table.encoding,
      delimiter: table.delimiter,
      header: table.header,
      columns,
      ignoredColumns: ignored,
      dateOrders: dateFields.flatMap(field => {
        const at = columns[field]
        return at === null ? [] : [{ column: table.header[at] ?? '', reading: orders[field] }]
      }),
      rowsRead: table.rows.length,
      rows: readings.flatMap(({ row }) => row ?? []),
      refused: readings.flatMap(({ refusal }) => refusal ?? []),
      doubts: readings.flatMap(({ doubt }) => doubt ?? []),
    },
  }
}

function ordersOf(
  { rows }: Table,
  columns: Columns,
  given: { told: DateOrder | null; language: 'es' | 'en' },
): Record<(typeof dateFields)[number], OrderReading> {
  const seen = (at: number | null) =>
    at === null ? null : seenOrder(rows.map(({ cells }) => cells[at] ?? ''))
  const [received, closed, due] = [seen(columns.received), seen(columns.closed), seen(columns.due)]
  return {
    received: orderOf(received, [closed, due], given),
    closed: orderOf(closed, [received, due], given),
  }
}
