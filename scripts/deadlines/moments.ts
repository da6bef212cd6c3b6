import { parseCalendarDate, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { knownDays } from '../../server/domain/calendar/statutory-base.ts'
import { dayOf, type Moment } from '../../server/domain/law/effective-receipt.ts'
import { UsageError } from '../command.ts'

const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-](\d{2}):(\d{2}))?$/

/**
 * An instant with its zone, or a bare day. An instant without a zone is refused: it would mean another
 * hour on every machine.
 * @throws UsageError naming the field and the remedy.
 */
export function readMoment(field: string, text: string): Moment {
  const moment = text.includes('T') ? readInstant(field, text) : readDay(field, text)
  const day = dayOf(moment)
  if (day < knownDays.from || day > knownDays.to) {
    throw new UsageError(
      `${field}: ${text} está fuera del calendario conocido; indique una fecha del ${knownDays.from} al ${knownDays.to}.`,
    )
  }
  return moment
}

export function readDay(field: string, text: string): CalendarDate {
  const day = parseCalendarDate(text)
  if (day) return day
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw notUnderstood(field, text)
  throw new UsageError(`${field}: el día ${text} no existe en el calendario; revise el mes y el día.`)
}

function readInstant(field: string, text: string): Date {
  const found = instant.exec(text)
  if (!found) throw notUnderstood(field, text)
  const [, , hour, minute, second = '0', zone, zoneHours = '0', zoneMinutes = '0'] = found
  readDay(field, text.slice(0, 10))
  if (zone === undefined) {
    throw new UsageError(`${field}: falta la zona horaria en «${text}»; agregue -06:00 (Guatemala) o Z.`)
  }
  const limits = [24, 60, 60, 15, 60]
  if (
    [hour, minute, second, zoneHours, zoneMinutes].some((part, index) => Number(part) >= (limits[index] ?? 0))
  ) {
    throw new UsageError(`${field}: la hora o la zona de «${text}» no existe; use 00:00:00 a 23:59:59.`)
  }
  return new Date(text)
}

function notUnderstood(field: string, text: string): UsageError {
  return new UsageError(`${field}: no se entiende «${text}»; escriba AAAA-MM-DD o AAAA-MM-DDTHH:MM:SS-06:00.`)
}
