import {
  addDays,
  dayIn,
  dayOfWeek,
  guatemalaTimeZone,
  type CalendarDate,
} from '../domain/calendar/calendar-date.ts'
import type { Context } from '../context.ts'
import { viewNotice } from '../domain/notices.ts'
import { listRequests } from '../requests/list-requests.ts'
import { readAddress } from '../requests/list-address.ts'
import type { SavedView, ViewMail } from '../store/saved-view-store.ts'
import type { User } from '../store/user-store.ts'
import { messagesFor } from './messages-for.ts'
import type { NoticeSummary } from './notices.ts'
import { passOver } from './pass-over.ts'

/**
 * Tells the owners of saved views that something is in them: those who asked for it daily, each day; weekly,
 * on the first run since Monday. Never twice: a message is named after its view and the day or the week.
 * A view that shows nothing is not told of, and neither is the day or week in which it was saved.
 */
export async function queueViewSummaries(
  context: Context,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<NoticeSummary> {
  const today = context.clock.today()
  const { examined, written, failed } = await passOver(
    told(context),
    view => queue(context, view, slotOf(view.mail, today)),
    {
      signal,
      onFailure({ id: viewId }, err) {
        context.log.error({ err, viewId }, 'The summary of a saved view could not be queued')
      },
    },
  )
  return { examined, queued: written, failed }
}

async function* told({ stores }: Context): AsyncGenerator<SavedView> {
  yield* stores.savedViews.toldOf('daily')
  yield* stores.savedViews.toldOf('weekly')
}

/** The day that names the message: today, or the Monday of this week. */
export function slotOf(mail: ViewMail, today: CalendarDate): CalendarDate {
  if (mail !== 'weekly') return today
  const sinceMonday = (dayOfWeek(today) + 6) % 7
  return addDays(today, -sinceMonday)
}

async function queue(context: Context, view: SavedView, slot: CalendarDate): Promise<number> {
  const { stores, clock } = context
  if (slot <= dayIn(guatemalaTimeZone, view.createdAt)) return 0
  const user = await stores.users.find(view.userId)
  if (!user?.active || !(await showsSomething(context, view, user))) return 0
  const notice = viewNotice(view.id, slot)
  const messages = messagesFor({ id: view.id, reference: view.name }, notice, [user.id], clock.now())
  const path = `/solicitudes${view.query === '' ? '' : `?${view.query}`}`
  return stores.outbox.addMissing(messages.map(message => ({ ...message, path })))
}

async function showsSomething(
  context: Context,
  { query }: SavedView,
  user: Pick<User, 'id' | 'role' | 'organisationId' | 'institutionId'>,
): Promise<boolean> {
  const { id: userId, role, organisationId, institutionId } = user
  const { input } = readAddress(new URLSearchParams(query), context.clock.today())
  const actor = { userId, role, organisationId, institutionId }
  const { items } = await listRequests(context, actor, { ...input, limit: 1, cursor: null })
  return items.length > 0
}
