import type {
  ChallengeLine,
  ClosureLine,
  CorrectionsLog,
  EditionRef,
  FollowUp,
  RecommendationLine,
  RequestLine,
} from '../../reports/activity-4/follow-up.ts'
import type { Context } from '../context.ts'
import { dayIn, guatemalaTimeZone, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { printableText } from '../domain/names.ts'
import type { EventType } from '../domain/request/events.ts'
import { knownAt } from '../domain/register/corrections.ts'
import type { Edition } from '../store/edition-store.ts'
import type { Recommendation } from '../store/recommendation-store.ts'
import type { RequestHistory } from '../store/request-store.ts'
import { changedEntries } from './changed-entries.ts'

type Needs = Pick<Context, 'stores'>

export interface FollowedReport {
  readonly to: CalendarDate
  readonly asOf: CalendarDate
  /** Null where the report is no edition. */
  readonly edition: { readonly code: string; readonly supersedes: string | null } | null
  /** What is published or recorded after it is not seen; null is now. */
  readonly knownAt: Date | null
}

/** The editions that a report is told against. */
export interface Before {
  readonly recommending: Edition | null
  /** Whose corrections are logged. */
  readonly since: Edition | null
  /** Codes of this edition and of those that it corrects. */
  readonly own: readonly string[]
}

/**
 * Recommendations are followed from the latest edition of an earlier period; corrections are logged since the
 * edition that this one corrects, or else since that one.
 */
export async function editionsBefore({ stores }: Needs, report: FollowedReport): Promise<Before> {
  const published = await publishedBy(stores, report.knownAt)
  const own = chainOf(report.edition?.code ?? null, report.edition?.supersedes ?? null, published)
  const earlier = published.filter(({ code, to }) => to < report.to && !own.includes(code))
  const recommending = earlier.toSorted(byPeriod).at(-1) ?? null
  const corrected = published.find(({ id }) => id === report.edition?.supersedes) ?? null
  return { recommending, since: corrected ?? recommending, own }
}

/** What a report says of the edition before it. `requests`: as `requestLines` found them. */
export async function gatherFollowUp(
  { stores }: Needs,
  { asOf, knownAt: instant }: FollowedReport,
  { recommending, since, own }: Before,
  requests: readonly RequestLine[],
): Promise<FollowUp> {
  const published = await publishedBy(stores, instant)
  const earlier = recommending ? chainOf(recommending.code, recommending.supersedes, published) : []
  const recommended = await linesOf(stores, earlier, asOf)
  const recommends = await linesOf(stores, own, asOf)
  const corrections = since ? await logOf(stores, since, instant, requests) : null
  const ids = [
    ...[...recommended, ...recommends].flatMap(line => [
      ...(line.institutionId === null ? [] : [line.institutionId]),
      ...line.words.map(({ institutionId }) => institutionId),
    ]),
    ...(corrections?.challenges ?? []).map(({ institutionId }) => institutionId),
    ...(corrections?.entries ?? []).flatMap(({ register, name }) =>
      register === 'dissemination' ? [name] : [],
    ),
  ]
  const bodies = (await stores.institutions.findMany(ids)).map(({ id, name }) => ({ id, name }))
  return {
    previous: recommending && refOf(recommending),
    ...{ recommended, recommends, corrections },
    bodies: bodies.sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** Acts that took place by the cut-off of the edition before and were recorded, or corrected, after it. */
export function requestLines({ reference, events }: RequestHistory, since: Edition): readonly RequestLine[] {
  const from = instantOf(since)
  const first = events[0]
  if (!first || first.occurredOn > since.asOf) return []
  // All of a request that came late is late: its filing says it.
  const isNew = first.recordedAt > from
  return (isNew ? [first] : events).flatMap((event): readonly RequestLine[] => {
    const { type, occurredOn, recordedAt } = event
    if (recordedAt <= from || computed.has(type)) return []
    const recordedOn = dayIn(guatemalaTimeZone, recordedAt)
    if (event.type === 'corrected')
      return correctedLine(event.data.corrects, { reference, events, from, recordedOn })
    return occurredOn > since.asOf ? [] : [{ reference, change: 'late', type, on: occurredOn, recordedOn }]
  })
}

/** What follows from the dates alone: nobody was late in saying it. */
const computed: ReadonlySet<EventType> = new Set(['lapsed', 'closed', 'recounted'])

interface Correcting extends Pick<RequestHistory, 'reference' | 'events'> {
  readonly from: Date
  readonly recordedOn: CalendarDate
}

/** Only of an act that the edition before could know. */
function correctedLine(
  id: string,
  { reference, events, from, recordedOn }: Correcting,
): readonly RequestLine[] {
  const corrected = events.find(event => event.id === id)
  if (!corrected || corrected.recordedAt > from) return []
  const { type, occurredOn: on } = corrected
  return [{ reference, change: 'corrected', type, on, recordedOn }]
}

async function logOf(
  stores: Context['stores'],
  since: Edition,
  instant: Date | null,
  requests: readonly RequestLine[],
): Promise<CorrectionsLog> {
  return {
    since: refOf(since),
    challenges: await challengesOf(stores, since),
    entries: await changedEntries(stores, since, instantOf(since), instant),
    requests: requests.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    closures: await closuresSince(stores, since, instant),
  }
}

async function challengesOf(stores: Context['stores'], { id }: Edition): Promise<readonly ChallengeLine[]> {
  const challenges = await stores.editionWords.challengesTo(id)
  return challenges.flatMap(({ institutionId, figure, claim, state, reason }) =>
    state === 'abierta' ? [] : [{ institutionId, figure, claim, state, reason: reason ?? '' }],
  )
}

async function closuresSince(
  stores: Context['stores'],
  since: Edition,
  instant: Date | null,
): Promise<readonly ClosureLine[]> {
  return (await stores.closures.all())
    .filter(({ recordedAt, days }) => {
      const isNew = recordedAt > instantOf(since) && (instant === null || recordedAt <= instant)
      return isNew && days.some(day => day <= since.asOf)
    })
    .map(({ name, source, days, recordedAt }) => ({
      ...{ name: printableText(name), source: printableText(source), days },
      recordedOn: dayIn(guatemalaTimeZone, recordedAt),
    }))
}

async function linesOf(
  stores: Context['stores'],
  codes: readonly string[],
  asOf: CalendarDate,
): Promise<readonly RecommendationLine[]> {
  const lines: RecommendationLine[] = []
  for (const code of codes)
    for await (const item of stores.recommendations.ofEdition(code))
      if (!item.annulled) lines.push(lineOf(item, asOf))
  return lines
}

function lineOf(item: Recommendation, asOf: CalendarDate): RecommendationLine {
  const { id, institutionId, text, words } = item
  return {
    ...{ id, institutionId, text, ...stateOn(item, asOf) },
    words: words
      .map(word => ({ ...word, on: dayIn(guatemalaTimeZone, word.at) }))
      .filter(({ on }) => on <= asOf)
      .map(({ institutionId: by, state, on, text: said }) => ({ institutionId: by, state, on, text: said })),
  }
}

/** As it stood on the cut-off day: what came to be so after it is wound back through the corrections. */
function stateOn(item: Recommendation, asOf: CalendarDate) {
  const versions = [item, ...item.corrections.toReversed().map(({ at }) => justBefore(item, at))]
  const stood = versions.find(({ stateDay }) => stateDay === null || stateDay <= asOf)
  if (!stood || stood.stateDay === null)
    return { state: 'sin_respuesta', stateDay: null, stateNote: null } as const
  return { state: stood.state, stateDay: stood.stateDay, stateNote: stood.stateNote }
}

function justBefore(item: Recommendation, instant: Date): Recommendation {
  return knownAt(item, new Date(instant.getTime() - 1)) ?? item
}

/** An edition, and those that it corrects one after the other, by code. */
function chainOf(
  code: string | null,
  supersedes: string | null,
  published: readonly Edition[],
): readonly string[] {
  if (code === null) return []
  const older = published.find(({ id }) => id === supersedes)
  return [...(older ? chainOf(older.code, older.supersedes, published) : []), code]
}

async function publishedBy(
  { editions }: Context['stores'],
  instant: Date | null,
): Promise<readonly Edition[]> {
  const found: Edition[] = []
  let after: string | null = null
  do {
    const page: { items: Edition[]; next: string | null } = await editions.published({ limit: 100, after })
    found.push(...page.items)
    after = page.next
  } while (after !== null)
  return found.filter(
    ({ publishedAt }) => instant === null || (publishedAt !== null && publishedAt <= instant),
  )
}

function byPeriod(a: Edition, b: Edition): number {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1
  return (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0)
}

function refOf({ code, from, to, asOf, publishedAt }: Edition): EditionRef {
  return { code, from, to, asOf, publishedOn: dayIn(guatemalaTimeZone, publishedAt ?? new Date(0)) }
}

/** What an edition could know. */
function instantOf({ knownAt: instant, publishedAt }: Edition): Date {
  return instant ?? publishedAt ?? new Date(0)
}

function keyOf({ reference, recordedOn, on, type }: RequestLine): string {
  return [reference, recordedOn, on, type].join(' ')
}
