import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { User } from '../store/user-store.ts'
import { isWithin, userScopeOf } from './user-permissions.ts'

/** An account that the actor manages. @throws AppError 'forbidden', 'not-found' (also for another side's) */
export async function findUser(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  userId: string,
): Promise<User> {
  const scope = userScopeOf(actor)
  const user = await stores.users.find(userId)
  // Not "forbidden": that would tell a stranger that the account exists.
  if (!user || !isWithin(scope, user)) throw new AppError('not-found')
  return user
}
