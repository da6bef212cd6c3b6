import {
  calendarDate,
  dayNumber,
  fromDayNumber,
  weekdayOf,
  yearOf,
  type CalendarDate,
} from './calendar-date.ts'
import { daysOffByLaw, knownYears, movedByTextOf2010, type DayOff } from './guatemala.ts'

/**
 * `law`: the days off by law. `date-holidays-gt`: the list of the npm library date-holidays 3.37, which
 * knows only the text of 2010 for 30 June and lists 24 and 31 December as public holidays. It is here to
 * show by how much its dates are wrong.
 */
export type StatutoryRules = 'law' | 'date-holidays-gt'

const from = calendarDate(`${knownYears.first}-01-01`)
const to = calendarDate(`${knownYears.last}-12-31`)

/** The days that can be asked about, as dates and as day numbers. */
export const knownDays = { from, to, first: dayNumber(from), last: dayNumber(to) } as const

/** What is the same for every office under the same rules; indices count from `knownDays.first`. */
export interface CalendarBase {
  readonly dates: readonly CalendarDate[]
  readonly isWeekend: Uint8Array
  /** 1 on weekdays that are not a full day off; half days are 1. */
  readonly isWorking: Uint8Array
  readonly daysOff: ReadonlyMap<number, DayOff>
  readonly halfDays: readonly { readonly index: number; readonly dayOff: DayOff }[]
}

/** Built once for each pair of arguments and shared by all calendars. */
export function calendarBase(rules: StatutoryRules, inCapital: boolean): CalendarBase {
  const key = `${rules} ${inCapital}`
  const known = bases.get(key)
  if (known) return known
  const base = build(rules, inCapital)
  bases.set(key, base)
  return base
}

const bases = new Map<string, CalendarBase>()

function build(rules: StatutoryRules, inCapital: boolean): CalendarBase {
  const dates = Array.from({ length: knownDays.last - knownDays.first + 1 }, (_, index) =>
    fromDayNumber(knownDays.first + index),
  )
  const isWeekend = Uint8Array.from(dates, (_, index) =>
    weekdayOf(knownDays.first + index) % 6 === 0 ? 1 : 0,
  )
  const isWorking = isWeekend.map(flag => 1 - flag)
  const daysOff = new Map<number, DayOff>()
  for (const dayOff of listed(rules, inCapital)) {
    const index = dayNumber(dayOff.date) - knownDays.first
    daysOff.set(index, dayOff)
    if (dayOff.kind !== 'medio_dia') isWorking[index] = 0
  }
  const halfDays = [...daysOff]
    .filter(([, { kind }]) => kind === 'medio_dia')
    .map(([index, dayOff]) => ({ index, dayOff }))
  return { dates, isWeekend, isWorking, daysOff, halfDays }
}

function listed(rules: StatutoryRules, inCapital: boolean): readonly DayOff[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
  const byLaw = years.flatMap(year => daysOffByLaw(year, { inCapital }))
  return rules === 'law' ? byLaw : byLaw.flatMap(asTheLibraryHasIt)
}

const library = 'date-holidays 3.37 (biblioteca; no es ley)'

function asTheLibraryHasIt(dayOff: DayOff): readonly DayOff[] {
  const nominal = dayOff.movedFrom ?? dayOff.date
  switch (dayOff.key) {
    case 'miercoles-santo':
      return []
    case 'dia-del-ejercito':
      return [{ ...dayOff, ...moved(nominal), source: library }]
    case 'nochebuena':
    case 'fin-de-ano':
      return [{ ...dayOff, kind: 'asueto', source: library }]
    default:
      return [{ ...dayOff, date: nominal, movedFrom: null, source: library }]
  }
}

function moved(nominal: CalendarDate): Pick<DayOff, 'date' | 'movedFrom'> {
  const date = movedByTextOf2010(nominal)
  return { date, movedFrom: date === nominal ? null : nominal }
}
