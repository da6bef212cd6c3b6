import type { Context } from '../context.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { Casework } from '../store/casework-store.ts'

/** Whether an actor works in a unit: nobody else sees how a unit shares its work, those who oversee included. */
export function isOfUnit({ role, institutionId }: Actor): boolean {
  return (role === 'uip_officer' || role === 'uip_head') && institutionId !== null
}

/**
 * The unit's own work on a request of its institution.
 * @throws AppError 'sign-in-required', 'forbidden', 'not-found' (also for another institution's)
 */
export async function unitCasework(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  requestId: string,
): Promise<Casework> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  const { institutionId } = actor
  const request = await stores.requests.find(requestId, requestScopeOf(actor))
  if (!request) throw new AppError('not-found')
  if (!isOfUnit(actor) || institutionId === null) throw new AppError('forbidden')
  return stores.casework.find(requestId, institutionId)
}
