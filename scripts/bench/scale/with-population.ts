import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '../../mongodb-engine/engine.ts'
import type { Sizes } from '../sizes.ts'
import { runChild } from '../start-child.ts'
import { mongodbVariable } from '../store.ts'
import { copyPastCache } from './copy-past-cache.ts'
import { databaseAddress } from './database-address.ts'
import type { Prepared } from './population.ts'

/** Where a population is, for a process that is started on it. */
export interface Place {
  readonly dir: string
  readonly environment: Readonly<Record<string, string>>
}

type Population = { readonly requests: number } & Pick<Sizes['scale'], 'on' | 'keptIn'>
type Work<R> = (place: Place, prepared: Prepared) => Promise<R>

/**
 * A population that the work may write to. In a folder, the embedded store's or that of a MongoDB which runs on it,
 * it is a copy of the one that is kept, or one made now; in the MongoDB that MONGODB_URI names it is a database which
 * stays as the work leaves it.
 */
export async function withPopulation<R>(population: Population, work: Work<R>): Promise<R> {
  const { requests, on, keptIn } = population
  const given = on === 'mongodb' ? (process.env.MONGODB_URI ?? '') : ''
  if (keptIn !== null) await mkdir(keptIn, { recursive: true })
  const dir = await mkdtemp(join(keptIn ?? tmpdir(), 'vigia-bench-'))
  try {
    if (given !== '') return await prepared(placeOn(dir, given, requests), requests, work)
    const seeded = keptIn === null ? null : await copyOfKept(population, keptIn, dir)
    return await inFolder(population, dir, place =>
      prepared(place, requests, (at, { day, ...now }) => work(at, { day, seeded: seeded ?? now.seeded })),
    )
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function prepared<R>(place: Place, requests: number, work: Work<R>): Promise<R> {
  return work(place, await prepare(place, requests))
}

function prepare({ dir, environment }: Place, requests: number): Promise<Prepared> {
  const job = { job: 'prepare-scale', dir, requests } as const
  return runChild<Prepared>(process.argv[1] ?? '', job, environment)
}

async function inFolder<R>(
  { on, requests }: Population,
  dir: string,
  work: (place: Place) => Promise<R>,
): Promise<R> {
  if (on === 'embedded') return work({ dir, environment: {} })
  const engine = await startEngine(join(dir, 'mongodb'), totalmem() / 2)
  try {
    return await work(placeOn(dir, engine.uri, requests))
  } finally {
    await engine.stop()
  }
}

function placeOn(dir: string, uri: string, requests: number): Place {
  return { dir, environment: { [mongodbVariable]: databaseAddress(uri, `vigia_scale_${requests}`) } }
}

/** What is kept is made first, where it is missing. Says what was seeded for it. */
async function copyOfKept(population: Population, keptIn: string, dir: string): Promise<Prepared['seeded']> {
  const { on, requests } = population
  const kept = join(keptIn, on === 'embedded' ? String(requests) : `mongodb-${requests}`)
  const seeded = (await isThere(kept)) ? null : await seedAndKeep(population, kept)
  await copyPastCache(kept, dir)
  return seeded
}

/** Under another name until it is whole. */
async function seedAndKeep(population: Population, kept: string): Promise<Prepared['seeded']> {
  const partial = `${kept}.partial`
  await mkdir(partial, { recursive: true })
  const { seeded } = await inFolder(population, partial, place => prepare(place, population.requests))
  await rename(partial, kept)
  return seeded
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
