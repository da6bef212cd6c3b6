import { addDays, calendarDate, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import type { Institution } from '../store/institution-store.ts'

/** Which part of what is published: a period, and of whom. */
export interface Selection {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** A kind of institution, as in its record; null is every kind. */
  readonly kind: Institution['kind'] | null
  readonly institutionId: string | null
}

interface Recorded {
  readonly cases: readonly CaseFacts[]
  readonly institutions: readonly Institution[]
}

/** The month of a day and the eleven before it, to the last day of the month. */
export function lastTwelveMonths(today: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  const first = calendarDate(`${today.slice(0, 7)}-01`)
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
  const from = month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`
  const next = calendarDate(`${addDays(first, 31).slice(0, 7)}-01`)
  return { from: calendarDate(from), to: addDays(next, -1) }
}

export function casesWithin(record: Recorded, { kind, institutionId }: Selection): readonly CaseFacts[] {
  if (institutionId !== null) return record.cases.filter(facts => facts.institutionId === institutionId)
  if (kind === null) return record.cases
  const ids = new Set(record.institutions.filter(each => each.kind === kind).map(({ id }) => id))
  return record.cases.filter(facts => ids.has(facts.institutionId))
}

export function institutionsWithin(
  record: Recorded,
  { kind, institutionId }: Selection,
): readonly Institution[] {
  return record.institutions.filter(
    each => (kind === null || each.kind === kind) && (institutionId === null || each.id === institutionId),
  )
}
