import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { ensureAdministrator } from './auth/ensure-administrator.ts'
import { createHasher, type Hasher } from './auth/hasher.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { AppError } from './errors.ts'
import { requireCron, startJobs } from './jobs/schedule.ts'
import { openContext } from './open-context.ts'
import { partsOf } from './parts.ts'

export interface StartedServer {
  /** Where it listens, without a final slash. */
  readonly url: string
  readonly context: Context
  /** The first administrator's one-time password, at the very first start only: to be shown, never logged. */
  readonly administrator: { readonly email: string; readonly password: string } | null
  /** Stops listening, lets requests in flight finish (10 s at most), stops the jobs and closes the store. */
  close(): Promise<void>
}

export interface StartOptions {
  readonly clock?: Clock
  readonly log?: Logger
  readonly hasher?: Hasher
  /** Default true: the jobs ring in this process. */
  readonly jobs?: boolean
}

const drainMs = 10_000

/**
 * Opens the store, listens, and starts the jobs.
 * @throws ConfigurationError, AppError 'port-in-use' { port }, or as `openContext`; nothing stays open then.
 */
export async function startServer(config: Config, options: StartOptions = {}): Promise<StartedServer> {
  const { hasher = createHasher(), jobs = true, ...given } = options
  requireCron(config)
  const context = await openContext(config, given)
  try {
    const administrator = await ensureAdministrator(context, hasher)
    const auth = await createAuth(context, hasher)
    const parts = partsOf(context, auth)
    const server = await listen(createApp(context, auth, parts), config)
    const stopJobs = jobs ? startJobs(context) : async () => {}
    const close = async () => {
      await Promise.all([drain(server), stopJobs(), parts.close()])
      await context.engine.close()
    }
    return { url: urlOf(server), context, administrator, close }
  } catch (error) {
    await context.engine.close()
    throw error
  }
}

function listen(app: Express, { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host)
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(isTaken ? new AppError('port-in-use', { port }) : error)
    })
  })
}

function drain(server: Server): Promise<void> {
  return new Promise(resolve => {
    const overdue = setTimeout(() => server.closeAllConnections(), drainMs)
    server.close(() => {
      clearTimeout(overdue)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function urlOf(server: Server): string {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
