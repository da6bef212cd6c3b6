import { createHasher } from '../../server/auth/hasher.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { catalogue } from '../../server/institutions/catalogue.ts'
import { inventedOrganisations } from '../../server/seeding/organisations.ts'
import { seedRequests } from '../../server/seeding/seed-requests.ts'
import { startServer } from '../../server/start-server.ts'
import { addAccount, password, type Account } from './add-account.ts'
import { addOpenRequests } from './open-requests.ts'
import { serveParent, tellParent } from './server-messages.ts'
import { benchConfig, movableClock } from './store.ts'

export interface ServerReady {
  readonly url: string
  readonly member: Account
  readonly officer: Account
  /** Requests to that officer's institution that nobody has admitted yet, all at version 1. */
  readonly toAdmit: readonly string[]
}

const today = calendarDate('2026-03-02')
const institutionId = 'minfin'

/** The whole server on an embedded store with a population, without its jobs, logging as it does by default. */
export async function vigiaServer(given: {
  dir: string
  served: number
  events: number
}): Promise<undefined> {
  const clock = movableClock(today)
  const hasher = createHasher()
  const server = await startServer(benchConfig(given.dir), { clock, hasher, jobs: false })
  const { context } = server
  await seedRequests(context, { requests: given.served, years: 1, seed: 1, institutions: catalogue })
  const organisationId = inventedOrganisations[0]?.id ?? ''
  const toAdmit = await addOpenRequests(context, {
    count: given.events,
    seed: 'events',
    organisationId,
    institutionId,
    until: today,
    workingDays: 5,
    admitted: 0,
  })
  const passwordHash = await hasher.hash(password)
  const member = await addAccount(context, { role: 'organisation_member', organisationId, passwordHash })
  const officer = await addAccount(context, { role: 'uip_officer', institutionId, passwordHash })
  const ready: ServerReady = { url: server.url, member, officer, toAdmit }
  await tellParent(ready)
  serveParent(() => void server.close().then(() => process.exit(0)))
  return undefined
}
