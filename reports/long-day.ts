import { dayNumber, type CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import type { ReportLanguage } from './blocks.ts'

/** Names as letters spell them, without Intl: the bytes of a paper must not depend on its version. */
const names = {
  'es-GT': {
    weekdays: 'domingo lunes martes miércoles jueves viernes sábado'.split(' '),
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
      ' ',
    ),
  },
  en: {
    weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
    months: 'January February March April May June July August September October November December'.split(
      ' ',
    ),
  },
} as const satisfies Record<ReportLanguage, object>

/** 16 de febrero de 2026; 16 February 2026 */
export function plainDay(day: CalendarDate, language: ReportLanguage): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = names[language].months[Number(month) - 1] ?? ''
  return language === 'es-GT' ? `${Number(date)} de ${name} de ${year}` : `${Number(date)} ${name} ${year}`
}

/** lunes 16 de febrero de 2026; Monday 16 February 2026 */
export function longDay(day: CalendarDate, language: ReportLanguage): string {
  // Day 0 is 1 January 1970, a Thursday.
  const weekday = names[language].weekdays[(((dayNumber(day) + 4) % 7) + 7) % 7] ?? ''
  return `${weekday} ${plainDay(day, language)}`
}
