import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Columns, LogField } from './columns.ts'
import { isMissing, readDate, type DateFault, type OrderReading } from './dates.ts'
import { readDisposition, type Disposition } from './dispositions.ts'
import type { TableRow } from './read-table.ts'

/** What one row of a log says. */
export interface LogRow {
  /** As a spreadsheet numbers it. */
  readonly number: number
  /** The log's own number of the request; null where it has none. */
  readonly trackingNumber: string | null
  readonly received: CalendarDate
  readonly closing: Closing | null
  /** The institution's name as written; null where the log does not say. */
  readonly institution: string | null
  readonly title: string | null
  /** The due day by the log's own rules, as written. */
  readonly due: string | null
}

export interface Closing {
  readonly on: CalendarDate
  readonly disposition: Disposition
  /** The log's own words; null where it has none. */
  readonly words: string | null
}

export const problemReasons = [
  'date-not-understood',
  'impossible-date',
  'before-2009',
  'in-the-future',
  'received-missing',
  'closed-before-received',
  'too-many-cells',
  'too-long',
  'institution-missing',
  'unknown-institution',
  'disposition-not-understood',
  'disposition-without-date',
  'changed-meanwhile',
] as const satisfies readonly (DateFault | string)[]

/** What is wrong with one cell of one row. */
export interface Problem {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly reason: (typeof problemReasons)[number]
}

export interface RowReading {
  readonly row: LogRow | null
  readonly refusal: Problem | null
  readonly doubt: Problem | null
}

export interface RowRules {
  readonly header: readonly string[]
  readonly columns: Columns
  readonly orders: Readonly<Record<'received' | 'closed', OrderReading>>
  readonly latest: CalendarDate
}

const longestCell = 20_000
const longestShown = 200

export function readRow(row: TableRow, rules: RowRules): RowReading {
  const { columns, orders, latest } = rules
  const problem = (field: LogField, reason: Problem['reason']) => problemIn(row, rules, field, reason)
  const misshapen = shapeProblem(row, rules)
  if (misshapen) return refusedAs(misshapen)
  const received = readDate(cellOf(row, columns, 'received'), orders.received.order, latest)
  if (!received.ok) return refusedAs(problem('received', received.fault))
  if (received.day === null) return refusedAs(problem('received', 'received-missing'))
  const closed = readDate(cellOf(row, columns, 'closed'), orders.closed.order, latest)
  if (!closed.ok) return refusedAs(problem('closed', closed.fault))
  if (closed.day !== null && closed.day < received.day)
    return refusedAs(problem('closed', 'closed-before-received'))
  const { closing, doubt } = closingOf(closed.day, textOf(row, columns, 'disposition'))
  return {
    row: {
      number: row.number,
      trackingNumber: textOf(row, columns, 'number'),
      received: received.day,
      closing,
      institution: textOf(row, columns, 'institution'),
      title: textOf(row, columns, 'title'),
      due: textOf(row, columns, 'due'),
    },
    refusal: null,
    doubt: doubt === null ? null : problem('disposition', doubt),
  }
}

function closingOf(
  on: CalendarDate | null,
  words: string | null,
): { closing: Closing | null; doubt: Problem['reason'] | null } {
  const disposition = words === null ? ({ kind: 'no-sense' } as const) : readDisposition(words)
  if (on === null) {
    const isOpen = words === null || disposition.kind === 'open'
    return { closing: null, doubt: isOpen ? null : 'disposition-without-date' }
  }
  const doubt = disposition.kind === 'unknown' ? 'disposition-not-understood' : null
  return { closing: { on, disposition, words }, doubt }
}

function shapeProblem(row: TableRow, { header }: RowRules): Problem | null {
  const extra = row.cells.findIndex((cell, index) => index >= header.length && cell !== '')
  const long = row.cells.findIndex(cell => cell.length > longestCell)
  const at = extra === -1 ? long : extra
  if (at === -1) return null
  const value = row.cells[at] ?? ''
  return {
    row: row.number,
    column: header[at] ?? `#${at + 1}`,
    value: value.slice(0, longestShown),
    reason: extra === -1 ? 'too-long' : 'too-many-cells',
  }
}

function problemIn(
  row: TableRow,
  { header, columns }: Pick<RowRules, 'header' | 'columns'>,
  field: LogField,
  reason: Problem['reason'],
): Problem {
  const at = columns[field]
  const column = at === null ? '' : (header[at] ?? '')
  return { row: row.number, column, value: cellOf(row, columns, field).slice(0, longestShown), reason }
}

function refusedAs(refusal: Problem): RowReading {
  return { row: null, refusal, doubt: null }
}

function cellOf({ cells }: TableRow, columns: Columns, field: LogField): string {
  const at = columns[field]
  return at === null ? '' : (cells[at] ?? '')
}

function textOf(row: TableRow, columns: Columns, field: LogField): string | null {
  const text = cellOf(row, columns, field)
  return isMissing(text) ? null : text
}
