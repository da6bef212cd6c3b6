import { correctionsOf } from '../domain/request/effective-acts.ts'
import type { Act, RequestEvent } from '../domain/request/events.ts'
import type { FoldedRequest } from '../domain/request/fold.ts'
import { unrecordedMarks } from '../domain/request/marks.ts'
import { dayIn } from '../domain/calendar/calendar-date.ts'
import type { InformationRequest } from '../store/request-store.ts'
import type { Beholder } from './present-request.ts'
import type { TimelineEntry } from './request-view.ts'

type Teller = Pick<Beholder, 'today' | 'law' | 'sides'>

/** Newest first. A due day that passed stands in it even where the scan has not written it down. */
export function timelineOf(
  request: InformationRequest,
  folded: FoldedRequest,
  teller: Teller,
): TimelineEntry[] {
  const corrections = correctionsOf(request.events)
  const written = request.events.map(event => writtenEntry(event, corrections, teller))
  const computed = unrecordedMarks(request.id, folded, request.events)
    .filter(mark => mark.occurredOn <= teller.today)
    .map(computedEntry)
  return [...written, ...computed]
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => compare(b.entry.occurredOn, a.entry.occurredOn) || b.index - a.index)
    .map(({ entry }) => entry)
}

function writtenEntry(
  event: RequestEvent,
  corrections: ReturnType<typeof correctionsOf>,
  { law, sides }: Teller,
): TimelineEntry {
  const { id, type, occurredOn, occurredAt, recordedAt, actor, data, evidence } = event
  const loggedOn = dayIn('America/Guatemala', recordedAt)
  const delay = loggedOn > occurredOn ? law.calendar.workingDaysBetween(occurredOn, loggedOn) : 0
  return {
    id,
    type,
    occurredOn,
    occurredAt,
    recordedAt,
    role: actor.role,
    side: sideOf(event, sides),
    data: { ...data },
    evidence,
    loggedLate: delay > 1 && actor.role !== 'system' ? delay : null,
    computed: false,
    correctedBy: corrections.get(id)?.on ?? null,
  }
}

/** The side that spoke: never a person's name. */
function sideOf({ actor }: RequestEvent, { institution, organisation }: Teller['sides']): string | null {
  if (actor.institutionId !== null) return institution.name
  return actor.organisationId === null ? null : organisation.name
}

function computedEntry(mark: Act): TimelineEntry {
  return {
    id: `${mark.type}:${mark.occurredOn}`,
    type: mark.type,
    occurredOn: mark.occurredOn,
    occurredAt: null,
    recordedAt: null,
    role: 'system',
    side: null,
    data: { ...mark.data },
    evidence: [],
    loggedLate: null,
    computed: true,
    correctedBy: null,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
