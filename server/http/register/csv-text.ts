export type CsvValue = string | number | boolean | null

/** RFC 4180, in UTF-8 with a byte order mark, which spreadsheets need; true and false as 1 and 0. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return csvHead(header) + rows.map(csvLine).join('')
}

/** The beginning of a file that is written line by line. */
export function csvHead(header: readonly string[]): string {
  return `\ufeff${csvLine(header)}`
}

export function csvLine(row: readonly CsvValue[]): string {
  return `${row.map(value => quoted(cell(value))).join(',')}\r\n`
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet would run a cell that begins with one of these as a formula. */
const formulaStart = /^[=+\-@\t\r]/

function cell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return String(value)
  return formulaStart.test(value) ? `'${value}` : value
}

/** A cell as it was before `csvText` kept a spreadsheet from running it. */
export function unguarded(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
