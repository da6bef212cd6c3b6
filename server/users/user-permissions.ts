import type { Actor, Role } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { User, UserScope } from '../store/user-store.ts'

/** The roles that people may be given; the others are the system's. */
export const assignableRoles = [
  'organisation_member',
  'organisation_admin',
  'uip_officer',
  'uip_head',
  'regulator',
  'coordinator',
  'system_admin',
] as const satisfies readonly Role[]

const organisationRoles: readonly Role[] = ['organisation_member', 'organisation_admin']
const institutionRoles: readonly Role[] = ['uip_officer', 'uip_head']

/** The side that a role belongs to decides which of the two ids it has. */
export interface Belonging {
  readonly role: Role
  readonly organisationId: string | null
  readonly institutionId: string | null
}

/** Whether a role has its organisation, its institution, or neither, as it must. */
export function isOnItsSide({ role, organisationId, institutionId }: Belonging): boolean {
  const needsOrganisation = organisationRoles.includes(role)
  const needsInstitution = institutionRoles.includes(role)
  return (organisationId !== null) === needsOrganisation && (institutionId !== null) === needsInstitution
}

/**
 * The accounts that an actor manages: the only way to a query of users.
 * @throws AppError 'sign-in-required', 'forbidden'; an account without the side that its role needs sees nothing.
 */
export function userScopeOf(actor: Actor): UserScope {
  const { role, organisationId, institutionId } = actor
  if (role === 'public') throw new AppError('sign-in-required')
  if (role === 'system_admin') return { kind: 'everyone' }
  if (role === 'organisation_admin' && organisationId) return { kind: 'organisation', organisationId }
  if (role === 'uip_head' && institutionId) return { kind: 'institution', institutionId }
  throw new AppError('forbidden')
}

/** Whether an account lies within a scope. */
export function isWithin(scope: UserScope, { organisationId, institutionId }: Belonging): boolean {
  switch (scope.kind) {
    case 'everyone':
      return true
    case 'organisation':
      return organisationId === scope.organisationId
    case 'institution':
      return institutionId === scope.institutionId
  }
}

/** Nobody changes their own role or disables themselves: it takes somebody else. */
export function mayChange(actor: Actor, user: User, change: { role?: Role; active?: boolean }): boolean {
  const isOwn = actor.userId === user.id
  const touchesRights = change.role !== undefined || change.active !== undefined
  return !(isOwn && touchesRights)
}
