import writeSheets, { type CellObject, type Row } from 'write-excel-file/node'
import { dayNumber, type CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import type { ReportLanguage } from './blocks.ts'

/** A spreadsheet before it is a file. Numbers are written as numbers and days as dates: they sort and sum. */
export interface Workbook {
  readonly language: ReportLanguage
  readonly sheets: readonly WorkbookSheet[]
}

export interface WorkbookSheet {
  /** At most 31 characters, none of \ / ? * [ ] : */
  readonly name: string
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
  /** Rows at the top that stay in sight. */
  readonly fixedRows?: number
  readonly rows: readonly (readonly WorkbookCell[])[]
}

export type WorkbookCell =
  | string
  | number
  | null
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'title' | 'head' | 'strong' | 'warning'; readonly value: string | number }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'decimal'; readonly value: number }

/** The bytes of an .xlsx file: the same workbook gives the same bytes at any time and in any time zone. */
export async function workbookBytes({ sheets, language }: Workbook): Promise<Buffer> {
  const written = await writeSheets(
    sheets.map(({ name, widths, fixedRows, rows }) => ({
      sheet: name,
      columns: widths.map(width => ({ width })),
      ...(fixedRows === undefined ? {} : { stickyRowsCount: fixedRows }),
      data: rows.map((row): Row => row.map(cell => cellOf(cell, language))),
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer()
  return withoutZipDates(written)
}

const plain = { wrap: true, alignVertical: 'top' } as const

function cellOf(cell: WorkbookCell, language: ReportLanguage): CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number, format: '#,##0', alignVertical: 'top' }
  if (typeof cell === 'string') return { value: cell, type: String, ...plain }
  if (cell.kind === 'day') return dayCell(cell.day, language)
  return { value: cell.value, ...looks[cell.kind] }
}

const looks = {
  share: { type: Number, format: '0.0%', alignVertical: 'top' },
  decimal: { type: Number, format: '#,##0.0', alignVertical: 'top' },
  title: { fontWeight: 'bold', fontSize: 14, alignVertical: 'top' },
  head: { fontWeight: 'bold', backgroundColor: '#dfe3e6', ...plain },
  strong: { fontWeight: 'bold', ...plain },
  warning: { fontWeight: 'bold', textColor: '#9c3219', ...plain },
} as const

const millisecondsADay = 86_400_000

/** The writer counts days from 1900 in UTC, whatever the zone of the machine. */
function dayCell(day: CalendarDate, language: ReportLanguage): CellObject {
  const format = language === 'es-GT' ? 'dd/mm/yyyy' : 'd mmm yyyy'
  return { value: new Date(dayNumber(day) * millisecondsADay), type: Date, format, alignVertical: 'top' }
}

const signatures = { end: 0x06054b50, entry: 0x02014b50 } as const
/** 1 January 1980, midnight: the first moment that a zip file can tell. */
const firstMoment = { time: 0, date: 0x21 } as const

/** The writer stamps each part of the archive with the clock's time, and has no option not to. */
function withoutZipDates(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive)
  const end = bytes.length - 22
  if (bytes.readUInt32LE(end) !== signatures.end) throw new RangeError('The archive has no directory')
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== signatures.entry)
      throw new RangeError('The archive has a broken directory')
    stamp(bytes, at + 12)
    stamp(bytes, bytes.readUInt32LE(at + 42) + 10)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return bytes
}

function stamp(bytes: Buffer, at: number): void {
  bytes.writeUInt16LE(firstMoment.time, at)
  bytes.writeUInt16LE(firstMoment.date, at + 2)
}
