import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { translator } from '../i18n/translate.ts'

interface Noticed {
  /** The side whose requests alone it is on; null where it is on all. */
  readonly only: string | null
  readonly to: CalendarDate
  readonly asOf: CalendarDate
}

/**
 * What stands at the head of each page: a report on part of the requests must never pass for one on all of them,
 * nor one on a period that was not over for one that is.
 */
export function noticeOf(language: 'es' | 'en', { only, to, asOf }: Noticed): { notice?: string } {
  const t = translator(language)
  const said = [
    ...(only === null ? [] : [t('report.only', { name: only })]),
    ...(asOf < to ? [t('report.notOver')] : []),
  ]
  return said.length === 0 ? {} : { notice: said.join(' · ') }
}
