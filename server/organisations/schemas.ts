import Joi from 'joi'
import { pageKeys, type PageQuery } from '../http/paging.ts'

export interface NewOrganisation {
  readonly name: string
}

export interface OrganisationPatch {
  readonly name?: string
  readonly active?: boolean
}

const name = Joi.string().trim().min(2).max(200)

export const newOrganisationBody = Joi.object<NewOrganisation>({ name: name.required() })

export const organisationPatch = Joi.object<OrganisationPatch>({
  name,
  active: Joi.boolean().strict(),
}).min(1)

export const organisationParams = Joi.object<{ organisationId: string }>({
  organisationId: Joi.string().max(80).required(),
})

export const organisationQuery = Joi.object<PageQuery>(pageKeys)
