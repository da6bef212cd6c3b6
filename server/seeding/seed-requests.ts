import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import {
  addDays,
  calendarDate,
  dayNumber,
  dayOfWeek,
  fromDayNumber,
  type CalendarDate,
} from '../domain/calendar/calendar-date.ts'
import { foldRequest } from '../domain/request/fold.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { unrecordedMarks } from '../domain/request/marks.ts'
import { composeRequest } from '../store/compose-request.ts'
import type { Institution } from '../store/institution-store.ts'
import type { Organisation } from '../store/organisation-store.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { systemActor, type Signed } from '../store/seal-events.ts'
import { actorsOf, type SignedAct } from './made-up-case.ts'
import { makeUpCase } from './make-up-case.ts'
import { isInvented } from './institutions.ts'
import { inventedOrganisations } from './organisations.ts'
import { chanceFrom, type Chance } from './prng.ts'
import { titleOf } from './titles.ts'

export interface SeedOptions {
  /** How many requests. */
  readonly requests: number
  /** How many years back from today they were filed. */
  readonly years: number
  /** The same seed on the same day makes the same requests. */
  readonly seed: number
  /** The invented ones among them are added to the register. */
  readonly institutions: readonly Institution[]
  /** Forty, unless others are given. */
  readonly organisations?: readonly Organisation[]
  /** Of how many requests something is owed, spread evenly; left out, of as many as their stories come to. */
  readonly open?: number | null
}

export interface SeedSummary {
  /** Written now: those that were there already are left as they are. */
  readonly requests: number
  readonly events: number
  readonly institutions: number
  readonly organisations: number
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const batchSize = 500

/** Puts a made-up population into the store, batch by batch: its size does not count in memory. */
export async function seedRequests(context: Context, options: SeedOptions): Promise<SeedSummary> {
  const { stores, clock } = context
  const { organisations = inventedOrganisations, open = null } = options
  await addSides(context, options.institutions, organisations)
  const laws = await lawsOf(context, options.institutions)
  const to = clock.today()
  const period = { from: firstDay(to, options.years), to }
  const making = {
    ...{ ...options, ...period, organisations, laws },
    open: open === null ? null : { count: open, of: options.requests },
  }
  // Too many to be looked up one by one: the roll-ups are counted from the first request on.
  await stores.rollUps.forget()
  const written = await writeInBatches(context, options.requests, index => makeUpRequest(index, making))
  await stores.rollUps.forget()
  return {
    ...written,
    institutions: options.institutions.length,
    organisations: organisations.length,
    ...period,
  }
}

/** How many requests are made before the batch that is being written has its turn. */
const madeInATurn = 20

/** One batch is made while the database writes the one before. */
async function writeInBatches(
  { stores }: Context,
  count: number,
  make: (index: number) => InformationRequest,
): Promise<{ readonly requests: number; readonly events: number }> {
  let [requests, events] = [0, 0]
  const write = async (batch: readonly InformationRequest[]) => {
    const existing = new Set(await stores.requests.addMany(batch, { rollUpOwed: false }))
    const written = batch.filter(({ id }) => !existing.has(id))
    requests += written.length
    events += written.reduce((sum, request) => sum + request.events.length, 0)
  }
  let writing: Promise<void> = Promise.resolve()
  for (let start = 0; start < count; start += batchSize) {
    const end = Math.min(start + batchSize, count)
    const [batch] = await Promise.all([batchOf(start, end, make), writing])
    writing = write(batch)
  }
  await writing
  return { requests, events }
}

async function batchOf(
  start: number,
  end: number,
  make: (index: number) => InformationRequest,
): Promise<InformationRequest[]> {
  const batch: InformationRequest[] = []
  for (let index = start; index < end; index += 1) {
    batch.push(make(index))
    if (batch.length % madeInATurn === 0) await setImmediate()
  }
  return batch
}

async function addSides(
  { stores }: Context,
  institutions: readonly Institution[],
  organisations: readonly Organisation[],
): Promise<void> {
  // Those of the register are in the store from its first opening on, some perhaps under an id of an import.
  const invented = institutions.filter(isInvented)
  for (let start = 0; start < invented.length; start += batchSize)
    await stores.institutions.addMissing(invented.slice(start, start + batchSize))
  await stores.organisations.addMissing(organisations)
}

interface Making extends Pick<SeedOptions, 'seed' | 'years' | 'institutions'> {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly organisations: readonly Organisation[]
  readonly laws: ReadonlyMap<string, LawContext>
  /** Of how many of how many requests something is owed; null leaves it to their stories. */
  readonly open: { readonly count: number; readonly of: number } | null
}

/** Some three stories of ten are open near the day of seeding: so many in a row that are not do not occur. */
const mostStories = 400

/** Days before the day of seeding in which those that are to be open were filed. */
const openDays = 45

/** The n-th request of a population: it depends on its own number and on no other request. */
export function makeUpRequest(index: number, making: Making): InformationRequest {
  const { open } = making
  if (open === null) return tellRequest(index, 0, making)
  const openUpTo = (end: number) => Math.floor((end * open.count) / open.of)
  const isOpen = openUpTo(index + 1) > openUpTo(index)
  const from = isOpen ? latest(making.from, addDays(making.to, -openDays)) : making.from
  for (let story = 0; story < mostStories; story += 1) {
    const request = tellRequest(index, story, { ...making, from })
    if (request.owed === isOpen) return request
  }
  throw new RangeError(`No story of request ${index} is ${isOpen ? 'open' : 'closed'}`)
}

function latest(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other
}

/** @param story another number tells another story of the same request. */
function tellRequest(index: number, story: number, making: Making): InformationRequest {
  const { seed, years, institutions, organisations, from, to, laws } = making
  const name = `${seed}:${years}:${index}`
  const first = chanceFrom(name)
  const id = idOf(index, first)
  const chance = story === 0 ? first : chanceFrom(`${name}:${story}`)
  const place = early(institutions.length, chance)
  const institution = institutions[place]
  const law = institution && laws.get(institution.id)
  const organisation = organisations[early(organisations.length, chance)]
  if (!institution || !law || !organisation) throw new RangeError('A population needs institutions')
  const filedOn = filingDay(from, to, chance)
  const actors = actorsOf(organisation.id, institution.id)
  const unitSpeaks = place % 3 !== 2
  const { kind, channel, acts } = makeUpCase(filedOn, to, { chance, law, actors, unitSpeaks })
  const header = {
    id,
    reference: `GT-${filedOn.slice(0, 4)}-S${seed}-${years}-${String(index + 1).padStart(6, '0')}`,
    importKey: `seed:${name}`,
    referredFrom: null,
    organisationId: organisation.id,
    institutionId: institution.id,
    title: titleOf(Number(filedOn.slice(0, 4)), chance),
    body: '',
    kind,
    channel,
    published: chance.happens(0.8),
    attachments: [],
  } as const
  const written = { recordedAt: startOf(to), today: to, newId: () => chance.id() }
  return composeRequest(header, withMarks(id, acts, law, to), law, written)
}

/** In the order in which they are made: a store takes in a million far faster at the end of each list than all over it. */
function idOf(index: number, chance: Chance): string {
  return index.toString(16).padStart(8, '0') + chance.id().slice(8)
}

/** The acts as they were recorded, each on its day, and what the nightly scan wrote down in between. */
function withMarks(id: string, acts: readonly SignedAct[], law: LawContext, today: CalendarDate): Signed[] {
  const signed = acts.map(({ act, actor }) => recorded({ acts: [act], actor }, act.occurredOn, today))
  const recordedAt = startOf(today)
  // Not sealed: the fold looks at no hash.
  const events = acts.map(({ act, actor }) => ({ id: '', ...act, recordedAt, actor, prev: '' }))
  const marks = unrecordedMarks(id, foldRequest(events, law), events)
    .filter(({ occurredOn }) => occurredOn <= today)
    .map(act => recorded({ acts: [act], actor: systemActor }, act.occurredOn, today))
  return [...marks, ...signed].toSorted((a, b) => dayOf(a) - dayOf(b))
}

function recorded(signed: Signed, on: CalendarDate, today: CalendarDate): Signed {
  const limit = startOf(today)
  const at = new Date(startOf(on).getTime() + 12 * 3_600_000)
  return { ...signed, recordedAt: at < limit ? at : limit }
}

function dayOf({ acts }: Signed): number {
  return acts[0] ? dayNumber(acts[0].occurredOn) : 0
}

function startOf(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00-06:00`)
}

/** Some are asked far more than others: the first of a list more than the last. */
function early(length: number, chance: Chance): number {
  return Math.floor(length * chance.next() ** 1.8)
}

/** The law came into force on 21 April 2009; working days get nearly all of the filings. */
function filingDay(from: CalendarDate, to: CalendarDate, chance: Chance): CalendarDate {
  const first = dayNumber(from)
  const day = fromDayNumber(first + Math.floor((dayNumber(to) - first + 1) * chance.next()))
  const isWeekend = dayOfWeek(day) % 6 === 0
  if (!isWeekend || chance.happens(0.15)) return day
  const moved = addDays(day, dayOfWeek(day) === 0 ? -2 : -1)
  return moved < from ? day : moved
}

const inForceFrom = calendarDate('2009-04-21')

function firstDay(today: CalendarDate, years: number): CalendarDate {
  const back = addDays(today, -Math.round(365.25 * years) + 1)
  return back < inForceFrom ? inForceFrom : back
}

async function lawsOf(
  { calendars }: Context,
  institutions: readonly Institution[],
): Promise<Map<string, LawContext>> {
  const laws = new Map<string, LawContext>()
  for (const institution of institutions) laws.set(institution.id, await calendars.lawOf(institution))
  return laws
}
