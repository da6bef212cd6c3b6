import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { requireKeeper } from '../http/register/keep-entry.ts'
import { messageId } from '../store/outbox-store.ts'
import { linkTokenOf } from './link.ts'

/**
 * Sends the receivers that have an account the link, by mail and in the app: the head of the unit, or its
 * officers where it has none; for the regulator, its accounts. Sent once however often it is asked.
 * Returns how many letters are new.
 * @throws AppError 'forbidden', 'not-found', 'no-recipient'
 */
export async function sendLetters(
  context: Pick<Context, 'stores' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<number> {
  requireKeeper(actor)
  const item = await context.stores.disseminations.find(id)
  if (!item || item.annulled) throw new AppError('not-found')
  const { users } = context.stores
  const people =
    item.institutionId === null ? await users.activeAs('regulator') : await users.headsOf(item.institutionId)
  if (people.length === 0) throw new AppError('no-recipient')
  const path = `/acuse/${await linkTokenOf(context, item)}`
  const createdAt = context.clock.now()
  return context.stores.outbox.addMissing(
    people.map(({ id: recipientId }) => ({
      id: messageId(path, recipientId),
      ...{ recipientId, rule: 'report_delivered' as const, requestId: item.id, path, createdAt },
      reference: `${item.reportFrom} – ${item.reportTo}`,
      ...{ article: null, clock: null, day: item.day },
    })),
  )
}
