import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'

/** A day to remember, for people's own calendars. */
export interface AllDayEvent {
  /** The same for the same thing: a file opened twice changes the entry and adds none. */
  readonly uid: string
  readonly day: CalendarDate
  readonly title: string
  readonly description: string
  /** Where it can be read again. */
  readonly url: string
}

export interface CalendarFile {
  readonly name: string
  /** When it was made. */
  readonly madeAt: Date
  readonly events: readonly AllDayEvent[]
}

/** An iCalendar file of whole days, which take up nobody's time. @see RFC 5545 */
export function calendarFile({ name, madeAt, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigia//Plazos LAIP//ES',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(event => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** RFC 5545, 3.6.1: a whole day ends, exclusively, on the next. */
function eventLines({ uid, day, title, description, url }: AllDayEvent, madeAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    // A URI is not TEXT: it is not escaped, and may hold no control character.
    `URL:${url.replaceAll(/\p{Cc}/gu, '')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks; other control characters may not stand in text. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, character => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

const mostOctets = 75

/** RFC 5545, 3.1: at most 75 octets a line, and no character is cut in two; the blank of a next line counts. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > mostOctets) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}
