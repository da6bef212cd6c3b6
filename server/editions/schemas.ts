import Joi from 'joi'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { challengeable, type Challengeable, type EditionChange } from '../domain/editions/edition.ts'
import { dayField } from '../http/day-field.ts'
import { pageKeys, type PageQuery } from '../http/paging.ts'
import { printed } from '../http/printed-text.ts'

export interface NewEdition {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Null is today. */
  readonly asOf: CalendarDate | null
  /** The id of the published edition that this one corrects. */
  readonly supersedes: string | null
}

const line = printed(Joi.string().trim().min(3).max(1000)).required()
const change = Joi.object<EditionChange>({ what: line, why: line })
const id = Joi.string().trim().max(80)

export const newEdition = Joi.object<NewEdition>({
  from: dayField.required(),
  to: dayField.required(),
  asOf: dayField.empty('').allow(null).default(null),
  supersedes: id.empty('').allow(null).default(null),
})

export const opening = Joi.object<{ days: number }>({
  days: Joi.number().integer().min(1).max(60).default(10),
})

export const publication = Joi.object<{ changes: readonly EditionChange[] }>({
  changes: Joi.array().items(change).max(100).default([]),
})

/** Not trimmed: an institution's words are kept as they came. */
const words = printed(Joi.string().max(10_000))
  .required()
  .custom((text: string, helpers) => (text.trim() === '' ? helpers.error('string.empty') : text))

export const replyBody = Joi.object<{ text: string }>({ text: words })

export const challengeBody = Joi.object<{ figure: Challengeable; claim: string }>({
  figure: Joi.string()
    .valid(...challengeable)
    .required(),
  claim: words,
})

export const decisionBody = Joi.object<{ state: 'admitida' | 'rechazada'; reason: string }>({
  state: Joi.string().valid('admitida', 'rechazada').required(),
  reason: printed(Joi.string().trim().min(5).max(4000)).required(),
})

export const editionParams = Joi.object<{ id: string }>({ id: id.required() })
export const challengeParams = Joi.object<{ id: string; challengeId: string }>({
  id: id.required(),
  challengeId: id.required(),
})
export const institutionParams = Joi.object<{ id: string; institutionId: string }>({
  id: id.required(),
  institutionId: Joi.string().trim().max(200).required(),
})
export const fileParams = Joi.object<{ id: string; sha256: string }>({
  id: id.required(),
  sha256: Joi.string().lowercase().hex().length(64).required(),
})
export const digestParams = Joi.object<{ sha256: string }>({
  sha256: Joi.string().trim().lowercase().hex().length(64).required(),
})
export const editionQuery = Joi.object<PageQuery>(pageKeys)
