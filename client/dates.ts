import { calendarDate, dayNumber, type CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import type { Language } from './page-context.ts'

const millisecondsADay = 86_400_000

const locales = { es: ['es-GT', 'es'], en: ['en-GB', 'en'] } as const satisfies Record<
  Language,
  readonly string[]
>

/** Forms are spelt out: what "medium" or "short" mean differs between versions of the locale data. */
const forms = {
  /** lunes, 23 de noviembre de 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 23 de noviembre de 2026 */
  plain: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 23 nov 2026 */
  short: { day: '2-digit', month: 'short', year: 'numeric' },
  /** lunes 23 de noviembre */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** lun, 23 nov */
  row: { weekday: 'short', day: '2-digit', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DayForm = keyof typeof forms

const formats = new Map<string, Intl.DateTimeFormat>()

/** A calendar day in words. Its text is made on the server only, so that every browser shows the same. */
export function dayText(language: Language, day: CalendarDate, form: DayForm): string {
  const text = formatFor(language, form).format(dayNumber(day) * millisecondsADay)
  // Spanish separates the weekday with a comma that running text does not want.
  return language === 'es' ? text.replace(',', '').replace('.', '') : text.replace(',', '')
}

/** An instant as day and hour in Guatemala: 23 nov 2026, 16:05. */
export function instantText(language: Language, instant: Date): string {
  return clockFor(language).format(instant).replace('.', '')
}

function formatFor(language: Language, form: DayForm): Intl.DateTimeFormat {
  const name = `${language} ${form}`
  const known = formats.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat([...locales[language]], { ...forms[form], timeZone: 'UTC' })
  formats.set(name, format)
  return format
}

function clockFor(language: Language): Intl.DateTimeFormat {
  const name = `${language} instant`
  const known = formats.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat([...locales[language]], {
    ...forms.short,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'America/Guatemala',
  })
  formats.set(name, format)
  return format
}

const monthForms = {
  /** noviembre de 2026 */
  long: { month: 'long', year: 'numeric' },
  /** nov */
  short: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A month 'YYYY-MM' in words. */
export function monthText(language: Language, month: string, form: keyof typeof monthForms): string {
  const name = `${language} month ${form}`
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat([...locales[language]], { ...monthForms[form], timeZone: 'UTC' })
  formats.set(name, format)
  return format.format(dayNumber(calendarDate(`${month}-01`)) * millisecondsADay).replace('.', '')
}
