import Joi from 'joi'
import { nameField } from '../http/name-field.ts'
import { pageKeys, type PageQuery } from '../http/paging.ts'
import { institutionKinds, type Institution, type UnitContact } from '../store/institution-store.ts'

export type NewInstitution = Omit<Institution, 'id' | 'version' | 'active'>

export type InstitutionPatch = Partial<Omit<Institution, 'id' | 'version'>>

const acronym = Joi.string().trim().min(2).max(40)
const kind = Joi.string().valid(...institutionKinds)
/** Minutes after midnight. */
const cutoffMinutes = Joi.number().integer().min(0).max(1439).allow(null)
const hours = Joi.string().trim().max(80).allow(null)
const line = (longest: number) => Joi.string().trim().max(longest).empty('').allow(null).default(null)
const contact = Joi.object<UnitContact>({
  address: line(300),
  phone: line(80),
  email: Joi.string()
    .trim()
    .email({ tlds: { allow: false } })
    .max(200)
    .empty('')
    .allow(null)
    .default(null),
  /** Shown as a link: nothing but the web may be one. */
  website: Joi.string()
    .trim()
    .uri({ scheme: ['http', 'https'] })
    .max(300)
    .empty('')
    .allow(null)
    .default(null),
}).allow(null)
const aliases = Joi.array().items(Joi.string().trim().max(200)).max(30)

export const newInstitution = Joi.object<NewInstitution>({
  name: nameField.required(),
  acronym: acronym.required(),
  kind: kind.required(),
  inCapital: Joi.boolean().strict().required(),
  cutoffMinutes: cutoffMinutes.default(null),
  hours: hours.default(null),
  contact: contact.default(null),
  aliases: aliases.default([]),
})

export const institutionPatch = Joi.object<InstitutionPatch>({
  name: nameField,
  acronym,
  kind,
  inCapital: Joi.boolean().strict(),
  cutoffMinutes,
  hours,
  contact,
  aliases,
  active: Joi.boolean().strict(),
}).min(1)

export const institutionParams = Joi.object<{ institutionId: string }>({
  institutionId: Joi.string().max(80).required(),
})

export const institutionQuery = Joi.object<PageQuery>(pageKeys)
