import type { Context } from '../context.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'

/**
 * Puts a message that was given up back among those to be sent; the next delivery takes it, under the
 * Message-ID of before. False for one that was not given up, or has been put back already.
 * @throws AppError 'forbidden'
 */
export async function resendMessage(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<boolean> {
  if (!hasPermission(actor, 'readMessages')) throw new AppError('forbidden')
  return (await stores.outbox.retry(id, clock.now())) !== null
}
