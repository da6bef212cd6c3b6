import type { Request } from 'express'
import type {} from '../auth/session-types.ts'
import type { Actor, Role } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { User } from '../store/user-store.ts'

/** Anyone who is not signed in: may see what is published, and nothing else. */
export const publicActor: Actor = {
  userId: 'public',
  role: 'public',
  organisationId: null,
  institutionId: null,
}

/** Who sends this request, as read from the store for this very request. */
export function actorOf(req: Request): Actor {
  const user = userOf(req)
  return user ? actorFor(user) : publicActor
}

export function actorFor({ id, role, organisationId, institutionId }: User): Actor {
  return { userId: id, role, organisationId, institutionId }
}

/** The account that is signed in, or null. */
export function userOf(req: Request): User | null {
  return req.user ?? null
}

/** @throws AppError 'sign-in-required' */
export function requireUser(req: Request): User {
  const user = userOf(req)
  if (!user) throw new AppError('sign-in-required')
  return user
}

/** @throws AppError 'sign-in-required', or 'forbidden' for a role that is not among those given. */
export function requireRole(req: Request, ...allowed: readonly Role[]): Actor {
  const actor = actorFor(requireUser(req))
  if (!allowed.includes(actor.role)) throw new AppError('forbidden')
  return actor
}
