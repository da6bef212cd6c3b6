import { dayNumber, guatemalaTimeZone, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { localeOf, translator, type Language } from './translate.ts'

export type Formats = ReturnType<typeof makeFormats>

const formats = new Map<Language, Formats>()

/** Days, instants and numbers as people write them. Made once a language: making one costs far more than using it. */
export function formatsFor(language: Language): Formats {
  const known = formats.get(language)
  if (known) return known
  const made = makeFormats(language)
  formats.set(language, made)
  return made
}

/** English as the pages write it: the day before the month. */
const dayLocaleOf: Readonly<Record<Language, string>> = { ...localeOf, en: 'en-GB' }

function makeFormats(language: Language) {
  const locale = localeOf[language]
  const translate = translator(language)
  const long = dayFormat(dayLocaleOf[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const short = dayFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const month = dayFormat(locale, { month: 'long', year: 'numeric' })
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: guatemalaTimeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })

  return {
    /** lunes 2 de febrero de 2026: in running text, without the comma of a letterhead. */
    dayLong: (day: CalendarDate) => long(day).replace(',', ''),
    /** 2 feb 2026 */
    dayShort: short,
    /** febrero de 2026 */
    month,
    /** An instant as day and time of day in Guatemala. */
    instant(at: Date): string {
      return time.format(at)
    },
    number(value: number): string {
      return number.format(value)
    },
    /** @param share between 0 and 1 */
    percent(share: number): string {
      return percent.format(share)
    },
    /** @param workingDays until the due day: 0 is today, negative is late. */
    timeLeft(workingDays: number): string {
      if (workingDays === 0) return translate('time.due.today')
      return workingDays > 0
        ? translate('time.due.left', { days: workingDays })
        : translate('time.due.late', { days: -workingDays })
    },
  }
}

/** A day has no zone: it is formatted in UTC from its own number, so no zone can move it. */
function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): (day: CalendarDate) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return day => format.format(dayNumber(day) * 86_400_000)
}
