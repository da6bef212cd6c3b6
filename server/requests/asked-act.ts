import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { dayOf } from '../domain/law/effective-receipt.ts'
import type { AskedAct } from '../domain/request/decide.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { ActBody } from './act-schemas.ts'

/**
 * The act that a parsed body asks for; without a day of its own it takes place on that of its hour, or today.
 * @throws AppError 'invalid-input' where the hour is of another day than the act
 */
export function askedAct(body: ActBody, today: CalendarDate): AskedAct {
  const { occurredAt } = body
  const dayOfHour = occurredAt && dayOf(occurredAt)
  const occurredOn = body.occurredOn ?? dayOfHour ?? today
  if (dayOfHour !== null && dayOfHour !== occurredOn) throw invalidInput([fault('occurredAt', 'day.differs')])
  // The schema has matched `data` to `type`; spreading a union loses that tie for the compiler alone.
  return { ...body, occurredOn } as AskedAct
}
