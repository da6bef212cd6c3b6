import {
  calendarDate,
  dayNumber,
  dayOfWeek,
  fromDayNumber,
  addDays,
  type CalendarDate,
} from './calendar-date.ts'

/** Years whose days off are computed here. */
export const knownYears = { first: 2009, last: 2060 } as const

export type DayOffKey =
  | 'ano-nuevo'
  | 'miercoles-santo'
  | 'jueves-santo'
  | 'viernes-santo'
  | 'sabado-santo'
  | 'dia-del-trabajo'
  | 'dia-del-ejercito'
  | 'asuncion'
  | 'independencia'
  | 'revolucion'
  | 'todos-los-santos'
  | 'nochebuena'
  | 'navidad'
  | 'fin-de-ano'

/** `local`: the feast of one place. `medio_dia`: off from 12:00, so the office was open part of the day. */
export type DayOffKind = 'asueto' | 'local' | 'medio_dia'

export interface DayOff {
  /** The day as enjoyed. */
  readonly date: CalendarDate
  /** Stable id for translations. */
  readonly key: DayOffKey
  readonly name: string
  readonly kind: DayOffKind
  /** The article or decree, as it is cited. */
  readonly source: string
  /** The day it commemorates where the law moves it; null where it is kept on its day. */
  readonly movedFrom: CalendarDate | null
}

/** An afternoon off. */
export type HalfDay = DayOff & { readonly kind: 'medio_dia' }

const labourCode = 'Código de Trabajo, art. 127'
const halfDaySource = `${labourCode}: desde las 12:00`
const holyWednesdaySource = 'Decreto 42-2010, art. 2 (ref. Decreto 19-2018), excepciones; desde las 12:00'

/**
 * The days off of the public sector in a year, in order of date: Código de Trabajo 127, with 30 June
 * (and 1 May and 20 October while the reform of 2018 reached them) kept where Decreto 42-2010 puts it,
 * and 15 August, the feast of Guatemala City, for offices there. 10 May is not listed: it is a day off
 * for mothers only and the office is open.
 *
 * In doubt: the list of Ley de Servicio Civil 69 has not been read in full and is taken as the same.
 * @throws RangeError for a year outside 2009-2060.
 */
export function daysOffByLaw(year: number, { inCapital }: { inCapital: boolean }): readonly DayOff[] {
  if (!Number.isInteger(year) || year < knownYears.first || year > knownYears.last) {
    throw new RangeError(`Days off are known from ${knownYears.first} to ${knownYears.last}, not for ${year}`)
  }
  const local = inCapital ? [assumption(year)] : []
  return [...fixedDays(year), ...movableDays(year), ...holyWeek(year), ...local].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  )
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones, Butcher). */
export function easter(year: number): CalendarDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return onDay(year, Math.floor(n / 31), (n % 31) + 1)
}

/**
 * Where the text of 2010 puts a day: Tuesday on the Monday before, Wednesday and Thursday on the
 * Friday after; the rest stay, Saturday and Sunday by its own words.
 */
export function movedByTextOf2010(day: CalendarDate): CalendarDate {
  const weekday = dayOfWeek(day)
  if (weekday === 2) return addDays(day, -1)
  return weekday === 3 || weekday === 4 ? addDays(day, 5 - weekday) : day
}

/** Where the text of 2018 puts a day: Tuesday and Wednesday on the Monday before, the rest on the next. */
export function movedByTextOf2018(day: CalendarDate): CalendarDate {
  const weekday = dayOfWeek(day)
  const isBackward = weekday === 2 || weekday === 3
  return addDays(day, isBackward ? 1 - weekday : (8 - weekday) % 7)
}

interface Reading {
  /** Days commemorated from here on. */
  readonly from: CalendarDate
  readonly moves: readonly DayOffKey[]
  readonly enjoyedOn: (day: CalendarDate) => CalendarDate
  readonly source: string
}

/** How Decreto 42-2010 has read, newest first. */
const readings: readonly Reading[] = [
  {
    // CC exp. 5536-2018, judgment of 17-03-2020: "uno de mayo" and "veinte de octubre" without effect.
    from: calendarDate('2020-04-18'),
    moves: ['dia-del-ejercito'],
    enjoyedOn: movedByTextOf2018,
    source: 'Decreto 42-2010, art. 2 (ref. Decreto 19-2018; CC exp. 5536-2018)',
  },
  {
    from: calendarDate('2018-10-18'),
    moves: ['dia-del-trabajo', 'dia-del-ejercito', 'revolucion'],
    enjoyedOn: movedByTextOf2018,
    source: 'Decreto 42-2010, art. 2 (ref. Decreto 19-2018)',
  },
  {
    // In force late in 2010; the day itself was not found. 1 May and 20 October were among its exceptions,
    // so the first day it could reach is 30 June 2011, and any day after 30-06-2010 gives the same calendar.
    from: calendarDate('2010-12-01'),
    moves: ['dia-del-ejercito'],
    enjoyedOn: movedByTextOf2010,
    source: 'Decreto 42-2010, art. 2 (texto de 2010)',
  },
]

function movableDays(year: number): DayOff[] {
  return [
    movable(onDay(year, 5, 1), 'dia-del-trabajo', 'Día del Trabajo'),
    movable(onDay(year, 6, 30), 'dia-del-ejercito', 'Día del Ejército'),
    movable(onDay(year, 10, 20), 'revolucion', 'Día de la Revolución'),
  ]
}

function movable(day: CalendarDate, key: DayOffKey, name: string): DayOff {
  const reading = readings.find(({ from }) => from <= day)
  if (!reading || !reading.moves.includes(key)) return asueto(day, key, name)
  const date = reading.enjoyedOn(day)
  const source = `${labourCode}; ${reading.source}`
  return { date, key, name, kind: 'asueto', source, movedFrom: date === day ? null : day }
}

function fixedDays(year: number): DayOff[] {
  return [
    asueto(onDay(year, 1, 1), 'ano-nuevo', 'Año Nuevo'),
    asueto(onDay(year, 9, 15), 'independencia', 'Día de la Independencia'),
    asueto(onDay(year, 11, 1), 'todos-los-santos', 'Día de Todos los Santos'),
    halfDay(onDay(year, 12, 24), 'nochebuena', 'Nochebuena (medio día)', halfDaySource),
    asueto(onDay(year, 12, 25), 'navidad', 'Navidad'),
    halfDay(onDay(year, 12, 31), 'fin-de-ano', 'Fin de año (medio día)', halfDaySource),
  ]
}

function holyWeek(year: number): DayOff[] {
  const sunday = dayNumber(easter(year))
  const before = (days: number) => fromDayNumber(sunday - days)
  return [
    halfDay(before(4), 'miercoles-santo', 'Miércoles Santo (medio día)', holyWednesdaySource),
    asueto(before(3), 'jueves-santo', 'Jueves Santo'),
    asueto(before(2), 'viernes-santo', 'Viernes Santo'),
    asueto(before(1), 'sabado-santo', 'Sábado Santo'),
  ]
}

function assumption(year: number): DayOff {
  const source = `${labourCode}: festividad de la localidad (Ciudad de Guatemala)`
  return {
    date: onDay(year, 8, 15),
    key: 'asuncion',
    name: 'Virgen de la Asunción',
    kind: 'local',
    source,
    movedFrom: null,
  }
}

function asueto(date: CalendarDate, key: DayOffKey, name: string): DayOff {
  return { date, key, name, kind: 'asueto', source: labourCode, movedFrom: null }
}

function halfDay(date: CalendarDate, key: DayOffKey, name: string, source: string): HalfDay {
  return { date, key, name, kind: 'medio_dia', source, movedFrom: null }
}

function onDay(year: number, month: number, day: number): CalendarDate {
  return calendarDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
