import type { Actor, Role } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { BarrierScope } from '../store/barrier-store.ts'

/**
 * Those who recorded it and those who oversee. The institution is not among them: whoever was turned away
 * at a counter goes back to the same counter, and what a report says of it is put to the institution then.
 * @throws AppError 'sign-in-required', 'forbidden'
 */
export function barrierScopeOf({ role, organisationId }: Actor): BarrierScope {
  if (role === 'public') throw new AppError('sign-in-required')
  if (overseers.includes(role)) return { kind: 'everything' }
  if (!recorders.includes(role) || organisationId === null) throw new AppError('forbidden')
  return { kind: 'organisation', organisationId }
}

const overseers: readonly Role[] = ['regulator', 'coordinator', 'system']
const recorders: readonly Role[] = ['organisation_member', 'organisation_admin']

/** The organisation for which an actor records. @throws AppError 'sign-in-required', 'forbidden' */
export function recordingOrganisation(actor: Actor): string {
  const scope = barrierScopeOf(actor)
  if (scope.kind !== 'organisation') throw new AppError('forbidden')
  return scope.organisationId
}

/** Whether an actor is shown barriers at all. */
export function maySeeBarriers({ role }: Pick<Actor, 'role'>): boolean {
  return overseers.includes(role) || recorders.includes(role)
}
