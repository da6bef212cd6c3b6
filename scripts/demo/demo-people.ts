import type { Hasher } from '../../server/auth/hasher.ts'
import { oneTimePassword } from '../../server/auth/one-time-password.ts'
import type { Context } from '../../server/context.ts'
import type { Role } from '../../server/domain/request/events.ts'
import { exampleOrganisations } from '../../server/organisations/examples.ts'

export interface DemoPerson {
  readonly email: string
  readonly role: Role
  readonly organisationId: string | null
  readonly institutionId: string | null
}

const organisationId = 'red-ciudadana'
const institutionId = 'minfin'

/** One account for each role; no such person exists. */
export const demoPeople: readonly DemoPerson[] = [
  { email: 'organizacion@demo.gt', role: 'organisation_member', organisationId, institutionId: null },
  { email: 'direccion@demo.gt', role: 'organisation_admin', organisationId, institutionId: null },
  { email: 'uip@demo.gt', role: 'uip_officer', organisationId: null, institutionId },
  { email: 'titular@demo.gt', role: 'uip_head', organisationId: null, institutionId },
  { email: 'pdh@demo.gt', role: 'regulator', organisationId: null, institutionId: null },
  { email: 'gae@demo.gt', role: 'coordinator', organisationId: null, institutionId: null },
  { email: 'admin@demo.gt', role: 'system_admin', organisationId: null, institutionId: null },
]

/** Makes the accounts that are missing; all have one random password, kept with the demo's data. */
export async function addDemoPeople({ stores, clock }: Context, hasher: Hasher): Promise<string> {
  await stores.organisations.addMissing(exampleOrganisations)
  const password = await stores.settings.readOrCreate('demo-password', oneTimePassword)
  const passwordHash = await hasher.hash(password)
  const now = clock.now()
  for (const { email, role, organisationId, institutionId } of demoPeople) {
    if (await stores.users.findByEmail(email)) continue
    await stores.users.add({
      ...{
        id: `demo-${role}`,
        email,
        name: email.split('@')[0] ?? email,
        role,
        organisationId,
        institutionId,
      },
      ...{ passwordHash, language: 'es', active: true, mustChangePassword: false },
      ...{ createdAt: now, sessionsValidFrom: now, version: 1 },
    })
  }
  return password
}
