import type { Context } from '../../../server/context.ts'
import {
  calendarDate,
  dayIn,
  guatemalaTimeZone,
  type CalendarDate,
} from '../../../server/domain/calendar/calendar-date.ts'
import { knownClosures } from '../../../server/domain/calendar/closures.ts'
import { workingCalendar } from '../../../server/domain/calendar/working-calendar.ts'
import { AppError } from '../../../server/errors.ts'
import { catalogue } from '../../../server/institutions/catalogue.ts'
import { institutionsUpTo } from '../../../server/seeding/institutions.ts'
import { organisationsUpTo } from '../../../server/seeding/organisations.ts'
import { seedRequests } from '../../../server/seeding/seed-requests.ts'
import { buildIndexes } from '../../../server/store/build-indexes.ts'
import { requestCollection } from '../../../server/store/request-store.ts'
import { benchConfig, movableClock, openBench } from '../store.ts'
import { warmStore } from './warm-store.ts'

/** The busiest first. All populations have the same sides, so that they differ in nothing but requests; tiny ones, fewer. */
export const institutions = institutionsUpTo(3_000, catalogue)
export const organisations = organisationsUpTo(500)

/** So many of either are in the smallest population too. */
export const leastSides = 50

/** Of how many of a hundred requests something is owed. */
const openOfHundred = 4

const seededOn = '2026-03-02'

/** Who does what a run does by itself. */
export const benchUser = 'bench'

const calendar = workingCalendar({ inCapital: true, closures: knownClosures })

export interface Seeded {
  readonly requests: number
  readonly events: number
  readonly ms: number
}

export interface Prepared {
  /** Null where the population was there. */
  readonly seeded: Seeded | null
  /** The present of whatever is measured on it. */
  readonly day: CalendarDate
}

/**
 * Sees that a population is there, whole: what is missing of it is made, as by `npm run seed -- --years 5 --seed 1
 * --institutions 3000 --organisations 500 --open …` on the day on which all populations were made up.
 */
export async function preparePopulation(given: { dir: string; requests: number }): Promise<Prepared> {
  const prepared = await seeIsThere(given)
  if (benchConfig(given.dir).database.uri === null) await warmStore(given.dir)
  return prepared
}

async function seeIsThere(given: { dir: string; requests: number }): Promise<Prepared> {
  const context = await openIndexed(given.dir)
  try {
    const there = await context.engine.collection(requestCollection).count({ index: '_id' })
    const seeded = there < given.requests ? await seed(context, given.requests) : null
    return { seeded, day: await presentOf(context) }
  } finally {
    await context.engine.close()
  }
}

/** A database that is new to Vigía gets its indexes first. */
async function openIndexed(dir: string): Promise<Context> {
  const { uri: mongodbUri, dataDir } = benchConfig(dir).database
  const open = () => openBench(dir, movableClock(seededOn))
  return open().catch(async (error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'indexes-missing') throw error
    await buildIndexes({ mongodbUri, dataDir })
    return open()
  })
}

async function seed(context: Context, requests: number): Promise<Seeded> {
  const began = performance.now()
  const open = Math.round((requests * openOfHundred) / 100)
  const sides = {
    institutions: institutions.slice(0, Math.max(leastSides, requests)),
    organisations: organisations.slice(0, Math.max(leastSides, requests)),
  }
  const made = await seedRequests(context, { requests, years: 5, seed: 1, open, ...sides })
  return { requests: made.requests, events: made.events, ms: performance.now() - began }
}

/** The day on which the requests were made up or, where a run has been, the first working day after its acuerdo. */
async function presentOf({ engine, stores }: Context): Promise<CalendarDate> {
  const runs = (await stores.closures.all()).filter(({ recordedBy }) => recordedBy === benchUser)
  const last = runs
    .flatMap(({ days }) => days)
    .toSorted()
    .at(-1)
  if (last !== undefined) return workingDayAfter(last, 1)
  for await (const { createdAt } of engine.collection(requestCollection).stream())
    return dayIn(guatemalaTimeZone, createdAt)
  throw new Error('A population without requests')
}

/** @param count how many working days after the day, or after the first working day from it on. */
export function workingDayAfter(day: CalendarDate, count: number): CalendarDate {
  return calendarDate(calendar.addWorkingDays(calendar.onOrAfter(day), count))
}
