import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { User } from '../store/user-store.ts'
import { findUser } from './find-user.ts'
import { requireSide } from './require-side.ts'
import type { UserPatch } from './schemas.ts'
import { isOnItsSide, isWithin, mayChange, userScopeOf } from './user-permissions.ts'

/**
 * Changes an account; a new role, side or disabling counts from its next request, and ends its sessions.
 * @throws AppError 'forbidden', 'not-found', 'stale', 'invalid-input' (role without its side),
 * 'unknown-organisation', 'unknown-institution'
 */
export async function changeUser(
  context: Pick<Context, 'stores' | 'clock'>,
  actor: Actor,
  { userId, version, patch }: { userId: string; version: number; patch: UserPatch },
): Promise<User> {
  const { stores, clock } = context
  const user = await findUser(context, actor, userId)
  if (user.version !== version) throw new AppError('stale')
  const changed = { ...user, ...patch }
  if (!isOnItsSide(changed)) throw invalidInput([fault('role', 'role.side')])
  if (!isWithin(userScopeOf(actor), changed) || !mayChange(actor, user, patch))
    throw new AppError('forbidden')
  await requireSide(context, changed)
  const rights = ['role', 'organisationId', 'institutionId', 'active'] as const
  const changesRights = rights.some(field => changed[field] !== user[field])
  const ending = changesRights ? { sessionsValidFrom: clock.now() } : {}
  const saved = await stores.users.change(userId, version, { ...patch, ...ending })
  if (changesRights) await stores.sessions.removeOfUser(userId)
  await stores.systemLog.record('account_changed', { at: clock.now(), actor, subject: userId })
  return saved
}
