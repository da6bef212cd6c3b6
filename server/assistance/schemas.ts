import Joi from 'joi'
import { dayField } from '../http/day-field.ts'
import { printed } from '../http/printed-text.ts'
import { assistanceMeans } from '../domain/register/activity-kinds.ts'
import type { AssistanceFields } from '../store/assistance-store.ts'

/** Help given to one organisation, as somebody enters it. */
export const assistanceFields = Joi.object<AssistanceFields>({
  organisationId: Joi.string().trim().max(200).required(),
  day: dayField.required(),
  minutes: Joi.number().integer().min(1).max(100_000).required(),
  means: Joi.string()
    .valid(...assistanceMeans)
    .required(),
  subject: printed(Joi.string().trim().min(3).max(1000)).required(),
  requestIds: Joi.array().items(Joi.string().trim().max(120)).max(200).unique().default([]),
})
