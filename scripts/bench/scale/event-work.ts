import type { Context } from '../../../server/context.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Act, Actor } from '../../../server/domain/request/events.ts'
import { recordAct } from '../../../server/requests/record-act.ts'
import { composeRequest } from '../../../server/store/compose-request.ts'
import type { Signed } from '../../../server/store/seal-events.ts'
import { addOpenRequests } from '../open-requests.ts'
import type { BareEngine } from './bare-engine.ts'
import { benchUser, institutions, organisations } from './population.ts'

const organisationId = organisations[0]?.id ?? ''
const institutionId = institutions[0]?.id ?? ''
const officer: Actor = { userId: benchUser, role: 'uip_officer', organisationId: null, institutionId }
const member: Actor = {
  ...{ userId: benchUser, role: 'organisation_member', organisationId, institutionId: null },
}

/** Requests to the first institution that nobody has admitted yet. Returns their ids. */
export function addToAdmit(context: Context, count: number): Promise<string[]> {
  return addOpenRequests(context, {
    ...{ count, seed: `events-${context.clock.now().getTime()}`, organisationId, institutionId },
    ...{ until: context.clock.today(), workingDays: 3, admitted: 0 },
  })
}

export interface EventTimes {
  /** Events that were acknowledged as durable, in a second. */
  readonly perSecond: number
  /** The engine's own commits of a document each, in a second, on the same disk, just before and after. */
  readonly commitsPerSecond: number
}

/** Records an admission of each request, so many at once: read, judged by the law, sealed, checked, stored and told. */
export async function admitAll(
  context: Context,
  bare: BareEngine,
  { ids, writers }: { ids: readonly string[]; writers: number },
): Promise<EventTimes> {
  const before = await bare.commitsPerSecond(writers)
  const left = [...ids]
  const began = performance.now()
  await Promise.all(Array.from({ length: writers }, () => admitInTurn(context, left)))
  const perSecond = (ids.length / (performance.now() - began)) * 1000
  return { perSecond, commitsPerSecond: Math.max(before, await bare.commitsPerSecond(writers)) }
}

async function admitInTurn(context: Context, left: string[]): Promise<void> {
  const today = context.clock.today()
  for (let requestId = left.pop(); requestId !== undefined; requestId = left.pop()) {
    const act: Act = { ...dated(today), type: 'admitted', data: { caseNumber: 'UIP-2026-0001' } }
    await recordAct(context, officer, { requestId, version: 1, act })
  }
}

const longOnes = 10

/** Requests with so many events each, over which both sides have argued from the first day on. Returns their ids. */
export async function addLongRequests(context: Context, events: number): Promise<string[]> {
  const requests = await Promise.all(
    Array.from({ length: longOnes }, (_, at) => longRequest(context, events, at)),
  )
  await context.stores.requests.addMany(requests)
  return requests.map(({ id }) => id)
}

async function longRequest({ calendars, clock }: Context, events: number, at: number) {
  const today = clock.today()
  const law = await calendars.lawOf({ id: institutionId, inCapital: true, cutoffMinutes: null })
  const filedOn = law.calendar.addWorkingDays(law.calendar.onOrAfter(today), -5)
  const data = { kind: 'access', channel: 'electronica' } as const
  const filed: Signed = { actor: member, acts: [{ ...dated(filedOn), type: 'filed', data }] }
  const more = Array.from({ length: events - 1 }, (_, nth): Signed => {
    const text = `Se pidió el número ${nth} de la lista, y no llegó.`
    return nth % 2 === 0
      ? {
          actor: officer,
          acts: [{ ...dated(filedOn), type: 'assigned', data: { liaison: `Enlace ${nth}` } }],
        }
      : { actor: member, acts: [{ ...dated(filedOn), type: 'disputed', data: { breachId: null, text } }] }
  })
  return composeRequest(
    {
      ...{ id: `long-${at}`, reference: `GT-LARGA-${at}`, importKey: null, referredFrom: null },
      ...{ organisationId, institutionId, title: 'Una solicitud larga', body: '', kind: 'access' },
      ...{ channel: 'electronica', published: true, attachments: [] },
    },
    [filed, ...more],
    law,
    { recordedAt: clock.now(), today },
  )
}

function dated(on: string) {
  const occurredOn = calendarDate(on)
  return { occurredOn, occurredAt: null, evidence: [{ kind: 'portal', sha256: null, note: null }] } as const
}
