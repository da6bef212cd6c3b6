/** A day on the calendar, 'YYYY-MM-DD': no time, no zone. Two of them compare with < and >. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' }

export const guatemalaTimeZone = 'America/Guatemala'

const millisecondsADay = 86_400_000
const guatemalaOffset = -6 * 3_600_000
/** From here on Guatemala has kept UTC-06:00; 2006 had daylight saving. */
const fixedOffsetFrom = Date.UTC(2007, 0, 1, 6)
const digits = /^\d{4}-\d{2}-\d{2}$/

/** @throws RangeError on text that is not a day, such as 30 February. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new RangeError(`Not a calendar date: ${text}`)
  return date
}

/** The day that the text names, or null where there is no such day. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!digits.test(text)) return null
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(Number(text.slice(0, 4)), month)) return null
  return text as CalendarDate
}

/** Days since 1970-01-01. */
export function dayNumber(date: CalendarDate): number {
  const month = twoDigits(date, 5)
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2) - (month <= 2 ? 1 : 0)
  // The year is taken to begin in March, so that the leap day is its last.
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + twoDigits(date, 8) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + dayOfYear - 719_468
}

/** The inverse of `dayNumber`. @throws RangeError outside the years 0000 to 9999. */
export function fromDayNumber(day: number): CalendarDate {
  if (!(day >= 0 && day < textsKept)) return textOf(day)
  const known = texts[day]
  if (known) return known
  const text = textOf(day)
  texts[day] = text
  return text
}

/** The days from 1970 to 2106, each written once: a text is made far more slowly than it is looked up. */
const textsKept = 50_000
const texts = new Array<CalendarDate | null>(textsKept).fill(null)

function textOf(day: number): CalendarDate {
  if (!Number.isInteger(day) || day < -719_528 || day > 2_932_896) {
    throw new RangeError(`Not a day number: ${day}`)
  }
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return toText(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** 0 is Sunday. */
export function dayOfWeek(date: CalendarDate): number {
  return weekdayOf(dayNumber(date))
}

/** 0 is Sunday; of a day number. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** The day that an instant falls on in a zone: 20:30 in Guatemala is already tomorrow in UTC. */
export function dayIn(timeZone: string, instant: Date): CalendarDate {
  if (hasFixedOffset(timeZone, instant)) {
    return fromDayNumber(Math.floor((instant.getTime() + guatemalaOffset) / millisecondsADay))
  }
  const { year, month, day } = partsIn(timeZone, instant)
  return toText(year, month, day)
}

/** Minutes since midnight in a zone, seconds as a fraction: 16:30:30 is 990.5. */
export function minutesIn(timeZone: string, instant: Date): number {
  if (hasFixedOffset(timeZone, instant)) {
    const local = instant.getTime() + guatemalaOffset
    return (local - Math.floor(local / millisecondsADay) * millisecondsADay) / 60_000
  }
  const { hour, minute, second } = partsIn(timeZone, instant)
  return hour * 60 + minute + (second * 1_000 + instant.getUTCMilliseconds()) / 60_000
}

function hasFixedOffset(timeZone: string, instant: Date): boolean {
  return timeZone === guatemalaTimeZone && instant.getTime() >= fixedOffsetFrom
}

const formats = new Map<string, Intl.DateTimeFormat>()

function partsIn(timeZone: string, instant: Date) {
  // Parts, not the formatted text: its order belongs to the locale data, not to us.
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

/** Making a formatter costs far more than using one. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

const shortMonths: readonly number[] = [4, 6, 9, 11]

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return shortMonths.includes(month) ? 30 : 31
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

function toText(year: number, month: number, day: number): CalendarDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
