import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { NoticeRule } from '../domain/notices.ts'
import type { ClockId } from '../domain/request/states.ts'
import { noticeText } from '../i18n/notice-text.ts'
import type { Language } from '../i18n/translate.ts'
import type { Notification } from '../store/notification-store.ts'

/** A notification in the reader's language. */
export interface NotificationView {
  readonly id: string
  readonly rule: NoticeRule
  readonly requestId: string
  readonly reference: string
  readonly subject: string
  readonly text: string
  readonly article: string | null
  readonly clock: ClockId | null
  /** The day of the act, or the due day of the term. */
  readonly day: CalendarDate
  readonly createdAt: Date
  readonly readAt: Date | null
}

export function presentNotification(notification: Notification, language: Language): NotificationView {
  const { id, rule, requestId, reference, article, clock, day, createdAt, readAt } = notification
  const words = noticeText(language, notification)
  return { id, rule, requestId, reference, ...words, article, clock, day, createdAt, readAt }
}
