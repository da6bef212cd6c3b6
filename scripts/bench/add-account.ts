import type { Context } from '../../server/context.ts'
import type { User } from '../../server/store/user-store.ts'

export interface Account {
  readonly email: string
  readonly password: string
}

export const password = 'cuatro tejas mojadas brillan'

/** Somebody who may sign in with `password`, whose hash is given. */
export async function addAccount(
  { stores, clock }: Context,
  given: Pick<User, 'role' | 'passwordHash'> & Partial<User>,
): Promise<Account> {
  const email = given.email ?? `${given.role}@ejemplo.test`
  const now = clock.now()
  await stores.users.add({
    id: `bench-${email}`,
    email,
    name: given.role,
    organisationId: null,
    institutionId: null,
    language: 'es',
    active: true,
    mustChangePassword: false,
    createdAt: now,
    sessionsValidFrom: now,
    version: 1,
    ...given,
  })
  return { email, password }
}
