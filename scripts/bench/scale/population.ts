import { constants } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockFrom } from '../../../server/clock.ts'
import { dayIn, guatemalaTimeZone, type CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { catalogue } from '../../../server/institutions/catalogue.ts'
import { institutionsUpTo } from '../../../server/seeding/institutions.ts'
import { organisationsUpTo } from '../../../server/seeding/organisations.ts'
import { seedRequests } from '../../../server/seeding/seed-requests.ts'
import { requestCollection } from '../../../server/store/request-store.ts'
import { runChild } from '../start-child.ts'
import { movableClock, openBench } from '../store.ts'

/** The busiest first. All populations have the same sides, so that they differ in nothing but requests; tiny ones, fewer. */
export const institutions = institutionsUpTo(3_000, catalogue)
export const organisations = organisationsUpTo(500)

/** So many of either are in the smallest population too. */
export const leastSides = 50

/** Of how many of a hundred requests something is owed. */
const openOfHundred = 4

const seededOn = '2026-03-02'

export interface Seeded {
  readonly requests: number
  readonly events: number
  readonly ms: number
}

/** As `npm run seed -- --years 5 --seed 1 --institutions 3000 --organisations 500 --open …`. */
export async function seedPopulation({ dir, requests }: { dir: string; requests: number }): Promise<Seeded> {
  const context = await openBench(dir, movableClock(seededOn))
  const began = performance.now()
  const open = Math.round((requests * openOfHundred) / 100)
  const sides = {
    institutions: institutions.slice(0, Math.max(leastSides, requests)),
    organisations: organisations.slice(0, Math.max(leastSides, requests)),
  }
  const { events } = await seedRequests(context, { requests, years: 5, seed: 1, open, ...sides })
  await context.engine.close()
  return { requests, events, ms: performance.now() - began }
}

/**
 * A population in a folder that the work may write to: a copy of the one that is kept, or one made now.
 * @param keptIn the folder of kept populations, each in one named by its number of requests; one that is missing
 * is made there. Null keeps none.
 */
export async function withPopulation<R>(
  { requests, keptIn }: { requests: number; keptIn: string | null },
  work: (dir: string, seeded: Seeded | null) => Promise<R>,
): Promise<R> {
  if (keptIn !== null) await mkdir(keptIn, { recursive: true })
  const dir = await mkdtemp(join(keptIn ?? tmpdir(), 'vigia-bench-'))
  try {
    if (keptIn === null) return await work(dir, await seedIn(dir, requests))
    const kept = join(keptIn, String(requests))
    const seeded = (await isThere(kept)) ? null : await seedAndKeep(kept, requests)
    await cp(kept, dir, { recursive: true, mode: constants.COPYFILE_FICLONE })
    return await work(dir, seeded)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Under another name until it is whole. */
async function seedAndKeep(kept: string, requests: number): Promise<Seeded> {
  const partial = `${kept}.partial`
  await rm(partial, { recursive: true, force: true })
  const seeded = await seedIn(partial, requests)
  await rename(partial, kept)
  return seeded
}

function seedIn(dir: string, requests: number): Promise<Seeded> {
  return runChild<Seeded>(process.argv[1] ?? '', { job: 'seed-scale', dir, requests })
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** The day on which a folder's requests were made up: the present of whatever is measured on them. */
export async function dayOfSeeding(dir: string): Promise<CalendarDate> {
  const context = await openBench(
    dir,
    clockFrom(() => new Date(`${seededOn}T15:00:00Z`), guatemalaTimeZone),
  )
  try {
    for await (const { createdAt } of context.engine.collection(requestCollection).stream())
      return dayIn(guatemalaTimeZone, createdAt)
    throw new Error(`${dir} holds no population`)
  } finally {
    await context.engine.close()
  }
}
