import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { EventType, Evidence, RequestEvent, Testimony } from './events.ts'
import { outcomes, reviewSenses, type Outcome, type Party, type ReviewSense } from './states.ts'

/** An act as the fold reads it: dated by its latest correction, whoever's word it is. */
export interface EffectiveAct {
  readonly type: EventType
  readonly eventId: string
  readonly on: CalendarDate
  readonly at: Date | null
  /** False where the day rests on the organisation's word alone. */
  readonly ownWord: boolean
  readonly evidence: readonly Evidence[]
  readonly outcome: Outcome | null
  readonly sense: ReviewSense | null
  readonly days: number | null
  readonly event: RequestEvent
}

/** Stands in front of acts of one day: what must have happened first on it. */
const orderOnADay: readonly EventType[] = [
  'filed',
  'clarification_requested',
  'clarified',
  'admitted',
  'referred',
  'extended',
  'resolved',
  'notified',
  'delivered',
  'review_filed',
  'review_decided',
  'review_notified',
  'complied',
]

/**
 * The acts that move a request, in the order in which they took place. A fact that only the organisation
 * states counts as long as the institution says nothing of it; where both speak, the institution's own
 * record of its own act is followed and the difference is a dispute (see testimony.ts).
 */
export function effectiveActs(events: readonly RequestEvent[]): EffectiveAct[] {
  const corrections = correctionsOf(events)
  const own = events.filter(event => isAct(event.type)).map(event => actOf(event, corrections))
  const told = new Set(own.map(({ type }) => type))
  const stated = events.flatMap(event =>
    event.type === 'stated' && partyOfEvent(event) === 'requester' ? impliedBy(event, told, corrections) : [],
  )
  return [...own, ...stated].sort(inOrder)
}

/** The side that an event speaks for. */
export function partyOfEvent({ actor }: RequestEvent): Party {
  if (actor.role === 'system') return 'system'
  return actor.institutionId === null ? 'requester' : 'unit'
}

/** The corrections in force, by the event that each one corrects: the latest recorded wins. */
export function correctionsOf(
  events: readonly RequestEvent[],
): ReadonlyMap<string, { on: CalendarDate; at: Date | null }> {
  const corrections = new Map<string, { on: CalendarDate; at: Date | null }>()
  for (const event of events) {
    if (event.type === 'corrected') {
      corrections.set(event.data.corrects, { on: event.data.occurredOn, at: event.data.occurredAt })
    }
  }
  return corrections
}

const silentTypes: readonly EventType[] = ['lapsed', 'closed', 'recounted', 'stated', 'corrected', 'disputed']

function isAct(type: EventType): boolean {
  return !silentTypes.includes(type)
}

function actOf(event: RequestEvent, corrections: ReturnType<typeof correctionsOf>): EffectiveAct {
  const correction = corrections.get(event.id)
  return {
    type: event.type,
    eventId: event.id,
    on: correction?.on ?? event.occurredOn,
    at: correction ? correction.at : event.occurredAt,
    ownWord: true,
    evidence: event.evidence,
    outcome: event.type === 'resolved' ? event.data.outcome : null,
    sense: event.type === 'review_decided' ? event.data.sense : null,
    days: daysOf(event),
    event,
  }
}

function daysOf(event: RequestEvent): number | null {
  if (event.type === 'extended' || event.type === 'clarification_requested') return event.data.days
  return null
}

/** Whoever was notified of an answer was answered; whoever received the copies was notified. */
function impliedTypes({ fact }: Testimony): readonly EventType[] {
  switch (fact) {
    case 'notified':
      return ['resolved', 'notified']
    case 'delivered':
      return ['resolved', 'notified', 'delivered']
    case 'review_decided':
      return ['review_decided', 'review_notified']
    case 'filed':
      return []
    case 'admitted':
    case 'clarification_requested':
    case 'extended':
    case 'resolved':
    case 'complied':
      return [fact]
  }
}

function impliedBy(
  event: Extract<RequestEvent, { type: 'stated' }>,
  told: Set<EventType>,
  corrections: ReturnType<typeof correctionsOf>,
): EffectiveAct[] {
  const types = impliedTypes(event.data).filter(type => !told.has(type))
  const { outcome, days } = event.data
  const base = actOf(event, corrections)
  return types.map(type => {
    told.add(type)
    return {
      ...base,
      type,
      ownWord: false,
      outcome: type === 'resolved' ? statedOutcome(outcome) : null,
      sense: type === 'review_decided' ? statedSense(outcome) : null,
      days,
    }
  })
}

/** An answer of which nothing more is known counts as an answer whose outcome is not stated. */
function statedOutcome(outcome: Testimony['outcome']): Outcome | null {
  return outcomes.find(known => known === outcome) ?? null
}

function statedSense(outcome: Testimony['outcome']): ReviewSense | null {
  return reviewSenses.find(known => known === outcome) ?? null
}

function inOrder(a: EffectiveAct, b: EffectiveAct): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return rank(a) - rank(b) || a.event.recordedAt.getTime() - b.event.recordedAt.getTime()
}

function rank({ type }: EffectiveAct): number {
  const place = orderOnADay.indexOf(type)
  return place === -1 ? orderOnADay.length : place
}
