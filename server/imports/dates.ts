import { parseCalendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { foldName } from '../domain/names.ts'

export type DateOrder = 'dmy' | 'mdy'

export type DateFault = 'date-not-understood' | 'impossible-date' | 'before-2009' | 'in-the-future'

export type DateReading =
  { readonly ok: true; readonly day: CalendarDate | null } | { readonly ok: false; readonly fault: DateFault }

const missing: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'na',
  'n.a.',
  's/f',
  'null',
  'none',
  'pendiente',
  'pending',
  'open',
])

/** The calendar of days off begins here, with the year in which the law came into force. */
const firstDay = '2009-01-01'

const time = String.raw`(?:[T ]\d{1,2}:\d{2}.*)?`
const hour = /[T ]\d{1,2}:\d{2}.*$/
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${time}$`)

/** A cell that says that there is no date. */
export function isMissing(cell: string): boolean {
  return missing.has(cell.trim().toLowerCase())
}

/**
 * The day that a cell names: year first, or as the order says; the hour, where there is one, is left aside.
 * @param latest the last day that may be named.
 */
export function readDate(cell: string, order: DateOrder, latest: CalendarDate): DateReading {
  const text = cell.trim()
  if (isMissing(text)) return { ok: true, day: null }
  const parts = partsOf(text, order)
  if (!parts) return { ok: false, fault: 'date-not-understood' }
  const day = parseCalendarDate(parts)
  if (!day) return { ok: false, fault: 'impossible-date' }
  if (day < firstDay) return { ok: false, fault: 'before-2009' }
  if (day > latest) return { ok: false, fault: 'in-the-future' }
  return { ok: true, day }
}

function partsOf(text: string, order: DateOrder): string | null {
  const iso = yearFirst.exec(text)
  if (iso) return dayText(iso[1], iso[2], iso[3])
  const other = yearLast.exec(text)
  if (!other) return withMonthNamed(text)
  const [, first, second, year] = other
  return order === 'dmy' ? dayText(fullYear(year), second, first) : dayText(fullYear(year), first, second)
}

/** `04-Oct-10`, `4 de octubre de 2010`, `October 4, 2010`: the month's name needs no order. */
function withMonthNamed(text: string): string | null {
  const words = foldName(text.replace(hour, '')).replaceAll(/ del? /g, ' ')
  const found = dayMonthYear.exec(words)?.groups ?? monthDayYear.exec(words)?.groups
  const month = monthNames.findIndex(names => names.includes(found?.['month'] ?? '')) + 1
  return month > 0 ? dayText(fullYear(found?.['year']), String(month), found?.['day']) : null
}

const dayMonthYear = /^(?<day>\d{1,2}) (?<month>[a-z]+) (?<year>\d{4}|\d{2})$/
const monthDayYear = /^(?<month>[a-z]+) (?<day>\d{1,2}) (?<year>\d{4}|\d{2})$/

/** From January on, folded: in Spanish and English, whole and as they are shortened. */
const monthNames: readonly (readonly string[])[] = [
  ['enero', 'ene', 'january', 'jan'],
  ['febrero', 'feb', 'february'],
  ['marzo', 'mar', 'march'],
  ['abril', 'abr', 'april', 'apr'],
  ['mayo', 'may'],
  ['junio', 'jun', 'june'],
  ['julio', 'jul', 'july'],
  ['agosto', 'ago', 'august', 'aug'],
  ['septiembre', 'setiembre', 'sept', 'sep', 'set', 'september'],
  ['octubre', 'oct', 'october'],
  ['noviembre', 'nov', 'november'],
  ['diciembre', 'dic', 'december', 'dec'],
]

/** This century's, where two figures are written. */
function fullYear(year = ''): string {
  return year.length === 2 ? `20${year}` : year
}

function dayText(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export interface OrderReading {
  readonly order: DateOrder
  /** `iso`: no cell needs an order. `seen`: a part over 12 gives it away. `assumed`: nothing does. */
  readonly because: 'told' | 'iso' | 'seen' | 'seen-elsewhere' | 'assumed'
}

/**
 * The order of day and month in a column, from all its cells: a part over 12 can only be a day. Where both
 * orders show, the commoner one is taken and the other cells will be refused as impossible.
 * @returns null where no cell gives it away; `iso` where none needs it.
 */
export function seenOrder(cells: Iterable<string>): DateOrder | 'iso' | null {
  let dayFirst = 0
  let monthFirst = 0
  let ambiguous = 0
  for (const cell of cells) {
    const match = yearLast.exec(cell.trim())
    if (!match) continue
    if (Number(match[1]) > 12) dayFirst += 1
    else if (Number(match[2]) > 12) monthFirst += 1
    else ambiguous += 1
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'dmy' : 'mdy'
  return ambiguous + dayFirst === 0 ? 'iso' : null
}

/** Decides a column's order: as told, as seen in it, as seen in its neighbours, or by the header's language. */
export function orderOf(
  seen: DateOrder | 'iso' | null,
  neighbours: readonly (DateOrder | 'iso' | null)[],
  { told, language }: { told: DateOrder | null; language: 'es' | 'en' },
): OrderReading {
  if (told) return { order: told, because: 'told' }
  if (seen === 'iso') return { order: 'dmy', because: 'iso' }
  if (seen) return { order: seen, because: 'seen' }
  const elsewhere = new Set(neighbours.filter(order => order === 'dmy' || order === 'mdy'))
  if (elsewhere.size === 1) {
    return { order: elsewhere.has('mdy') ? 'mdy' : 'dmy', because: 'seen-elsewhere' }
  }
  return { order: language === 'en' ? 'mdy' : 'dmy', because: 'assumed' }
}
