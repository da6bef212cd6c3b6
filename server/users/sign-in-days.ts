import type { Context } from '../context.ts'
import { dayIn, guatemalaTimeZone, type CalendarDate } from '../domain/calendar/calendar-date.ts'

/** How far back an account's events are read: days of signing in are for a glance, the log has the rest. */
const mostEvents = 100

/** The days on which an account signed in, the latest first, as far as its latest events tell. */
export async function signInDays(
  { stores }: Pick<Context, 'stores'>,
  userId: string,
  most = mostEvents,
): Promise<CalendarDate[]> {
  const page = { limit: most, after: null }
  const { items } = await stores.systemLog.list({ kind: null, actorId: userId }, page)
  const days = items.filter(({ kind }) => kind === 'sign_in').map(({ at }) => dayIn(guatemalaTimeZone, at))
  return [...new Set(days)]
}
