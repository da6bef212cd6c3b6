export type Cell = string | number | boolean | null

/** Tells a spreadsheet that the file is UTF-8. */
export const byteOrderMark = '\ufeff'

/**
 * A line of RFC 4180. True and false are 1 and 0, null is empty; text that a spreadsheet would run as a
 * formula begins with an apostrophe.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cell => quoted(textOf(cell))).join(',')}\r\n`
}

export function csvText(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + csvLine(head) + rows.map(csvLine).join('')
}

/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r]/

const needsQuotes = /[",\r\n]/

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  if (typeof cell === 'number') return String(cell)
  return formulaStart.test(cell) ? `'${cell}` : cell
}

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
