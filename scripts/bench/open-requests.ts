import type { Context } from '../../server/context.ts'
import { addDays, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Act, Actor } from '../../server/domain/request/events.ts'
import { catalogue } from '../../server/institutions/catalogue.ts'
import { chanceFrom, type Chance } from '../../server/seeding/prng.ts'
import { titleOf } from '../../server/seeding/titles.ts'
import { composeRequest } from '../../server/store/compose-request.ts'
import type { InformationRequest } from '../../server/store/request-store.ts'
import type { Signed } from '../../server/store/seal-events.ts'

export interface OpenRequests {
  readonly count: number
  readonly seed: string
  readonly organisationId: string
  /** Null spreads them over the catalogue. */
  readonly institutionId: string | null
  /** The last day of filing; the others follow backwards, one working day after the other. */
  readonly until: CalendarDate
  /** Over how many working days they were filed. */
  readonly workingDays: number
  /** How many of ten have been admitted. */
  readonly admitted: number
}

const batchSize = 500

/** Requests that nobody has answered, as they were written down on the day of their last act. Returns their ids. */
export async function addOpenRequests(context: Context, given: OpenRequests): Promise<string[]> {
  const ids: string[] = []
  for (let start = 0; start < given.count; start += batchSize) {
    const batch: InformationRequest[] = []
    for (let at = start; at < Math.min(start + batchSize, given.count); at += 1) {
      batch.push(await openRequest(context, given, at))
    }
    await context.stores.requests.addMany(batch)
    ids.push(...batch.map(({ id }) => id))
  }
  return ids
}

async function openRequest(
  { calendars }: Context,
  given: OpenRequests,
  at: number,
): Promise<InformationRequest> {
  const chance = chanceFrom(`${given.seed}:${at}`)
  const institution = catalogue.find(({ id }) => id === given.institutionId) ?? chance.pick(catalogue)
  const law = await calendars.lawOf(institution)
  const day = law.calendar.onOrAfter(given.until)
  const filedOn = law.calendar.addWorkingDays(day, -(at % given.workingDays))
  const signed = actsOf(given, { chance, filedOn, institutionId: institution.id, at })
  const today = signed.at(-1)?.acts[0]?.occurredOn ?? filedOn
  return composeRequest(
    {
      id: chance.id(),
      reference: `GT-${given.seed}-${at}`,
      importKey: null,
      referredFrom: null,
      organisationId: given.organisationId,
      institutionId: institution.id,
      title: titleOf(2025, chance),
      body: '',
      kind: 'access',
      channel: 'electronica',
      published: true,
      attachments: [],
    },
    signed,
    law,
    { recordedAt: new Date(`${today}T16:00:00-06:00`), today },
  )
}

function actsOf(
  { organisationId, admitted }: OpenRequests,
  made: { chance: Chance; filedOn: CalendarDate; institutionId: string; at: number },
): Signed[] {
  const { chance, filedOn, institutionId, at } = made
  const data = { kind: 'access', channel: 'electronica' } as const
  const filed: Signed = {
    actor: sideActor('organisation_member', organisationId, null),
    acts: [{ ...dated(filedOn), type: 'filed', data }],
  }
  if (at % 10 >= admitted) return [filed]
  const caseNumber = `UIP-${chance.whole(1, 9999)}`
  const act: Act = { ...dated(addDays(filedOn, 1)), type: 'admitted', data: { caseNumber } }
  return [filed, { actor: sideActor('uip_officer', null, institutionId), acts: [act] }]
}

function dated(occurredOn: CalendarDate) {
  return { occurredOn, occurredAt: null, evidence: [{ kind: 'portal', sha256: null, note: null }] } as const
}

function sideActor(role: Actor['role'], organisationId: string | null, institutionId: string | null): Actor {
  return { userId: `user-${role}`, role, organisationId, institutionId }
}
