import type { CalendarDate } from '../calendar/calendar-date.ts'
import { isDuty, outOfTimeFrom, type Clock } from './clocks.ts'
import type { EventType, RequestEvent } from './events.ts'
import type { FoldedRequest } from './fold.ts'
import type { LawContext } from './law-context.ts'
import { isOutOfTime } from './state-on.ts'
import type { ClockId } from './states.ts'

export type Cure = 'respuesta_tardia' | 'revision' | 'cumplimiento'

/** A legal deadline that was broken: a fact that follows from the dates. Days are calendar days. */
export interface Breach {
  /** `request:clock:due day:calendar version`: the same fact never has two marks. */
  readonly id: string
  readonly clock: ClockId
  readonly article: string
  readonly dueOn: CalendarDate
  /** The first day out of time. */
  readonly beganOn: CalendarDate
  readonly calendarVersion: string
  /** The server's instant of writing it down; null while only computed. */
  readonly noticedAt: Date | null
  readonly curedOn: CalendarDate | null
  readonly curedBy: Cure | null
  /** Working days out of time, to the cure or to the day asked about. */
  readonly workingDaysLate: number
  /** superado: it was written down, and a correction or a new acuerdo has since moved what it rested on. */
  readonly standing: 'vigente' | 'superado'
}

/** Every breach of a request as of a day, in the order of the due days. Nobody can take one away. */
export function breachesOn(
  requestId: string,
  request: FoldedRequest,
  events: readonly RequestEvent[],
  day: CalendarDate,
  law: LawContext,
): Breach[] {
  const marks = events.filter(event => event.type === 'lapsed').filter(mark => mark.occurredOn <= day)
  const standing = brokenClocks(request, day).map(clock => breachOf(requestId, clock, marks, day, law))
  const known = new Set(standing.map(({ clock, dueOn }) => `${clock}:${dueOn}`))
  const overtaken = marks
    .filter(mark => isDuty(mark.data.clock) && !known.has(`${mark.data.clock}:${mark.data.dueOn}`))
    .map(overtakenBreach)
  return [...standing, ...overtaken].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

export function brokenClocks(request: FoldedRequest, day: CalendarDate): Clock[] {
  return request.clocks.filter(clock => isDuty(clock.id) && !clock.extended && isOutOfTime(clock, day))
}

export function breachId(requestId: string, { id, dueOn, calendarVersion }: Clock): string {
  return `${requestId}:${id}:${dueOn}:${calendarVersion}`
}

type Mark = Extract<RequestEvent, { type: 'lapsed' }>

function breachOf(
  requestId: string,
  clock: Clock,
  marks: readonly Mark[],
  day: CalendarDate,
  { calendar }: LawContext,
): Breach {
  const mark = marks.find(({ data }) => data.clock === clock.id && data.dueOn === clock.dueOn)
  const { endedOn, curedOn, curedBy } = endOf(clock, day)
  return {
    id: mark?.data.breachId ?? breachId(requestId, clock),
    clock: clock.id,
    article: clock.term.article,
    dueOn: clock.dueOn,
    beganOn: outOfTimeFrom(clock),
    calendarVersion: clock.calendarVersion,
    noticedAt: mark?.recordedAt ?? null,
    curedOn,
    curedBy,
    workingDaysLate: calendar.workingDaysBetween(clock.dueOn, endedOn ?? day),
    standing: 'vigente',
  }
}

function endOf({ stoppedOn, stoppedBy }: Clock, day: CalendarDate) {
  const endedOn = stoppedOn !== null && stoppedOn <= day ? stoppedOn : null
  const curedBy = endedOn === null ? null : cureOf(stoppedBy)
  return { endedOn, curedBy, curedOn: curedBy === null ? null : endedOn }
}

function overtakenBreach({ data, occurredOn, recordedAt }: Mark): Breach {
  return {
    id: data.breachId,
    clock: data.clock,
    article: data.article,
    dueOn: data.dueOn,
    beganOn: occurredOn,
    calendarVersion: data.calendarVersion,
    noticedAt: recordedAt,
    curedOn: null,
    curedBy: null,
    workingDaysLate: 0,
    standing: 'superado',
  }
}

/** A withdrawal, a referral or an amparo ends a term without curing its breach. */
function cureOf(act: EventType | null): Cure | null {
  switch (act) {
    case 'resolved':
      return 'respuesta_tardia'
    case 'review_decided':
      return 'revision'
    case 'complied':
      return 'cumplimiento'
    default:
      return null
  }
}
