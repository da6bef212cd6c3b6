import { addDays, calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Institution } from '../store/institution-store.ts'

/** Which part of what is published: a period, and of whom. */
export interface Selection {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** A kind of institution, as in its record; null is every kind. */
  readonly kind: Institution['kind'] | null
  readonly institutionId: string | null
}

/** The month of a day and the eleven before it, to the last day of the month. */
export function lastTwelveMonths(today: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  const first = calendarDate(`${today.slice(0, 7)}-01`)
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
  const from = month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`
  const next = calendarDate(`${addDays(first, 31).slice(0, 7)}-01`)
  return { from: calendarDate(from), to: addDays(next, -1) }
}

/** Whose requests are meant; null is everybody's. */
export function institutionsIn(
  { institutions }: { readonly institutions: readonly Pick<Institution, 'id' | 'kind'>[] },
  { kind, institutionId }: Selection,
): ReadonlySet<string> | null {
  if (institutionId !== null) return new Set([institutionId])
  if (kind === null) return null
  return new Set(institutions.filter(each => each.kind === kind).map(({ id }) => id))
}
