import Joi from 'joi'
import { nameField } from '../http/name-field.ts'
import { pageKeys, type PageQuery } from '../http/paging.ts'

export interface NewOrganisation {
  readonly name: string
}

export interface OrganisationPatch {
  readonly name?: string
  readonly active?: boolean
}

export const newOrganisationBody = Joi.object<NewOrganisation>({ name: nameField.required() })

export const organisationPatch = Joi.object<OrganisationPatch>({
  name: nameField,
  active: Joi.boolean().strict(),
}).min(1)

export const organisationParams = Joi.object<{ organisationId: string }>({
  organisationId: Joi.string().max(80).required(),
})

export const organisationQuery = Joi.object<PageQuery>(pageKeys)
