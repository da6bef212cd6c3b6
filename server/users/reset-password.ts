import type { Hasher } from '../auth/hasher.ts'
import { oneTimePassword } from '../auth/one-time-password.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { User } from '../store/user-store.ts'
import { findUser } from './find-user.ts'

/**
 * Gives an account a new one-time password, returned here and nowhere else, and ends its sessions.
 * @throws AppError 'forbidden', 'not-found', 'stale'
 */
export async function resetPassword(
  context: Pick<Context, 'stores' | 'clock'>,
  hasher: Hasher,
  actor: Actor,
  { userId, version }: { userId: string; version: number },
): Promise<{ user: User; password: string }> {
  const { stores, clock } = context
  const found = await findUser(context, actor, userId)
  // One's own password is changed with the present one in hand.
  if (found.id === actor.userId) throw new AppError('forbidden')
  const password = oneTimePassword()
  const user = await stores.users.change(userId, version, {
    passwordHash: await hasher.hash(password),
    mustChangePassword: true,
    sessionsValidFrom: clock.now(),
  })
  await stores.sessions.removeOfUser(userId)
  // Whoever has lost the phone as well has nobody else to turn to.
  await stores.secondFactors.remove(userId)
  await stores.systemLog.record('password_reset', { at: clock.now(), actor, subject: userId })
  return { user, password }
}
