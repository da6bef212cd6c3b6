import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor, Role } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { Context } from '../context.ts'
import type { InformationRequest } from '../store/request-store.ts'

const raters: readonly Role[] = ['organisation_member', 'organisation_admin', 'coordinator']
const readers: readonly Role[] = [...raters, 'uip_officer', 'uip_head', 'regulator', 'system']

/** Whether an actor gives ratings of the answers in their scope: the side that asked, and the coordination. */
export function mayRate({ role }: Pick<Actor, 'role'>): boolean {
  return raters.includes(role)
}

/**
 * A request whose ratings the actor may read: its two sides and those who oversee; the public never.
 * @throws AppError 'sign-in-required', 'forbidden', 'not-found' (also where it exists for others)
 */
export async function ratedRequest(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  requestId: string,
): Promise<InformationRequest> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (!readers.includes(actor.role)) throw new AppError('forbidden')
  const request = await stores.requests.find(requestId, requestScopeOf(actor))
  if (!request) throw new AppError('not-found')
  return request
}
