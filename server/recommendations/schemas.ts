import Joi from 'joi'
import {
  claimedStates,
  recommendationStates,
  type ClaimedState,
} from '../domain/register/recommendation-states.ts'
import { dayField } from '../http/day-field.ts'
import { printed } from '../http/printed-text.ts'
import type { RecommendationFields } from '../store/recommendation-store.ts'

/** A recommendation as somebody enters it, with what became of it as far as is known. */
export const recommendationFields = Joi.object<RecommendationFields>({
  edition: Joi.string().trim().max(40).required(),
  institutionId: Joi.string().trim().max(200).empty('').allow(null).default(null),
  text: printed(Joi.string().trim().min(10).max(2000)).required(),
  state: Joi.string()
    .valid(...recommendationStates)
    .empty('')
    .default('sin_respuesta'),
  stateDay: dayField.empty('').allow(null).default(null),
  stateNote: printed(Joi.string().trim().max(1000)).empty('').allow(null).default(null),
})

/** Not trimmed: an institution's words are kept as they came. */
export const wordBody = Joi.object<{ state: ClaimedState; text: string }>({
  state: Joi.string()
    .valid(...claimedStates)
    .required(),
  text: printed(Joi.string().max(4000))
    .required()
    .custom((text: string, helpers) => (text.trim() === '' ? helpers.error('string.empty') : text)),
})
