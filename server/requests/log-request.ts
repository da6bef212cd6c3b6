import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { dayOf, type Moment } from '../domain/law/effective-receipt.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor, channels, Evidence } from '../domain/request/events.ts'
import type { RequestKind } from '../domain/request/states.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import { composeRequest } from '../store/compose-request.ts'
import type { Institution } from '../store/institution-store.ts'
import { viewFor, withLaw } from './load-request.ts'
import type { RequestView } from './request-view.ts'

export interface NewRequest {
  /** Where the caller must be able to send again without making two: else one is made. */
  readonly id?: string | undefined
  readonly institutionId: string
  /** Required of the unit, which types verbal requests; an organisation files its own. */
  readonly organisationId: string | null
  readonly title: string
  readonly body: string
  readonly kind: RequestKind
  readonly channel: (typeof channels)[number]
  /** The instant of receipt, or the bare day where the hour is not known. */
  readonly received: Moment
  readonly evidence: readonly Evidence[]
  readonly published: boolean
}

/** Days may not be typed from before the law's calendar is known. */
const firstDay = '2009-01-01'

/**
 * Logs a request to one institution: the count begins with its receipt.
 * @throws AppError 'forbidden', 'unknown-institution', 'unknown-organisation', 'invalid-input' (for another
 * organisation), 'in-the-future', 'before-the-law'; 'duplicate' where the id exists.
 */
export async function logRequest(context: Context, actor: Actor, input: NewRequest): Promise<RequestView> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (!hasPermission(actor, 'logRequest')) throw new AppError('forbidden')
  const { institution, organisationId } = await sidesOf(context, actor, input)
  const receivedOn = dayOf(input.received)
  const today = context.clock.today()
  refuseImpossible(receivedOn, today)
  const { title, body, kind, channel, published, evidence, received } = input
  const request = composeRequest(
    {
      id: input.id ?? randomUUID(),
      reference: await nextReference(context, receivedOn),
      importKey: null,
      organisationId,
      institutionId: institution.id,
      referredFrom: null,
      title,
      body,
      kind,
      channel,
      published,
      attachments: [],
    },
    [
      {
        actor,
        acts: [
          {
            type: 'filed',
            occurredOn: receivedOn,
            occurredAt: typeof received === 'string' ? null : received,
            evidence,
            data: { kind, channel },
          },
        ],
      },
    ],
    await context.calendars.lawOf(institution),
    { recordedAt: context.clock.now(), today },
  )
  await context.stores.requests.add(request)
  return viewFor(context, actor, await withLaw(context, request))
}

/** GT-2026-000123: a number of its own in the year of receipt. */
export async function nextReference(
  { stores }: Pick<Context, 'stores'>,
  receivedOn: CalendarDate,
): Promise<string> {
  const year = receivedOn.slice(0, 4)
  const number = await stores.counters.take(`requests-${year}`)
  return `GT-${year}-${String(number).padStart(6, '0')}`
}

async function sidesOf({ stores }: Context, actor: Actor, input: NewRequest) {
  if (actor.institutionId !== null && actor.institutionId !== input.institutionId)
    throw new AppError('forbidden')
  const institution: Institution | null = await stores.institutions.find(input.institutionId)
  if (!institution?.active) throw new AppError('unknown-institution', { field: 'institutionId' })
  const organisationId = filerOf(actor, input)
  const organisation = organisationId === null ? null : await stores.organisations.find(organisationId)
  if (!organisation) throw new AppError('unknown-organisation', { field: 'organisationId' })
  return { institution, organisationId: organisation.id }
}

/** A member files for its own organisation alone: told another, that is refused and not passed over. */
function filerOf(actor: Actor, { organisationId }: NewRequest): string | null {
  const filer = actor.organisationId ?? organisationId
  if (organisationId !== null && organisationId !== filer)
    throw invalidInput([fault('organisationId', 'organisation.other')])
  return filer
}

function refuseImpossible(receivedOn: CalendarDate, today: CalendarDate): void {
  if (receivedOn > addDays(today, 1)) throw new AppError('in-the-future', { field: 'received' })
  if (receivedOn < firstDay) throw new AppError('before-the-law', { field: 'received' })
}
