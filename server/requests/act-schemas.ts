import Joi from 'joi'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { AskedAct } from '../domain/request/decide.ts'
import {
  evidenceKinds,
  grounds,
  personalTypes,
  reviewGrounds,
  statableFacts,
  type EventData,
  type Evidence,
  type PersonalType,
} from '../domain/request/events.ts'
import { outcomes, reviewSenses } from '../domain/request/states.ts'
import { dayField, instantField } from '../http/day-field.ts'

const words = Joi.string().trim().max(20_000)
const line = Joi.string().trim().max(500)
/** Blank counts as not given; the law's own rule says whether it may be. */
const optionalLine = line.empty('').default(null).allow(null)
const optionalWords = words.allow('').default('')
const days = Joi.number().integer().min(1).max(60)
const quetzales = Joi.number().min(0).max(1_000_000).precision(2).default(0)

const actData: { readonly [T in PersonalType]: Joi.ObjectSchema<EventData[T]> } = {
  admitted: Joi.object({ caseNumber: optionalLine }),
  clarification_requested: Joi.object({ days: days.required(), text: words.required() }),
  clarified: Joi.object({ text: words.required() }),
  assigned: Joi.object({ liaison: line.required() }),
  referred: Joi.object({ toInstitutionId: line.required(), reason: words.required() }),
  extended: Joi.object({ days: days.required(), motive: optionalWords }),
  resolved: Joi.object({
    outcome: Joi.string()
      .valid(...outcomes)
      .required(),
    reasoning: optionalWords,
    grounds: Joi.array()
      .items(Joi.string().valid(...grounds))
      .unique()
      .default([]),
    article: optionalLine,
    classificationResolution: optionalLine,
    costQuetzales: quetzales,
  }),
  notified: Joi.object({ means: line.required() }),
  delivered: Joi.object({ costQuetzales: quetzales, note: optionalLine }),
  review_filed: Joi.object({
    ground: Joi.string()
      .valid(...reviewGrounds)
      .required(),
    text: words.required(),
  }),
  review_defects_fixed: Joi.object({ text: words.required() }),
  review_decided: Joi.object({
    sense: Joi.string()
      .valid(...reviewSenses)
      .required(),
    text: words.required(),
  }),
  review_notified: Joi.object({ means: line.required() }),
  complied: Joi.object({ note: optionalLine }),
  amparo_noted: Joi.object({ reference: line.required() }),
  withdrawn: Joi.object({ reason: optionalLine }),
  stated: Joi.object({
    fact: Joi.string()
      .valid(...statableFacts)
      .required(),
    outcome: Joi.string()
      .valid(...outcomes, ...reviewSenses, null)
      .empty('')
      .default(null),
    days: days.allow(null).empty('').default(null),
    note: optionalLine,
  }),
  corrected: Joi.object({
    corrects: line.required(),
    occurredOn: dayField.required(),
    occurredAt: instantField.allow(null).default(null),
    reason: optionalWords,
    approvedBy: Joi.string().trim().max(80).allow('').default(''),
  }),
  disputed: Joi.object({ breachId: optionalLine, text: words.required() }),
}

/** The acts of this list, with the two that are there only to be refused by name. */
export const askedTypes = [...personalTypes, 'close', 'delete']

const evidence = Joi.array()
  .max(20)
  .default([])
  .items(
    Joi.object({
      kind: Joi.string()
        .valid(...evidenceKinds)
        .required(),
      sha256: Joi.string().lowercase().hex().length(64).allow(null).default(null),
      note: optionalLine,
    }),
  )

/** An act as it is sent: left without a day, it took place today. `data` is that of the type. */
export interface ActBody {
  readonly type: AskedAct['type']
  readonly occurredOn: CalendarDate | null
  readonly occurredAt: Date | null
  readonly evidence: readonly Evidence[]
  readonly data: object
}

export const evidenceField = evidence

export const actBody = Joi.object<ActBody>({
  type: Joi.string()
    .valid(...askedTypes)
    .required(),
  occurredOn: dayField.empty('').allow(null).default(null),
  occurredAt: instantField.empty('').allow(null).default(null),
  evidence,
  data: Joi.object().when('type', {
    switch: Object.entries(actData).map(([type, schema]) => ({ is: type, then: ownData(schema) })),
    otherwise: Joi.object().default({}),
  }),
})

/** joi does not look into a default: data left out must have been optional, each field with its own default. */
function ownData(schema: Joi.ObjectSchema): Joi.ObjectSchema {
  return schema.validate({}).error ? schema.required() : schema.default()
}
