import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Notification } from '../store/notification-store.ts'

/**
 * One that was read before keeps the instant of its first reading.
 * @throws AppError 'not-found', for another person's too.
 */
export async function markRead(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  userId: string,
  notificationId: string,
): Promise<Notification> {
  const read = await stores.notifications.markRead(userId, notificationId, clock.now())
  if (!read) throw new AppError('not-found')
  return read
}
