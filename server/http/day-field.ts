import Joi from 'joi'
import { parseCalendarDate } from '../domain/calendar/calendar-date.ts'

/** A calendar day 'YYYY-MM-DD' that exists: 30 February is a fault 'day.invalid', not 2 March. */
export const dayField = Joi.string()
  .trim()
  .custom((text: string, helpers) => parseCalendarDate(text) ?? helpers.error('day.invalid'))

const clock = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?`
/** No place on Earth is further from Greenwich than Kiribati, at +14:00. */
const zone = String.raw`(Z|[+-](0\d|1[0-4]):[0-5]\d)`
const instantForm = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})T${clock}${zone}$`)

/**
 * An instant with its zone (RFC 3339): without one, an hour in Guatemala could be any of two days. Kept to the
 * millisecond.
 */
export const instantField = Joi.string()
  .trim()
  .custom((text: string, helpers) => {
    const day = instantForm.exec(text)?.[1]
    if (day === undefined) return helpers.error('date.format')
    return parseCalendarDate(day) ? new Date(text) : helpers.error('day.invalid')
  })

/** The moment something was received: an instant, or a bare day where the hour is not known. */
export const momentField = Joi.alternatives().conditional(Joi.string().pattern(/T/), {
  then: instantField,
  otherwise: dayField,
})
