import Joi from 'joi'
import { dayField } from '../http/day-field.ts'
import { printed } from '../http/printed-text.ts'
import { disseminationAudiences, disseminationMeans } from '../domain/register/activity-kinds.ts'
import type { DisseminationFields } from '../store/dissemination-store.ts'

/** Results handed over, as somebody enters it. */
export const disseminationFields = Joi.object<DisseminationFields>({
  audience: Joi.string()
    .valid(...disseminationAudiences)
    .required(),
  institutionId: Joi.string().trim().max(200).empty('').allow(null).default(null),
  means: Joi.string()
    .valid(...disseminationMeans)
    .required(),
  day: dayField.required(),
  reportSha256: Joi.string().trim().lowercase().hex().length(64).required(),
  reportFrom: dayField.required(),
  reportTo: dayField.required(),
  note: Joi.string().trim().max(1000).empty('').allow(null).default(null),
})

/** What the receiver writes with the link. */
export const answerBody = Joi.object<{ text: string }>({
  text: printed(Joi.string().trim().min(1).max(4000)).required(),
})
