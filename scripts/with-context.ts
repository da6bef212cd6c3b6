import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import type { Context } from '../server/context.ts'
import { openContext } from '../server/open-context.ts'

/**
 * Opens the store that the environment names for one command, and closes it. Logs go to stderr: stdout is the
 * answer's. Whoever runs it sees for themselves how long it takes.
 */
export async function withContext<Result>(work: (context: Context) => Promise<Result>): Promise<Result> {
  const config = readConfig({ LOG_LEVEL: 'error', SLOW_QUERY_MS: '0', ...process.env })
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const context = await openContext(config, { log })
  try {
    return await work(context)
  } finally {
    await context.engine.close()
  }
}
