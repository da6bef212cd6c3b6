import { dayNumber, fromDayNumber, type CalendarDate } from './calendar-date.ts'
import type { Closure } from './closures.ts'
import { fingerprint } from './fingerprint.ts'
import type { DayOff } from './guatemala.ts'
import { calendarBase, knownDays, type CalendarBase, type StatutoryRules } from './statutory-base.ts'

export type DayUnit = 'working' | 'calendar'

export interface CalendarOptions {
  /** 15 August is a day off for offices in Guatemala City, and not elsewhere. */
  readonly inCapital: boolean
  /** Already narrowed to the office by `closuresFor`. */
  readonly closures: readonly Closure[]
  /** The afternoons off of Holy Wednesday, 24 and 31 December. LOJ 45 d) counts them. */
  readonly halfDays?: 'count' | 'do-not-count'
  /** Holy Wednesday apart from the December ones; left out, it goes with them. */
  readonly holyWednesday?: 'as-half-days' | 'counts' | 'does-not-count'
  /** How a term is counted where the law says "días" and not "días hábiles". */
  readonly dayUnit?: DayUnit
  /** `date-holidays-gt` is the list of a known library, for comparison: it is not the law. */
  readonly rules?: StatutoryRules
}

export type DayReason = 'working-day' | 'weekend' | 'day-off' | 'closure' | 'half-day'

/** What a day is, and where that is written. */
export interface DayStatus {
  readonly date: CalendarDate
  readonly working: boolean
  readonly reason: DayReason
  /** Key for translations; null for acuerdos and for days without a name. */
  readonly key: string | null
  readonly name: string | null
  readonly source: string | null
  readonly movedFrom: CalendarDate | null
  readonly closureId: string | null
}

/**
 * The working days of one office. Every function throws RangeError, naming the known range, where the
 * answer would rest on a day outside 2009-01-01..2060-12-31.
 */
export interface WorkingCalendar {
  /** Same content, same version, on any machine. */
  readonly version: string
  readonly dayUnit: DayUnit
  isWorkingDay(date: CalendarDate): boolean
  /** Day 1 is the first working day after `start` (LOJ 45 e); negative counts back; 0 is `start`. */
  addWorkingDays(start: CalendarDate, days: number): CalendarDate
  /** `addWorkingDays` on day numbers, for scans over millions of terms. */
  addToDayNumber(start: number, days: number): number
  /** The day itself where it is a working day, otherwise the next one. */
  onOrAfter(date: CalendarDate): CalendarDate
  /** Working days after `from` up to and including `to`; negative where `to` is before `from`. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number
  statusOf(date: CalendarDate): DayStatus
  /** Why a day is a full or half day off; null for an ordinary day and a plain weekend. */
  dayOff(date: CalendarDate): DayStatus | null
}

/** The calendar for these options. Equal content gives the very same object, so ask for one per office freely. */
export function workingCalendar(options: CalendarOptions): WorkingCalendar {
  const content = contentOf(options)
  const known = built.get(content)
  if (known) return known
  if (built.size >= mostKept) built.clear()
  const calendar = build(options, fingerprint(content))
  built.set(content, calendar)
  return calendar
}

const built = new Map<string, WorkingCalendar>()
const mostKept = 512

function contentOf(options: CalendarOptions): string {
  const { inCapital, closures, dayUnit = 'working', rules = 'law' } = options
  const closed = closures
    .flatMap(({ id, days, name, source }) => days.map(day => JSON.stringify([day, id, name, source])))
    .sort()
  const { december, holyWednesday } = halfDaysCount(options)
  return JSON.stringify(['gt-1', rules, inCapital, december, holyWednesday, dayUnit, [...new Set(closed)]])
}

function halfDaysCount({ halfDays = 'count', holyWednesday = 'as-half-days' }: CalendarOptions) {
  const december = halfDays === 'count'
  return { december, holyWednesday: holyWednesday === 'as-half-days' ? december : holyWednesday === 'counts' }
}

function build(options: CalendarOptions, version: string): WorkingCalendar {
  const base = calendarBase(options.rules ?? 'law', options.inCapital)
  const closures = closuresByDay(options.closures)
  const isWorking = workingFlags(base, closures, halfDaysCount(options))
  const { countUpTo, workingDays } = prefixSums(isWorking)
  const indexOf = (date: CalendarDate) => indexIn(dayNumber(date))
  const dateAt = (index: number) => dateIn(base, index)

  function move(index: number, days: number): number {
    if (days === 0) return index
    const before = (days > 0 ? countUpTo[index + 1] : countUpTo[index]) ?? 0
    const found = workingDays[days > 0 ? before + days - 1 : before + days]
    if (found === undefined) throw outside(`${days} working days from ${dateAt(index)}`)
    return found
  }

  function statusOf(date: CalendarDate): DayStatus {
    const index = indexOf(date)
    return describe(date, isWorking[index] === 1, base, index, closures.get(index) ?? null)
  }

  return {
    version,
    dayUnit: options.dayUnit ?? 'working',
    isWorkingDay: date => isWorking[indexOf(date)] === 1,
    addWorkingDays: (start, days) => dateAt(move(indexOf(start), days)),
    addToDayNumber: (start, days) => move(indexIn(start), days) + knownDays.first,
    onOrAfter: date => (isWorking[indexOf(date)] === 1 ? date : dateAt(move(indexOf(date), 1))),
    workingDaysBetween: (from, to) => (countUpTo[indexOf(to) + 1] ?? 0) - (countUpTo[indexOf(from) + 1] ?? 0),
    statusOf,
    dayOff(date) {
      const status = statusOf(date)
      return status.name === null ? null : status
    },
  }
}

function closuresByDay(closures: readonly Closure[]): Map<number, Closure> {
  const byDay = new Map<number, Closure>()
  // By id, so that of two acuerdos on one day the same is cited whatever their order.
  for (const closure of [...closures].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const day of closure.days) {
      const index = indexIn(dayNumber(day))
      if (!byDay.has(index)) byDay.set(index, closure)
    }
  }
  return byDay
}

function workingFlags(
  base: CalendarBase,
  closures: ReadonlyMap<number, Closure>,
  counts: { december: boolean; holyWednesday: boolean },
): Uint8Array {
  const flags = base.isWorking.slice()
  for (const { index, dayOff } of base.halfDays) {
    const isCounted = dayOff.key === 'miercoles-santo' ? counts.holyWednesday : counts.december
    if (!isCounted) flags[index] = 0
  }
  for (const index of closures.keys()) flags[index] = 0
  return flags
}

/** `countUpTo[i]`: working days before index i. `workingDays[k]`: the index of the k-th, from 0. */
function prefixSums(isWorking: Uint8Array) {
  const countUpTo = new Uint16Array(isWorking.length + 1)
  const workingDays = new Uint16Array(isWorking.length)
  let count = 0
  for (let index = 0; index < isWorking.length; index += 1) {
    if (isWorking[index] === 1) workingDays[count++] = index
    countUpTo[index + 1] = count
  }
  return { countUpTo, workingDays: workingDays.slice(0, count) }
}

function describe(
  date: CalendarDate,
  working: boolean,
  base: CalendarBase,
  index: number,
  closure: Closure | null,
): DayStatus {
  const found = reasonFor(base.daysOff.get(index) ?? null, closure)
  if (base.isWeekend[index] !== 1) return { date, working, ...found }
  return { date, working, ...found, reason: 'weekend', source: found.source ?? weekendSource }
}

/** The law is cited before an acuerdo, and an acuerdo before the half day that it makes whole. */
function reasonFor(dayOff: DayOff | null, closure: Closure | null): Omit<DayStatus, 'date' | 'working'> {
  const none = { key: null, name: null, source: null, movedFrom: null, closureId: null }
  if (closure && (!dayOff || dayOff.kind === 'medio_dia')) {
    const { id, name, source } = closure
    return { ...none, reason: 'closure', name, source, closureId: id }
  }
  if (!dayOff) return { ...none, reason: 'working-day' }
  const { kind, key, name, source, movedFrom } = dayOff
  return { ...none, reason: kind === 'medio_dia' ? 'half-day' : 'day-off', key, name, source, movedFrom }
}

const weekendSource = 'Ley del Organismo Judicial, art. 45 d)'

function indexIn(day: number): number {
  if (!(day >= knownDays.first && day <= knownDays.last))
    throw outside(Number.isInteger(day) ? fromDayNumber(day) : `day number ${day}`)
  return day - knownDays.first
}

function dateIn(base: CalendarBase, index: number): CalendarDate {
  const date = base.dates[index]
  if (date === undefined) throw outside(`day ${index}`)
  return date
}

function outside(asked: string): RangeError {
  return new RangeError(`Days off are known from ${knownDays.from} to ${knownDays.to}; asked about ${asked}`)
}
