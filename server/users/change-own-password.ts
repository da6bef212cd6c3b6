import type { Hasher } from '../auth/hasher.ts'
import { passwordFault } from '../auth/password-rules.ts'
import type { Context } from '../context.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { User } from '../store/user-store.ts'
import type { PasswordChange } from './schemas.ts'

/**
 * Changes one's own password and ends all one's sessions, this one included: the caller begins a new one.
 * @throws AppError 'invalid-input' (present password wrong, new one too weak or the same), 'stale'
 */
export async function changeOwnPassword(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  hasher: Hasher,
  user: User,
  { current, next }: PasswordChange,
): Promise<User> {
  const weakness = passwordFault('next', next, user)
  if (weakness) throw invalidInput([weakness])
  if (!(await hasher.verify(user.passwordHash, current)))
    throw invalidInput([fault('current', 'password.wrong')])
  if (current === next) throw invalidInput([fault('next', 'password.same')])
  const changed = await stores.users.change(user.id, user.version, {
    passwordHash: await hasher.hash(next),
    mustChangePassword: false,
    sessionsValidFrom: clock.now(),
  })
  await stores.sessions.removeOfUser(user.id)
  const actor = { role: user.role, userId: user.id }
  await stores.systemLog.record('password_changed', { at: clock.now(), actor })
  return changed
}
