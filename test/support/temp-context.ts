import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { clockFrom } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import type { Context } from '../../server/context.ts'
import { openContext } from '../../server/open-context.ts'
import { buildIndexes } from '../../server/store/build-indexes.ts'

/** A context of its own, on the MongoDB that MONGODB_URI names or in a folder of its own, with a clock that a test sets. */
export interface TempContext extends Context {
  /** An instant, or a day 'YYYY-MM-DD', which then is at 09:00 in Guatemala. */
  setNow(present: Date | string): void
  /** What was logged so far, one JSON line an entry. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

export interface TempContextOptions {
  /** As `setNow`; default 2026-02-02 at 09:00 in Guatemala. */
  readonly now?: Date | string
  /** Settings beside those of tests, as environment variables. */
  readonly env?: Readonly<Record<string, string>>
}

export async function tempContext({ now, env = {} }: TempContextOptions = {}): Promise<TempContext> {
  const folder = await mkdtemp(join(tmpdir(), 'vigia-test-'))
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder, ...ownDatabase(), ...env })
  const { uri, dataDir } = config.database
  if (uri !== null) await buildIndexes({ mongodbUri: uri, dataDir })
  let present = instantOf(now ?? '2026-02-02')
  const logged: string[] = []
  const context = await openContext(config, {
    clock: clockFrom(() => present, config.timeZone),
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
  })
  return {
    ...context,
    logged,
    setNow(next) {
      present = instantOf(next)
    },
    async close() {
      await context.engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function instantOf(present: Date | string): Date {
  if (present instanceof Date) return present
  return new Date(present.length === 10 ? `${present}T09:00:00-06:00` : present)
}

/** Another database on the MongoDB that the tests are given, if any. */
function ownDatabase(): Record<string, string> {
  const given = process.env.MONGODB_URI
  if (given === undefined) return {}
  const uri = new URL(given)
  uri.pathname = `/vigia-test-${randomUUID().slice(0, 8)}`
  return { MONGODB_URI: uri.href }
}
