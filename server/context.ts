import type { Logger } from 'pino'
import type { Bell } from './bell.ts'
import type { Calendars } from './calendar/calendars.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Engine } from './store/engine.ts'
import type { Stores } from './store/stores.ts'

/** What an action may reach. One literal, made in open-context.ts; tests make their own. */
export interface Context {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  readonly engine: Engine
  readonly stores: Stores
  readonly calendars: Calendars
  /** Calls the jobs of this process. */
  readonly bell: Bell
}
