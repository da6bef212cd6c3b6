import Joi from 'joi'
import type { Role } from '../domain/request/events.ts'
import { pageKeys, type PageQuery } from '../http/paging.ts'
import { assignableRoles } from './user-permissions.ts'

export interface NewUser {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly organisationId: string | null
  readonly institutionId: string | null
  readonly language: 'es' | 'en'
}

export interface UserPatch {
  readonly name?: string
  readonly role?: Role
  readonly organisationId?: string | null
  readonly institutionId?: string | null
  readonly language?: 'es' | 'en'
  readonly active?: boolean
}

export interface PasswordChange {
  readonly current: string
  readonly next: string
}

// tlds: an office's own mail server may have any name.
const email = Joi.string().trim().lowercase().max(254).email({ tlds: false, minDomainSegments: 2 })
const name = Joi.string().trim().max(120)
const role = Joi.string().valid(...assignableRoles)
const id = Joi.string().trim().max(80).allow(null)
const language = Joi.string().valid('es', 'en')

export const newUser = Joi.object<NewUser>({
  email: email.required(),
  name: name.required(),
  role: role.required(),
  organisationId: id.default(null),
  institutionId: id.default(null),
  language: language.default('es'),
})

export const userPatch = Joi.object<UserPatch>({
  name,
  role,
  organisationId: id,
  institutionId: id,
  language,
  active: Joi.boolean().strict(),
}).min(1)

export const userParams = Joi.object<{ userId: string }>({ userId: Joi.string().max(80).required() })

export const userQuery = Joi.object<PageQuery>(pageKeys)

/** Long enough to reach the rule that says how long it may be. */
const password = Joi.string().max(1000)

export const credentials = Joi.object<{ email: string; password: string; code?: string }>({
  email: Joi.string().trim().max(254).required(),
  password: password.required(),
  /** Of an account with a second step. */
  code: Joi.string().trim().max(40),
})

export const passwordChange = Joi.object<PasswordChange>({
  current: password.required(),
  next: password.required(),
})
