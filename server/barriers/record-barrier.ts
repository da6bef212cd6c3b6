import type { Context } from '../context.ts'
import type { BarrierKind } from '../domain/barriers.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor, Evidence } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { BarrierFile } from '../store/barrier-store.ts'
import { recordingOrganisation } from './barrier-permissions.ts'
import { presentBarrier, type BarrierView } from './barrier-view.ts'

export interface NewBarrier {
  readonly kind: BarrierKind
  readonly occurredOn: CalendarDate
  /** Null where the request that it was about says so. */
  readonly institutionId: string | null
  readonly requestId: string | null
  readonly place: string
  readonly note: string
  readonly evidence: Evidence['kind']
}

/** LAIP, article 72: before it there was no right to obstruct. */
const inForceFrom = '2009-04-21'

/**
 * Records a barrier that an organisation met, with a request or before there was one. It is never changed:
 * one that was recorded by mistake is answered by another that says so.
 * @param id the same for the same form: a second sending leaves the first as it is.
 * @throws AppError 'sign-in-required', 'forbidden', 'not-found' (the request), 'unknown-institution',
 * 'in-the-future', 'before-the-law'
 */
export async function recordBarrier(
  context: Context,
  actor: Actor,
  { id, input, files = [] }: { id: string; input: NewBarrier; files?: readonly BarrierFile[] },
): Promise<BarrierView> {
  const organisationId = recordingOrganisation(actor)
  const known = await context.stores.barriers.find(id, { kind: 'organisation', organisationId })
  if (known) return presentBarrier(context, known)
  const institutionId = await institutionOf(context, actor, input)
  refuseImpossible(input.occurredOn, context.clock.today())
  const { kind, occurredOn, requestId, place, note, evidence } = input
  const barrier = {
    ...{ id, kind, occurredOn, organisationId, institutionId, requestId, place, note, evidence, files },
    recordedAt: context.clock.now(),
    recordedBy: actor.userId,
  }
  await context.stores.barriers.add(barrier)
  return presentBarrier(context, barrier)
}

async function institutionOf(
  { stores }: Context,
  actor: Actor,
  { requestId, institutionId }: NewBarrier,
): Promise<string> {
  if (requestId !== null) {
    const request = await stores.requests.find(requestId, requestScopeOf(actor))
    if (!request) throw new AppError('not-found')
    return request.institutionId
  }
  const institution = institutionId === null ? null : await stores.institutions.find(institutionId)
  if (!institution?.active) throw new AppError('unknown-institution', { field: 'institutionId' })
  return institution.id
}

function refuseImpossible(day: CalendarDate, today: CalendarDate): void {
  if (day > today) throw new AppError('in-the-future', { field: 'occurredOn' })
  if (day < inForceFrom) throw new AppError('before-the-law', { field: 'occurredOn' })
}
