import type { Context } from '../context.ts'
import type { User } from '../store/user-store.ts'
import type { Hasher } from './hasher.ts'
import type { LoginLimits } from './login-limits.ts'
import { normaliseEmail } from './normalise-email.ts'

/**
 * The account that the credentials open, or null. An unknown address, a wrong password and a disabled
 * account are told apart neither by the answer nor by its time.
 * @throws AppError 'too-many-requests'
 */
export async function checkCredentials(
  { stores, hasher, limits }: { stores: Context['stores']; hasher: Hasher; limits: LoginLimits },
  given: { email: string; password: string; address: string },
): Promise<User | null> {
  const email = normaliseEmail(given.email)
  await limits.begin(email, given.address)
  const user = await stores.users.findByEmail(email)
  const matches = await hasher.verify(user?.passwordHash ?? null, given.password)
  if (!user || !matches || !user.active) return null
  await limits.succeeded(email, given.address)
  return user
}
