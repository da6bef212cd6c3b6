import { pino, type Logger } from 'pino'
import { createBell } from './bell.ts'
import { createCalendars } from './calendar/calendars.ts'
import { clockFrom, systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { AppError } from './errors.ts'
import { seedCatalogue } from './institutions/catalogue.ts'
import { requireSameTime } from './require-same-time.ts'
import { openEngine, openReader, type Engine } from './store/engine.ts'
import type { SlowWatch } from './store/slow-operations.ts'
import { createStores, type Stores } from './store/stores.ts'

/**
 * Opens the store that the configuration names and everything that stands on it. The register of institutions
 * and the known acuerdos are in it from the first opening on.
 * @throws AppError 'database-unreachable', 'data-folder-in-use', 'data-folder-not-writable', 'indexes-missing'
 * { where, missing } or 'copy-unfinished' { where, from }
 */
export async function openContext(
  config: Config,
  given: { clock?: Clock; log?: Logger } = {},
): Promise<Context> {
  const log = given.log ?? pino({ level: config.logLevel, redact: ['password', 'token', 'email', 'name'] })
  const clock = given.clock ?? systemClock(config.timeZone)
  const { uri, dataDir } = config.database
  const slow = slowWatch(config, log)
  const engine = await openEngine({ mongodbUri: uri, dataDir, now: () => clock.now(), slow })
  const stores = createStores(engine)
  const isReal = given.clock === undefined
  await requireFit(engine, stores, isReal ? clock : null).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })
  const calendars = createCalendars(stores.closures, config.policy)
  await seedCatalogue({ stores, clock })
  return { config, clock, log, engine, stores, calendars, bell: createBell() }
}

/** What the store takes long over is logged; SLOW_QUERY_MS of 0 logs none. */
function slowWatch({ slowQueryMs }: Config, log: Logger): SlowWatch | null {
  if (slowQueryMs === 0) return null
  const now = () => performance.now()
  return { overMs: slowQueryMs, now, tell: operation => log.warn(operation, 'The store took long') }
}

/**
 * Never builds an index in passing: on a large database that takes long, and several instances start at once.
 * A clock that was given, as by a demonstration, is not the present and is held against nothing.
 */
async function requireFit(engine: Engine, { copies }: Stores, clock: Clock | null): Promise<void> {
  if (clock) await requireSameTime(engine, clock)
  const missing = await engine.missingIndexes()
  if (missing.length > 0)
    throw new AppError('indexes-missing', { where: engine.describe(), missing: missing.join(', ') })
  const unfinished = await copies.unfinished()
  if (unfinished) throw new AppError('copy-unfinished', { where: engine.describe(), from: unfinished.from })
}

/** What this process has open, for one of its worker threads to read as of an instant; it logs nothing. */
export async function openReadingContext(config: Config, at: Date): Promise<Context> {
  const clock = clockFrom(() => at, config.timeZone)
  const { uri, dataDir } = config.database
  const engine = await openReader({ mongodbUri: uri, dataDir, now: () => at })
  const stores = createStores(engine)
  const calendars = createCalendars(stores.closures, config.policy)
  return { config, clock, log: pino({ level: 'silent' }), engine, stores, calendars, bell: createBell() }
}
