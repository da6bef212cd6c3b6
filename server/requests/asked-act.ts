import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { AskedAct } from '../domain/request/decide.ts'
import type { ActBody } from './act-schemas.ts'

/** The act that a parsed body asks for; without a day of its own it takes place today. */
export function askedAct(body: ActBody, today: CalendarDate): AskedAct {
  // The schema has matched `data` to `type`; spreading a union loses that tie for the compiler alone.
  return { ...body, occurredOn: body.occurredOn ?? today } as AskedAct
}
