import type { Context } from '../context.ts'
import { presentPage, type PageView } from '../http/paging.ts'
import type { Language } from '../i18n/translate.ts'
import { presentNotification, type NotificationView } from './notification-view.ts'
import type { NotificationQuery } from './schemas.ts'

export interface NotificationList extends PageView<NotificationView> {
  /** Counted up to 100. */
  readonly unread: number
}

const mostUnread = 100

/** A person's own, the latest first: nobody reads another's. */
export async function listNotifications(
  { stores }: Pick<Context, 'stores'>,
  userId: string,
  { cursor, limit, unread }: NotificationQuery,
  language: Language,
): Promise<NotificationList> {
  const page = await stores.notifications.list(userId, { onlyUnread: unread, limit, after: cursor })
  return {
    ...presentPage(page, each => presentNotification(each, language)),
    unread: await stores.notifications.countUnread(userId, mostUnread),
  }
}
