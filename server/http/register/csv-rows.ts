import { isUtf8 } from 'node:buffer'
import { CsvError, parse as parseCsv } from 'csv-parse/sync'
import { foldName } from '../../domain/names.ts'
import { fault, invalidInput } from '../parse.ts'
import { unguarded } from './csv-text.ts'

export interface CsvRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly number: number
  /** By the column's name; columns that the file lacks are not there. */
  readonly cells: ReadonlyMap<string, string>
}

export const mostRows = 2_000

/**
 * The rows of a CSV file whose first line names columns that are known. UTF-8, or else Windows-1252 as a
 * spreadsheet saves it; parted by comma, semicolon or tab.
 * @throws AppError 'invalid-input' with a fault on 'file': csv.empty, csv.spreadsheet, csv.quote, csv.header, csv.long
 */
export function csvRows(bytes: Uint8Array, columns: readonly string[]): readonly CsvRow[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw wrong('csv.spreadsheet')
  const text = decoded(bytes)
  if (text.trim() === '') throw wrong('csv.empty')
  if (text.includes('\u0000')) throw wrong('csv.spreadsheet')
  const [header = [], ...rows] = recordsOf(text)
  const known = new Map(columns.map(name => [foldName(name), name]))
  const names = header.map(name => known.get(foldName(name)) ?? null)
  if (names.every(name => name === null)) throw wrong('csv.header')
  if (rows.length > mostRows) throw wrong('csv.long', mostRows)
  return rows
    .map((cells, index) => ({ number: index + 2, cells: cellsOf(names, cells) }))
    .filter(({ cells }) => [...cells.values()].some(cell => cell !== ''))
}

function cellsOf(names: readonly (string | null)[], cells: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap((name, at) => (name === null ? [] : [[name, unguarded((cells[at] ?? '').trim())]])),
  )
}

function decoded(bytes: Uint8Array): string {
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  return new TextDecoder(encoding).decode(bytes)
}

function recordsOf(text: string): string[][] {
  const first = text.split(/\r\n|\n|\r/, 1)[0] ?? ''
  const count = (mark: string) => first.split(mark).length
  const delimiter = [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
  try {
    return parseCsv(text, {
      delimiter,
      recordDelimiter: ['\r\n', '\n', '\r'],
      relaxColumnCount: true,
      skipEmptyLines: false,
      bom: true,
    })
  } catch (error) {
    if (error instanceof CsvError) throw wrong('csv.quote')
    throw error
  }
}

function wrong(type: string, limit?: number) {
  return invalidInput([fault('file', type, limit === undefined ? {} : { limit })])
}
