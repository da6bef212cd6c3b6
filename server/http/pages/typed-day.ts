import { parseCalendarDate, type CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/law/effective-receipt.ts'
import type { Language } from '../../i18n/translate.ts'

const written = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/

/** A day as people here write it: 20/11/2026, 2026-11-20, "hoy". Null where there is no such day. */
export function typedDay(text: string, today: CalendarDate): CalendarDate | null {
  const plain = text.trim().toLowerCase()
  if (Object.values(todayWords).includes(plain)) return today
  const parts = written.exec(plain)
  if (!parts) return parseCalendarDate(plain)
  const [, day = '', month = '', year = ''] = parts
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const todayWords: Readonly<Record<Language, string>> = { es: 'hoy', en: 'today' }

/** What stands for today in a page's own language; both are read in either. */
export function todayWord(language: Language): string {
  return todayWords[language]
}

const clockTime = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

/** Hours and minutes, '9:05' as '09:05'; null where it is no time of day. */
export function typedTime(text: string): string | null {
  const [, hour, minute] = clockTime.exec(text.trim()) ?? []
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** The instant in Guatemala, UTC-06:00 all year; the bare day where no hour is known. */
export function momentOf(day: CalendarDate, time: string | null): Moment {
  return time === null ? day : new Date(`${day}T${time}:00-06:00`)
}
