import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import type { RequestEvent } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { composeRequest } from '../store/compose-request.ts'
import type { Institution } from '../store/institution-store.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { nextReference } from './log-request.ts'

type Referral = Extract<RequestEvent, { type: 'referred' }>

/** @throws AppError 'unknown-institution' where there is no other body of that id. */
export async function requireReceiver(
  { stores }: Pick<Context, 'stores'>,
  { institutionId }: Pick<InformationRequest, 'institutionId'>,
  toInstitutionId: string,
): Promise<Institution> {
  const receiver = await stores.institutions.find(toInstitutionId)
  if (receiver && receiver.id !== institutionId) return receiver
  throw new AppError('unknown-institution', { field: 'data.toInstitutionId' })
}

/**
 * Row 7: the case of a referred request at the body that receives it. The request itself says that one is
 * owed until it is there, and its id follows from the request: whoever tries again, after a crash in between,
 * opens no second one.
 * @throws AppError 'unknown-institution'
 */
export async function openLinkedCase(context: Context, request: InformationRequest): Promise<void> {
  const { requests } = context.stores
  const referral = request.events.findLast(event => event.type === 'referred')
  if (referral?.type === 'referred') await requests.addOnce(await linkedCase(context, request, referral))
  await requests.markLinked(request.id)
}

/** With a term of its own, unless the policy says that the first one runs on. */
async function linkedCase(
  context: Context,
  request: InformationRequest,
  referral: Referral,
): Promise<InformationRequest> {
  const { calendars, clock, config } = context
  const receiver = await requireReceiver(context, request, referral.data.toInstitutionId)
  const filing = request.events[0]
  const moment = config.policy.referral === 'same-term' && filing ? filing : referral
  const { occurredOn, occurredAt } = moment
  const { organisationId, title, body, kind, channel, published, attachments } = request
  return composeRequest(
    {
      id: createHash('sha256').update(`${request.id}:referred`).digest('hex').slice(0, 32),
      reference: await nextReference(context, occurredOn),
      importKey: null,
      referredFrom: request.id,
      institutionId: receiver.id,
      ...{ organisationId, title, body, kind, channel, published, attachments },
    },
    [
      {
        actor: { ...referral.actor, institutionId: null, organisationId },
        acts: [
          {
            type: 'filed',
            occurredOn,
            occurredAt,
            evidence: referral.evidence,
            data: { kind, channel },
          },
        ],
      },
    ],
    await calendars.lawOf(receiver),
    { recordedAt: clock.now(), today: clock.today() },
  )
}
