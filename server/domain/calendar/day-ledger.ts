import { addDays, type CalendarDate } from './calendar-date.ts'
import type { DayReason, DayUnit, WorkingCalendar } from './working-calendar.ts'

/** One day of a term: counted or not, and why. */
export interface LedgerDay {
  readonly date: CalendarDate
  readonly counted: boolean
  /** Which day of the term it is, from 1; null for a day that does not count. */
  readonly ordinal: number | null
  /** What the day is. A half day is noted whether or not it counts. */
  readonly reason: DayReason
  /** Key for translations of `name`; null for acuerdos and for days without a name. */
  readonly key: string | null
  readonly name: string | null
  readonly source: string | null
  readonly movedFrom: CalendarDate | null
}

/**
 * Every day from the day after `start` to the last day of a term of `days` days: as many are counted as
 * the term has, and the last one listed is the due day.
 * @throws RangeError for days that are not a whole number from 0, or beyond the known calendar.
 */
export function dayLedger(
  start: CalendarDate,
  days: number,
  calendar: WorkingCalendar,
  unit: DayUnit = 'working',
): readonly LedgerDay[] {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a term in days: ${days}`)
  const ledger: LedgerDay[] = []
  let date = start
  let ordinal = 0
  while (ordinal < days) {
    date = addDays(date, 1)
    const { working, reason, key, name, source, movedFrom } = calendar.statusOf(date)
    const counted = working || unit === 'calendar'
    if (counted) ordinal += 1
    ledger.push({ date, counted, ordinal: counted ? ordinal : null, reason, key, name, source, movedFrom })
  }
  return ledger
}
