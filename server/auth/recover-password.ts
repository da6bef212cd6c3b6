import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Recovery } from '../store/recovery-store.ts'
import type { User } from '../store/user-store.ts'
import type { Hasher } from './hasher.ts'
import { normaliseEmail } from './normalise-email.ts'
import { passwordFault } from './password-rules.ts'

/** How long a letter's link serves: minutes. */
export const recoveryMinutes = 60

const perAccountAndAddress = 3
const perAddress = 10

/**
 * Counts an asking before anything is looked up, so that its limit tells nobody whether an account exists.
 * @throws AppError 'too-many-requests' { retryAfterSeconds }
 */
export async function limitRecoveries(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  { email, address }: { readonly email: string; readonly address: string },
): Promise<void> {
  const now = clock.now()
  const windowMs = recoveryMinutes * 60_000
  const limits = [
    [`recovery\n${address}`, perAddress],
    [`recovery\n${normaliseEmail(email)}\n${address}`, perAccountAndAddress],
  ] as const
  for (const [key, limit] of limits) {
    const until = await stores.loginAttempts.begin(hashOf(key), { now, limit, windowMs })
    if (until) {
      const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
      throw new AppError('too-many-requests', { retryAfterSeconds: seconds })
    }
  }
}

/** A link's token for the account of an address; null where there is none that works. The store keeps its hash. */
export async function beginRecovery(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  email: string,
): Promise<{ readonly user: User; readonly token: string } | null> {
  const user = await stores.users.findByEmail(normaliseEmail(email))
  if (!user?.active) return null
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(clock.now().getTime() + recoveryMinutes * 60_000)
  await stores.recoveries.add({ id: hashOf(token), userId: user.id, expiresAt })
  return { user, token }
}

/** What a token still opens, or null. Looking does not use it up: mail programs open links too. */
export async function findRecovery(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  token: string,
): Promise<Recovery | null> {
  const recovery = await stores.recoveries.find(hashOf(token))
  return recovery && recovery.expiresAt > clock.now() ? recovery : null
}

/**
 * Sets a new password, uses the link up and ends every session of the account.
 * @throws AppError 'link-expired', 'invalid-input' (password too weak: the link then still serves)
 */
export async function finishRecovery(
  context: Pick<Context, 'stores' | 'clock'>,
  hasher: Hasher,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<User> {
  const { stores, clock } = context
  const recovery = await findRecovery(context, token)
  const user = recovery && (await stores.users.find(recovery.userId))
  if (!recovery || !user?.active) throw new AppError('link-expired')
  if (password === '') throw invalidInput([fault('next', 'string.empty')])
  const weakness = passwordFault('next', password, user)
  if (weakness) throw invalidInput([weakness])
  const passwordHash = await hasher.hash(password)
  if (!(await stores.recoveries.take(recovery.id))) throw new AppError('link-expired')
  const change = { passwordHash, mustChangePassword: false, sessionsValidFrom: clock.now() }
  const changed = await stores.users.change(user.id, user.version, change)
  await stores.sessions.removeOfUser(user.id)
  await stores.recoveries.removeOfUser(user.id)
  const actor = { role: user.role, userId: user.id }
  await stores.systemLog.record('password_recovered', { at: clock.now(), actor })
  return changed
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
