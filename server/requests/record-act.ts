import type { Context } from '../context.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import { decide, type AskedAct } from '../domain/request/decide.ts'
import type { Act, Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { sealEvents } from '../store/seal-events.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { openLinkedCase, requireReceiver } from './linked-case.ts'
import { loadRequest, viewFor, type Loaded } from './load-request.ts'
import type { RequestView } from './request-view.ts'

export interface RecordAct {
  readonly requestId: string
  /** The version that the actor has seen. */
  readonly version: number
  readonly act: AskedAct
}

/**
 * Records an act of one of the sides, after any due day that had passed unwritten.
 * @throws AppError 'not-found', 'stale', 'evidence-file-unknown', or the law's refusal by its name.
 */
export async function recordAct(
  context: Context,
  actor: Actor,
  { requestId, version, act }: RecordAct,
): Promise<RequestView> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  const loaded = await loadRequest(context, actor, requestId)
  const { request, law } = loaded
  if (request.version !== version) throw new AppError('stale', { id: requestId })
  requireKnownFiles(request, act)
  await requireSecondPerson(context, actor, act)
  const decision = decide(request, act, actor, context.clock.today(), law)
  if (!decision.ok) throw new AppError(decision.refusal, { field: decision.field, state: decision.state })
  if (act.type === 'referred') await requireReceiver(context, request, act.data.toInstitutionId)
  const changed = await append(context, actor, loaded, decision.acts)
  if (act.type === 'referred') await openLinkedCase(context, changed)
  return viewFor(context, actor, { ...loaded, request: changed })
}

function append(
  context: Context,
  actor: Actor,
  { request, law }: Loaded,
  acts: readonly Act[],
): Promise<InformationRequest> {
  const events = sealEvents(request.events.at(-1), [{ acts, actor }], context.clock.now())
  const whole = { ...request, events: [...request.events, ...events] }
  return context.stores.requests.append(request, events, foldedFieldsOf(whole, law, context.clock.today()))
}

function requireKnownFiles(request: InformationRequest, act: AskedAct): void {
  if (!('evidence' in act)) return
  const known = new Set(request.attachments.map(({ sha256 }) => sha256))
  const unknown = act.evidence.some(({ sha256 }) => sha256 !== null && !known.has(sha256))
  if (unknown) throw new AppError('evidence-file-unknown', { field: 'evidence' })
}

/** Whoever approves a correction is another person of the same side, with an account that works. */
async function requireSecondPerson({ stores }: Context, actor: Actor, act: AskedAct): Promise<void> {
  if (act.type !== 'corrected' || act.data.approvedBy === '') return
  const second = await stores.users.find(act.data.approvedBy)
  if (!second?.active || second.id === actor.userId || !isOfSide(second, actor)) {
    throw new AppError('second-person-required', { field: 'data.approvedBy' })
  }
}

type Side = Pick<Actor, 'organisationId' | 'institutionId'>

function isOfSide(one: Side, other: Side): boolean {
  return one.organisationId === other.organisationId && one.institutionId === other.institutionId
}
