import Joi from 'joi'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { dayField } from '../http/day-field.ts'
import { printed } from '../http/printed-text.ts'
import { trainingAudiences, trainingKinds, trainingModes } from '../domain/register/activity-kinds.ts'
import type { TrainingFields } from '../store/training-store.ts'

const line = printed(Joi.string().trim().max(300))
const maybeText = printed(Joi.string().trim().max(1000)).empty('').allow(null).default(null)
const people = Joi.number().integer().min(0).max(100_000)
const maybePeople = people.allow(null).default(null)
const mark = Joi.number().min(0).max(100).allow(null).default(null)
const ids = Joi.array().items(Joi.string().trim().max(200)).max(500).unique().default([])

/** A training as somebody enters it. Its figures must agree: see `agreeing`. */
export const trainingFields = Joi.object<TrainingFields>({
  audience: Joi.string()
    .valid(...trainingAudiences)
    .required(),
  kind: Joi.string()
    .valid(...trainingKinds)
    .required(),
  subject: line.min(3).required(),
  days: Joi.array()
    .items(dayField)
    .min(1)
    .max(60)
    .unique()
    .custom((days: readonly CalendarDate[]) => [...days].sort())
    .required(),
  hours: Joi.number().min(0.25).max(1000).required(),
  mode: Joi.string()
    .valid(...trainingModes)
    .required(),
  place: maybeText,
  trainer: line.min(2).required(),
  materials: maybeText,
  participants: people.required(),
  women: maybePeople,
  men: maybePeople,
  otherGender: maybePeople,
  organisationIds: ids,
  institutionIds: ids,
  answers: maybePeople,
  meanBefore: mark,
  meanAfter: mark,
})
