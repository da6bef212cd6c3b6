import { createHasher } from '../../../server/auth/hasher.ts'
import type { Context } from '../../../server/context.ts'
import type { User } from '../../../server/store/user-store.ts'
import { addAccount, password, type Account } from '../add-account.ts'
import { institutions, organisations } from './population.ts'

export interface ScaleAccount extends Account {
  /** Of its organisation or institution; '' for the coordinator. */
  readonly side: string
}

export interface ScaleAccounts {
  readonly coordinator: ScaleAccount
  /** The busiest first, the last of them with few requests. */
  readonly members: readonly ScaleAccount[]
  readonly officers: readonly ScaleAccount[]
}

/** Which organisations and institutions of a population have somebody who asks. */
const places = [0, 1, 2, 4, 8, 16, 32, 48] as const

/** Those who ask: made once for each population. */
export async function addAccounts(context: Context): Promise<ScaleAccounts> {
  const passwordHash = await createHasher().hash(password)
  const add = async (given: Pick<User, 'role'> & Partial<User>) => {
    const side = given.organisationId ?? given.institutionId ?? ''
    const email = `${[given.role, side].filter(part => part !== '').join('-')}@ejemplo.test`
    const isThere = (await context.stores.users.findByEmail(email)) !== null
    if (!isThere) await addAccount(context, { ...given, email, passwordHash })
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
