import Joi from 'joi'
import { dayField } from '../http/day-field.ts'
import type { SimilarQuery } from './find-similar.ts'
import type { SameTextToMany } from './log-request-to-many.ts'
import { newRequestBody } from './schemas.ts'

const institutionIds = Joi.array().items(Joi.string().trim().max(120)).min(1).max(60).unique()

const shared: Joi.ObjectSchema = newRequestBody.fork('institutionId', schema => schema.forbidden())

export const manyRequestsBody: Joi.ObjectSchema<SameTextToMany> = shared.keys({
  institutionIds: institutionIds.required(),
})

export const similarQuery = Joi.object<Omit<SimilarQuery, 'institutionIds'> & { institutionId: string }>({
  institutionId: Joi.string().trim().max(120).required(),
  title: Joi.string().trim().max(200).allow('').default(''),
  body: Joi.string().trim().max(20_000).allow('').default(''),
  caseNumber: Joi.string().trim().max(120).empty('').allow(null).default(null),
  receivedOn: dayField.required(),
})
