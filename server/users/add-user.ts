import type { Context } from '../context.ts'
import { normaliseEmail } from '../auth/normalise-email.ts'
import { oneTimePassword } from '../auth/one-time-password.ts'
import type { Hasher } from '../auth/hasher.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { User } from '../store/user-store.ts'
import { requireSide } from './require-side.ts'
import type { NewUser } from './schemas.ts'
import { isOnItsSide, isWithin, userScopeOf } from './user-permissions.ts'

/**
 * Makes an account with a one-time password, which is returned here and nowhere else.
 * @throws AppError 'forbidden', 'invalid-input' (role without its side), 'duplicate' (address taken),
 * 'unknown-organisation', 'unknown-institution'
 */
export async function addUser(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  hasher: Hasher,
  actor: Actor,
  { id, input }: { id: string; input: NewUser },
): Promise<{ user: User; password: string }> {
  const scope = userScopeOf(actor)
  if (!isOnItsSide(input)) throw invalidInput([fault('role', 'role.side')])
  if (!isWithin(scope, input)) throw new AppError('forbidden')
  await requireSide({ stores }, input)
  const password = oneTimePassword()
  const now = clock.now()
  const user: User = {
    ...input,
    id,
    email: normaliseEmail(input.email),
    passwordHash: await hasher.hash(password),
    active: true,
    mustChangePassword: true,
    createdAt: now,
    sessionsValidFrom: now,
    version: 1,
  }
  await stores.users.add(user)
  await stores.systemLog.record('account_added', { at: now, actor, subject: id })
  return { user, password }
}
