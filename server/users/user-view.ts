import type { Role } from '../domain/request/events.ts'
import type { User } from '../store/user-store.ts'

/** An account as those who manage it see it. */
export interface UserView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly organisationId: string | null
  readonly institutionId: string | null
  readonly language: 'es' | 'en'
  readonly active: boolean
  readonly mustChangePassword: boolean
  readonly createdAt: Date
  readonly version: number
}

/** Field by field, so that a new secret in the store is not shown by default. */
export function presentUser(user: User): UserView {
  const { id, email, name, role, organisationId, institutionId, language, active } = user
  const { mustChangePassword, createdAt, version } = user
  return {
    ...{ id, email, name, role, organisationId, institutionId, language, active },
    ...{ mustChangePassword, createdAt, version },
  }
}
