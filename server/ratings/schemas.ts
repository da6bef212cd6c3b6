import Joi from 'joi'
import { askedFormats, formatClasses, mostItemLetters, mostItems, mostScore } from '../domain/ratings.ts'
import type { NewRating } from './rate-answer.ts'

export const newRating = Joi.object<NewRating>({
  items: Joi.array()
    .items(Joi.string().trim().max(mostItemLetters))
    .min(1)
    .max(mostItems)
    .unique()
    .allow(null)
    .default(null),
  scores: Joi.array().items(Joi.number().integer().min(0).max(mostScore)).min(1).max(mostItems).required(),
  format: Joi.string()
    .valid(...formatClasses)
    .empty('')
    .allow(null)
    .default(null),
  askedFormat: Joi.string()
    .valid(...askedFormats)
    .empty('')
    .default('no_se_pidio'),
  reason: Joi.string().trim().max(500).empty('').allow(null).default(null),
})

export const ratingParams = Joi.object<{ requestId: string }>({
  requestId: Joi.string().trim().max(120).required(),
})
