import Joi from 'joi'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { knownDays } from '../domain/calendar/statutory-base.ts'
import { dayField } from '../http/day-field.ts'

/** An acuerdo that closes offices, as somebody enters it. */
export interface NewClosure {
  readonly days: readonly CalendarDate[]
  /** The acuerdo, as it is cited. */
  readonly source: string
  readonly name: string
  readonly publishedOn: CalendarDate | null
  /** Empty: every office. */
  readonly institutionIds: readonly string[]
  readonly doubt: string | null
}

export const defaultClosureName = 'Día inhábil por acuerdo gubernativo'

/** A day in the calendar that we know: 'day.early' before it, 'day.future' after it. */
const closedDay = dayField.custom((day: CalendarDate, helpers) => {
  if (day < knownDays.from) return helpers.error('day.early')
  return day > knownDays.to ? helpers.error('day.future') : day
})

export const newClosure = Joi.object<NewClosure>({
  days: Joi.array().items(closedDay).min(1).max(31).unique().required(),
  source: Joi.string().trim().min(3).max(300).required(),
  name: Joi.string().trim().max(200).empty('').default(defaultClosureName),
  publishedOn: dayField.empty('').allow(null).default(null),
  institutionIds: Joi.array().items(Joi.string().trim().max(80)).max(500).unique().default([]),
  doubt: Joi.string().trim().max(500).empty('').allow(null).default(null),
})
