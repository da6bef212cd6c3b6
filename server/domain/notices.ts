import { dayIn, dayNumber, guatemalaTimeZone, type CalendarDate } from './calendar/calendar-date.ts'
import type { Clock } from './request/clocks.ts'
import { partyOfEvent } from './request/effective-acts.ts'
import type { EventType, RequestEvent } from './request/events.ts'
import type { ClockId } from './request/states.ts'

/** What people are told of a report: that it was handed over, that they may reply, that it is published. */
export const reportNoticeRules = ['report_delivered', 'edition_in_reply', 'edition_published'] as const

/**
 * What people are told of: acts by their name, a broken term (`lapsed`), a term about to end, reports, and counts
 * that were not what the requests say.
 */
export const noticeRules = [
  'filed',
  'admitted',
  'clarification_requested',
  'clarified',
  'referred',
  'extended',
  'resolved',
  'notified',
  'delivered',
  'review_filed',
  'review_decided',
  'review_notified',
  'complied',
  'amparo_noted',
  'withdrawn',
  'lapsed',
  'recounted',
  'stated',
  'corrected',
  'disputed',
  'reminder',
  'view_summary',
  ...reportNoticeRules,
  'roll_up_difference',
] as const satisfies readonly (
  EventType | 'reminder' | 'view_summary' | (typeof reportNoticeRules)[number] | 'roll_up_difference'
)[]

export type NoticeRule = (typeof noticeRules)[number]

/** Who is told. `head`: the máxima autoridad of the institution, or its unit where it has no account. */
export type Audience = 'organisation' | 'institution' | 'head'

export interface Notice {
  readonly rule: NoticeRule
  /** The event, breach or term that it tells of: told once to each recipient, whoever finds it how often. */
  readonly source: string
  readonly to: readonly Audience[]
  /** Where the law speaks of it. */
  readonly article: string | null
  /** The term, for a breach and a reminder. */
  readonly clock: ClockId | null
  /** The day of the act, or the due day of the term. */
  readonly day: CalendarDate
}

/** What of a request decides whether an event of it is news. */
export interface Told {
  readonly importKey: string | null
  readonly createdAt: Date
}

/** The notice that an event makes; null where there is nothing to tell or it is no news. */
export function noticeOf(request: Told, event: RequestEvent): Notice | null {
  const rule = noticeRules.find(each => each === event.type)
  if (!rule || !isNews(request, event)) return null
  if (event.type === 'lapsed') return breachNotice(event)
  const { id: source, occurredOn: day } = event
  return { rule, source, to: audienceOf(event), article: articles[event.type] ?? null, clock: null, day }
}

/** Two working days before a term ends, to whoever must act (articles as the term's own). */
export function reminderOf(requestId: string, { id, dueOn, term, party }: Clock): Notice {
  const to: Audience = party === 'requester' ? 'organisation' : party === 'authority' ? 'head' : 'institution'
  const source = `${requestId}:${id}:${dueOn}`
  return { rule: 'reminder', source, to: [to], article: term.article, clock: id, day: dueOn }
}

/** That a saved view has something in it, told once for a day or a week. */
export function viewNotice(viewId: string, slot: CalendarDate): Notice {
  const source = `${viewId}:${slot}`
  return { rule: 'view_summary', source, to: [], article: null, clock: null, day: slot }
}

/** A breach older than this when it is written down comes out of an old log: calendar days. */
const stalestBreach = 60

/** What a log kept elsewhere already said when it was imported is known to whoever kept it. */
function isNews({ importKey, createdAt }: Told, event: RequestEvent): boolean {
  if (importKey !== null && event.recordedAt <= createdAt) return false
  if (event.type !== 'lapsed') return true
  if (importKey !== null && event.occurredOn <= dayIn(guatemalaTimeZone, createdAt)) return false
  const recordedOn = dayIn(guatemalaTimeZone, event.recordedAt)
  return dayNumber(recordedOn) - dayNumber(event.occurredOn) <= stalestBreach
}

function breachNotice({ data }: Extract<RequestEvent, { type: 'lapsed' }>): Notice {
  const { breachId: source, article, clock, dueOn: day } = data
  return { rule: 'lapsed', source, to: ['organisation', 'institution'], article, clock, day }
}

/** One side's act is told to the other; what time or the calendar brings, to both. */
function audienceOf(event: RequestEvent): readonly Audience[] {
  if (event.type === 'review_filed') return ['head']
  switch (partyOfEvent(event)) {
    case 'requester':
      return ['institution']
    case 'unit':
    case 'authority':
      return ['organisation']
    case 'system':
      return ['organisation', 'institution']
  }
}

const articles: Readonly<Partial<Record<EventType, string>>> = {
  filed: '41',
  admitted: '42',
  clarification_requested: '42.2',
  clarified: '42.2',
  referred: '38',
  extended: '43',
  resolved: '42',
  notified: '54',
  delivered: '45',
  review_filed: '54',
  review_decided: '58',
  review_notified: '60',
  complied: '60',
  amparo_noted: '60',
}
