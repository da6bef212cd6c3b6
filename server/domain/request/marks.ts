import type { CalendarDate } from '../calendar/calendar-date.ts'
import { breachId } from './breaches.ts'
import { isDuty, outOfTimeFrom, type Clock } from './clocks.ts'
import type { Act, RequestEvent } from './events.ts'
import type { FoldedRequest } from './fold.ts'
import { stateOn } from './state-on.ts'

/**
 * What the law has already decided, or will on its day if nobody acts, and that no event says yet: broken
 * terms and the closing of cases with nothing pending, oldest first. Asking "what is not written down?"
 * and never "what fell due since yesterday?" makes up for every night that was missed.
 */
export function unrecordedMarks(
  requestId: string,
  request: FoldedRequest,
  events: readonly RequestEvent[],
): Act[] {
  const written = new Set(
    events.flatMap(event => (event.type === 'lapsed' ? [`${event.data.clock}:${event.data.dueOn}`] : [])),
  )
  const lapses = request.clocks
    .filter(clock => isBreakable(clock) && !written.has(`${clock.id}:${clock.dueOn}`))
    .map(clock => lapseOf(requestId, clock, request))
  const closing = request.steps.find(({ state, eventId }) => state === 'cerrada' && eventId === null)
  // By its day: a case that a correction opened again closes again.
  const isWritten = events.some(event => event.type === 'closed' && event.occurredOn === closing?.on)
  const closings = closing && !isWritten ? [closingOf(closing)] : []
  return [...lapses, ...closings].sort((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0,
  )
}

/** The day from which there is something to write down; null when nothing ever will be. */
export function nextMarkOn(
  requestId: string,
  request: FoldedRequest,
  events: readonly RequestEvent[],
): CalendarDate | null {
  return unrecordedMarks(requestId, request, events)[0]?.occurredOn ?? null
}

function isBreakable(clock: Clock): boolean {
  return isDuty(clock.id) && !clock.extended && (clock.stoppedOn === null || clock.stoppedOn > clock.dueOn)
}

function lapseOf(requestId: string, clock: Clock, request: FoldedRequest): Act {
  const on = outOfTimeFrom(clock)
  const step = request.steps.find(({ lapsed }) => lapsed?.id === clock.id && lapsed.dueOn === clock.dueOn)
  const state = stateOn(request, on)
  return {
    type: 'lapsed',
    occurredOn: on,
    occurredAt: null,
    evidence: [],
    data: {
      clock: clock.id,
      dueOn: clock.dueOn,
      article: clock.term.article,
      calendarVersion: clock.calendarVersion,
      breachId: breachId(requestId, clock),
      from: step?.from ?? state,
      to: step?.state ?? state,
    },
  }
}

function closingOf({ on, from }: FoldedRequest['steps'][number]): Act {
  return {
    type: 'closed',
    occurredOn: on,
    occurredAt: null,
    evidence: [],
    data: { from: from ?? 'notificada' },
  }
}
