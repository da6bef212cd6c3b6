import { pino, type Logger } from 'pino'
import { createCalendars } from './calendar/calendars.ts'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { seedCatalogue } from './institutions/catalogue.ts'
import { openEngine } from './store/engine.ts'
import { createStores } from './store/stores.ts'

/**
 * Opens the store that the configuration names and everything that stands on it. The register of institutions
 * and the known acuerdos are in it from the first opening on.
 * @throws AppError 'database-unreachable', 'data-folder-in-use', 'data-folder-not-writable'
 */
export async function openContext(
  config: Config,
  given: { clock?: Clock; log?: Logger } = {},
): Promise<Context> {
  const log = given.log ?? pino({ level: config.logLevel, redact: ['password', 'token', 'email', 'name'] })
  const clock = given.clock ?? systemClock(config.timeZone)
  const { uri, dataDir } = config.database
  const engine = await openEngine({ mongodbUri: uri, dataDir, now: () => clock.now() })
  const stores = createStores(engine)
  await engine.ensureIndexes()
  const calendars = createCalendars(stores.closures, config.policy, clock)
  await seedCatalogue({ stores, clock, calendars })
  return { config, clock, log, engine, stores, calendars }
}
