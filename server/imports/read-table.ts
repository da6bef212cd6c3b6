import { CsvError, parse } from 'csv-parse/sync'
import { foldName } from '../domain/names.ts'
import { fieldNamed } from './columns.ts'
import { decode, type Encoding } from './decode.ts'

export const delimiters = [',', ';', '\t'] as const

export interface Table {
  readonly encoding: Encoding
  readonly delimiter: (typeof delimiters)[number]
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** As a spreadsheet numbers it: the header is usually row 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export type TableRefusal =
  'empty-file' | 'spreadsheet-file' | 'binary-file' | 'quote-not-closed' | 'no-header'

export type TableReading =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly refusal: TableRefusal }

/** A title or a date of printing may stand above the header. */
const headerWithin = 10

/**
 * Reads the bytes of a CSV file as a header and rows of text. Blank rows are passed over.
 * @param told names of columns that the header has besides those that are known.
 */
export function readTable(bytes: Uint8Array, told: readonly string[]): TableReading {
  if (isZip(bytes)) return { ok: false, refusal: 'spreadsheet-file' }
  const { text, encoding } = decode(bytes)
  if (text.includes('\u0000')) return { ok: false, refusal: 'binary-file' }
  if (text.trim() === '') return { ok: false, refusal: 'empty-file' }
  const names = new Set(told.map(foldName))
  const delimiter = delimiterOf(text, names)
  const records = recordsOf(text, delimiter)
  if (!records) return { ok: false, refusal: 'quote-not-closed' }
  const rows = records
    .map((cells, index) => ({ number: index + 1, cells: cells.map(cell => cell.trim()) }))
    .filter(({ cells }) => cells.some(cell => cell !== ''))
  const at = headerIndex(rows, names)
  const header = rows[at]
  if (!header) return { ok: false, refusal: 'no-header' }
  return { ok: true, table: { encoding, delimiter, header: header.cells, rows: rows.slice(at + 1) } }
}

function recordsOf(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      // All of them: a file put together from others has several kinds, and told only one, rows run together.
      recordDelimiter: ['\r\n', '\n', '\r'],
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** Excel's own files are Zip archives. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The delimiter by which the first lines show most names of columns that we know; else the commonest. */
function delimiterOf(text: string, told: ReadonlySet<string>): Table['delimiter'] {
  const lines = text.split(/\r\n|\n|\r/, headerWithin + 1).slice(0, headerWithin)
  const score = (delimiter: string) =>
    Math.max(
      ...lines.map(line => knownNames(line.split(delimiter), told) * 100 + line.split(delimiter).length),
    )
  return delimiters.reduce((best, next) => (score(next) > score(best) ? next : best))
}

/** The first of the leading rows with the most known names; the first row where none is known. */
function headerIndex(rows: readonly TableRow[], told: ReadonlySet<string>): number {
  const scores = rows.slice(0, headerWithin).map(({ cells }) => knownNames(cells, told))
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

function knownNames(cells: readonly string[], told: ReadonlySet<string>): number {
  const names = cells.map(cell => {
    const name = cell.replace(/^\s*"|"\s*$/g, '')
    return told.has(foldName(name)) ? name : fieldNamed(name)?.field
  })
  return new Set(names.filter(name => name !== undefined)).size
}
