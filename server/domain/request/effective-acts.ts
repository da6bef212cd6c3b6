import { dayIn, guatemalaTimeZone, type CalendarDate } from '../calendar/calendar-date.ts'
import type { EventType, Evidence, RequestEvent, StatableFact, Testimony } from './events.ts'
import { outcomes, reviewSenses, type Outcome, type Party, type ReviewSense } from './states.ts'

/** An act as the fold reads it: dated by its latest correction, whoever's word it is. */
export interface EffectiveAct {
  readonly type: EventType
  readonly eventId: string
  readonly on: CalendarDate
  /** The instant, where it is known and falls on that day. */
  readonly at: Date | null
  /** False where the day rests on the organisation's word alone. */
  readonly ownWord: boolean
  readonly evidence: readonly Evidence[]
  readonly outcome: Outcome | null
  readonly sense: ReviewSense | null
  readonly days: number | null
  readonly event: RequestEvent
}

/** Which of the acts of one day came first: the order in which the law lets them follow each other. */
const orderOnADay: readonly EventType[] = [
  'filed',
  'assigned',
  'clarification_requested',
  'clarified',
  'admitted',
  'referred',
  'extended',
  'resolved',
  'notified',
  'delivered',
  'review_filed',
  'review_defects_fixed',
  'review_decided',
  'review_notified',
  'amparo_noted',
  'complied',
  'withdrawn',
]

/**
 * The acts that move a request, the filing first and the others in the order in which they took place. A
 * fact that only the organisation states counts as long as the institution says nothing of it; where both
 * speak, the institution's own record of its own act is followed and the difference is a dispute (see
 * testimony.ts). Where the organisation states a fact again, its last word on it counts.
 * @param speaking an act that the institution is about to record: the organisation's word on it, and on what
 * follows it in the procedure, does not stand in its way.
 */
export function effectiveActs(
  events: readonly RequestEvent[],
  speaking: EventType | null = null,
): EffectiveAct[] {
  const corrections = correctionsOf(events)
  const acts = events.filter(isAct).map(event => actOf(event, corrections))
  const words = lastWords(events)
  if (words.length > 0) {
    const own = new Set<EventType>([...from(speaking), ...acts.map(({ type }) => type)])
    acts.push(...statedActs(words, own, corrections))
  }
  return notBeforeTheFiling(acts.sort(inOrder))
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

type Corrections = ReturnType<typeof correctionsOf>
type Statement = Extract<RequestEvent, { type: 'stated' }>

const silentTypes: ReadonlySet<EventType> = new Set<EventType>([
  'lapsed',
  'closed',
  'recounted',
  'stated',
  'corrected',
  'disputed',
])

/** An act that a correction of the filing has left before it counts as of the day of the filing. */
function notBeforeTheFiling(acts: EffectiveAct[]): EffectiveAct[] {
  const [filing, second] = acts
  if (!filing || !second || second.on >= filing.on) return acts
  return acts.map(act => (act.on < filing.on ? { ...act, on: filing.on, at: null } : act))
}

function isAct({ type }: RequestEvent): boolean {
  return !silentTypes.has(type)
}

function actOf(event: RequestEvent, corrections: Corrections): EffectiveAct {
  const { on, at } = corrections.get(event.id) ?? { on: event.occurredOn, at: event.occurredAt }
  return {
    type: event.type,
    eventId: event.id,
    on,
    // The day is what was judged; an instant of another day would move a term unseen.
    at: at !== null && dayIn(guatemalaTimeZone, at) === on ? at : null,
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
const implied: Readonly<Record<StatableFact, readonly EventType[]>> = {
  filed: [],
  admitted: ['admitted'],
  clarification_requested: ['clarification_requested'],
  extended: ['extended'],
  resolved: ['resolved'],
  notified: ['resolved', 'notified'],
  delivered: ['resolved', 'notified', 'delivered'],
  review_decided: ['review_decided', 'review_notified'],
  complied: ['complied'],
}

/** The acts of the institution on the way to an answer, in their order. */
const procedure: readonly EventType[] = [
  'admitted',
  'clarification_requested',
  'extended',
  'resolved',
  'notified',
  'delivered',
]

function from(act: EventType | null): readonly EventType[] {
  if (act === null) return []
  const place = procedure.indexOf(act)
  return place === -1 ? [act] : procedure.slice(place)
}

/** The organisation's last statement of each fact. */
function lastWords(events: readonly RequestEvent[]): Statement[] {
  const byFact = new Map<StatableFact, Statement>()
  for (const event of events) {
    if (event.type === 'stated' && partyOfEvent(event) === 'requester') byFact.set(event.data.fact, event)
  }
  return [...byFact.values()]
}

/** An act that several statements imply took place on the earliest of their days, if none names it itself. */
function statedActs(
  words: readonly Statement[],
  own: ReadonlySet<EventType>,
  corrections: Corrections,
): EffectiveAct[] {
  const types = new Set(words.flatMap(({ data }) => implied[data.fact]).filter(type => !own.has(type)))
  return [...types].flatMap(type => {
    const telling = words
      .filter(({ data }) => implied[data.fact].includes(type))
      .map(word => ({ word, act: actOf(word, corrections) }))
      .sort(
        (a, b) =>
          Number(b.word.data.fact === type) - Number(a.word.data.fact === type) || inOrder(a.act, b.act),
      )
    const [first] = telling
    if (!first) return []
    const outcome = telling.find(({ word }) => word.data.outcome !== null)?.word.data.outcome ?? null
    return [{ ...first.act, type, ownWord: false, days: first.word.data.days, ...sensesOf(type, outcome) }]
  })
}

/** An answer of which nothing more is known counts as an answer whose outcome is not stated. */
function sensesOf(type: EventType, stated: Testimony['outcome']): Pick<EffectiveAct, 'outcome' | 'sense'> {
  return {
    outcome: type === 'resolved' ? (outcomes.find(known => known === stated) ?? null) : null,
    sense: type === 'review_decided' ? (reviewSenses.find(known => known === stated) ?? null) : null,
  }
}

function inOrder(a: EffectiveAct, b: EffectiveAct): number {
  if (a.type === 'filed' || b.type === 'filed') return a.type === b.type ? 0 : a.type === 'filed' ? -1 : 1
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return rank(a) - rank(b) || a.event.recordedAt.getTime() - b.event.recordedAt.getTime()
}

function rank({ type }: EffectiveAct): number {
  return orderOnADay.indexOf(type)
}
