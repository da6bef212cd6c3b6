import type { Context } from '../../server/context.ts'
import { addDays, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Actor } from '../../server/domain/request/events.ts'
import type { Recorded } from '../../server/store/recorded.ts'

export const coordinator: Actor = {
  userId: 'demo-coordinator',
  role: 'coordinator',
  organisationId: null,
  institutionId: null,
}
export const head: Actor = {
  userId: 'demo-uip_head',
  role: 'uip_head',
  organisationId: null,
  institutionId: 'minfin',
}

/** The context as it was on a day so many calendar days ago, at nine in the morning. */
export function on(context: Context, daysAgo: number): Context {
  const day = ago(context, daysAgo)
  const now = () => morningOf(day)
  return { ...context, clock: { now, today: () => day } }
}

export function ago({ clock }: Context, daysAgo: number): CalendarDate {
  return addDays(clock.today(), -daysAgo)
}

export function morningOf(day: CalendarDate): Date {
  return new Date(`${day}T09:00:00-06:00`)
}

/** On record since that instant: what was published before it does not know it. */
export function recorded(id: string, recordedAt: Date): Recorded {
  return { id, annulled: false, corrections: [], recordedAt, recordedBy: coordinator.userId, version: 1 }
}
