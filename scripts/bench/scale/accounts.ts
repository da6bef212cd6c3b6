import { createHasher } from '../../../server/auth/hasher.ts'
import type { Context } from '../../../server/context.ts'
import type { User } from '../../../server/store/user-store.ts'
import { institutions, organisations } from './population.ts'

export interface ScaleAccount {
  readonly email: string
  readonly password: string
  /** Of its organisation or institution; '' for the coordinator. */
  readonly side: string
}

export interface ScaleAccounts {
  readonly coordinator: ScaleAccount
  /** The busiest first, the last of them with few requests. */
  readonly members: readonly ScaleAccount[]
  readonly officers: readonly ScaleAccount[]
}

const password = 'cuatro tejas mojadas brillan'

/** Which organisations and institutions of a population have somebody who asks. */
const places = [0, 1, 2, 4, 8, 16, 32, 48] as const

/** Those who ask: made once, and again with each start on another copy. */
export async function addAccounts(context: Context): Promise<ScaleAccounts> {
  const passwordHash = await createHasher().hash(password)
  const add = async (given: Pick<User, 'role'> & Partial<User>) => {
    const side = given.organisationId ?? given.institutionId ?? ''
    const email = `${[given.role, side].filter(part => part !== '').join('-')}@ejemplo.test`
    await addUser(context, { ...given, email, passwordHash })
    return { email, password, side }
  }
  const members: ScaleAccount[] = []
  const officers: ScaleAccount[] = []
  for (const place of places) {
    const organisationId = organisations[place]?.id ?? null
    const institutionId = institutions[place]?.id ?? null
    members.push(await add({ role: 'organisation_member', organisationId }))
    officers.push(await add({ role: 'uip_officer', institutionId }))
  }
  return { coordinator: await add({ role: 'coordinator' }), members, officers }
}

function addUser(
  { stores, clock }: Context,
  given: Pick<User, 'role' | 'email' | 'passwordHash'> & Partial<User>,
): Promise<void> {
  const now = clock.now()
  return stores.users.add({
    id: `bench-${given.email}`,
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
}
