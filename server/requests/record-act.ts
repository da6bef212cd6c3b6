import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import { decide, type AskedAct } from '../domain/request/decide.ts'
import type { Act, Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { composeRequest } from '../store/compose-request.ts'
import { sealEvents } from '../store/seal-events.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { loadRequest, viewFor, withLaw, type Loaded } from './load-request.ts'
import { nextReference } from './log-request.ts'
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
  const linked = act.type === 'referred' ? await caseAtReceiver(context, actor, loaded, act) : null
  const changed = await append(context, actor, loaded, decision.acts)
  if (linked) await context.stores.requests.addOnce(linked)
  return viewFor(context, actor, await withLaw(context, changed))
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

/**
 * Row 7: a linked case at the body that receives it, with a term of its own unless the policy says that the
 * first one runs on. Its id follows from the first, so a second try opens no second case.
 */
async function caseAtReceiver(
  context: Context,
  actor: Actor,
  { request, law }: Loaded,
  act: Extract<Act, { type: 'referred' }>,
): Promise<InformationRequest> {
  const receiver = await context.stores.institutions.find(act.data.toInstitutionId)
  if (!receiver || receiver.id === request.institutionId) {
    throw new AppError('unknown-institution', { field: 'data.toInstitutionId' })
  }
  const filing = request.events[0]
  const sameTerm = law.policy.referral === 'same-term' && filing !== undefined
  const moment = sameTerm ? filing : act
  const { organisationId, title, body, kind, channel, published, attachments } = request
  return composeRequest(
    {
      id: createHash('sha256').update(`${request.id}:referred`).digest('hex').slice(0, 32),
      reference: await nextReference(context, moment.occurredOn),
      importKey: null,
      referredFrom: request.id,
      institutionId: receiver.id,
      ...{ organisationId, title, body, kind, channel, published, attachments },
    },
    [
      {
        actor: { ...actor, institutionId: null, organisationId },
        acts: [
          {
            type: 'filed',
            occurredOn: moment.occurredOn,
            occurredAt: moment.occurredAt,
            evidence: act.evidence,
            data: { kind, channel },
          },
        ],
      },
    ],
    await context.calendars.lawOf(receiver),
    { recordedAt: context.clock.now(), today: context.clock.today() },
  )
}
