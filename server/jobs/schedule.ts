import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import cron from 'node-cron'
import { ConfigurationError, type Config } from '../config.ts'
import { configurationText } from '../configuration-remedies.ts'
import type { Context } from '../context.ts'
import { openMailer } from './mailer.ts'
import { runDueSlots, type RunOptions } from './run-due-slots.ts'

/** A turn that takes longer is ended between two records; the next one goes on from there. */
const longestTurnMs = 15 * 60_000
/** Clocks of the process and of the store that differ by more are wrong: a day could seem to be over. */
const mostSkewMs = 60_000
/** How long a stop waits for work that does not end when it is told to. */
const patienceMs = 10_000

/** @throws ConfigurationError for hours that no clock shows: five fields alone do not make a time. */
export function requireCron({ scan }: Config): void {
  if (!cron.validate(scan.cron)) throw new ConfigurationError(configurationText([{ name: 'SCAN_CRON' }]))
}

/**
 * Rings at the start, by `config.scan.cron` and when work is left to the jobs; what is due is the ledger's
 * business. The result stops the bell, ends the work in hand between two records, and resolves when it has ended.
 */
export function startJobs(context: Context): () => Promise<void> {
  const { config, log } = context
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`
  const mailer = openMailer(config)
  const stopping = new AbortController()

  async function turn(): Promise<void> {
    const ending = new AbortController()
    const end = () => ending.abort(new Error('The turn of the jobs was ended'))
    // Its own limit: node-cron's noOverlap waits for ever on a turn that never settles.
    const limit = setTimeout(end, longestTurnMs)
    stopping.signal.addEventListener('abort', end, { once: true })
    const work = runIfClocksAgree(context, { owner, mailer, signal: ending.signal }).catch(report)
    await Promise.race([work, aborted(ending.signal).then(() => settledWithin(work, patienceMs))])
    clearTimeout(limit)
    stopping.signal.removeEventListener('abort', end)
  }

  function report(err: unknown): void {
    if (!stopping.signal.aborted) log.error({ err }, 'A turn of the jobs did not end well')
  }

  const turns = oneAtATime(turn, stopping.signal)
  const task = cron.schedule(config.scan.cron, turns.ring, {
    timezone: config.timeZone,
    noOverlap: true,
    missedExecutionTolerance: 60_000,
  })
  const hangUp = context.bell.answer(turns.call)
  void turns.ring()
  return async () => {
    stopping.abort()
    hangUp()
    await task.destroy()
    await turns.inHand()
    mailer?.close()
  }
}

/** A ring during a turn is that turn's; a call, whose work may have come too late for it, has another follow. */
function oneAtATime(turn: () => Promise<void>, stopping: AbortSignal) {
  let inHand: Promise<void> | null = null
  let isCalled = false

  function ring(): Promise<void> {
    inHand ??= turns().finally(() => {
      inHand = null
    })
    return inHand
  }

  async function turns(): Promise<void> {
    do {
      isCalled = false
      await turn()
    } while (isCalled && !stopping.aborted)
  }

  function call(): void {
    isCalled = true
    void ring()
  }

  return { ring, call, inHand: () => inHand }
}

async function runIfClocksAgree(context: Context, options: RunOptions): Promise<void> {
  if (await agreesOnTheTime(context)) await runDueSlots(context, options)
}

async function agreesOnTheTime({ engine, clock, log }: Context): Promise<boolean> {
  const skewMs = clock.now().getTime() - (await engine.now()).getTime()
  if (Math.abs(skewMs) <= mostSkewMs) return true
  log.error({ skewMs }, 'The clocks of this process and of the store differ: no job runs until they agree')
  return false
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Resolves when the work has ended, well or not, or when patience has. */
function settledWithin(work: Promise<unknown>, milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    work.then(end, end)
  })
}
