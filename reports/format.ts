import { addDays, type CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import type { ReportLanguage } from './blocks.ts'

/** Numbers and days in reports, without Intl: the bytes of a report must not depend on its version. */
const nbsp = '\u00a0'

const monthNames = {
  'es-GT': 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  en: 'January February March April May June July August September October November December',
} as const satisfies Record<ReportLanguage, string>

/** 12,480 in both languages, as in Guatemala. */
export function formatInteger(value: number): string {
  const digits = String(Math.abs(Math.round(value)))
  const groups = digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return value < 0 && groups !== '0' ? `\u2212${groups}` : groups
}

/** 1,234.5: as many decimals as asked, halves away from zero. */
export function formatDecimal(value: number, decimals: number): string {
  const scale = 10 ** decimals
  // The nudge undoes what doubles do to 1.005 and 0.285 before rounding.
  const scaled = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON))
  const whole = formatInteger(Math.floor(scaled / scale))
  const fraction = decimals === 0 ? '' : `.${String(scaled % scale).padStart(decimals, '0')}`
  return value < 0 && scaled > 0 ? `\u2212${whole}${fraction}` : `${whole}${fraction}`
}

/** A median of whole days is whole or ends in .5. */
export function formatDays(value: number): string {
  return formatDecimal(value, Number.isInteger(value) ? 0 : 1)
}

/** 0.812 is '81.2 %', with a space that does not break. */
export function formatPercent(share: number): string {
  return `${formatDecimal(share * 100, 1)}${nbsp}%`
}

/** '45.1–77.3', for a column of percentages. */
export function formatShareRange({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${formatDecimal(low * 100, 1)}\u2013${formatDecimal(high * 100, 1)}`
}

/** '45.1–77.3 %' */
export function formatShareInterval({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${formatDecimal(low * 100, 1)}\u2013${formatPercent(high)}`
}

/** 05/02/2026 in Spanish, 5 Feb 2026 in English, where 05/02 has two readings. */
export function formatDate(day: CalendarDate, language: ReportLanguage): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (language === 'es-GT') return `${date}/${month}/${year}`
  return `${Number(date)}${nbsp}${monthName(Number(month), language).slice(0, 3)}${nbsp}${year}`
}

/** '2026-02' is 'febrero 2026'. */
export function formatMonth(month: string, language: ReportLanguage): string {
  return `${monthName(Number(month.slice(5)), language)}${nbsp}${month.slice(0, 4)}`
}

/** '2026', 'febrero 2026', 'enero–junio 2026'; days where the period does not hold whole months of one year. */
export function formatPeriod({ from, to }: Period, language: ReportLanguage): string {
  const [year, first, last] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  const whole = from.endsWith('-01') && addDays(to, 1).endsWith('-01')
  if (!whole || to.slice(0, 4) !== year) return `${formatDate(from, language)} – ${formatDate(to, language)}`
  if (first === last) return formatMonth(from.slice(0, 7), language)
  if (first === 1 && last === 12) return year
  return `${monthName(first, language)}–${formatMonth(to.slice(0, 7), language)}`
}

interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** '2026-02' is 'feb'. */
export function formatShortMonth(month: string, language: ReportLanguage): string {
  return monthName(Number(month.slice(5)), language).slice(0, 3)
}

function monthName(month: number, language: ReportLanguage): string {
  return monthNames[language].split(' ')[month - 1] ?? ''
}
