import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Hasher } from './hasher.ts'
import { oneTimePassword } from './one-time-password.ts'

const email = 'admin@vigia.local'

/**
 * At the first start, makes the administrator and returns the one-time password, to be shown once and never
 * logged; null where there are accounts already.
 */
export async function ensureAdministrator(
  { stores, clock, config }: Context,
  hasher: Hasher,
): Promise<{ email: string; password: string } | null> {
  if (!(await stores.users.isEmpty())) return null
  const password = oneTimePassword()
  const now = clock.now()
  try {
    await stores.users.add({
      id: randomUUID(),
      email,
      name: 'Administración',
      role: 'system_admin',
      organisationId: null,
      institutionId: null,
      passwordHash: await hasher.hash(password),
      language: config.defaultLanguage,
      active: true,
      mustChangePassword: true,
      createdAt: now,
      sessionsValidFrom: now,
      version: 1,
    })
  } catch (error) {
    // Another instance on the same store was first, and has shown its password.
    if (error instanceof AppError && error.code === 'duplicate') return null
    throw error
  }
  return { email, password }
}
