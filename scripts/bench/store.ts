import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { clockFrom, type Clock } from '../../server/clock.ts'
import { readConfig, type Config } from '../../server/config.ts'
import type { Context } from '../../server/context.ts'
import { openContext } from '../../server/open-context.ts'

/**
 * The embedded store in a folder, whatever the environment says; MongoDB in a process that a bench has started for
 * it. Not by the job, which is an argument that everybody on the machine can read: an address may hold a password.
 */
export function benchConfig(dir: string): Config {
  return readConfig({ DATA_DIR: dir, PORT: '0', MONGODB_URI: process.env[mongodbVariable] })
}

export const mongodbVariable = 'BENCH_MONGODB_URI'

export function openBench(dir: string, clock: Clock): Promise<Context> {
  return openContext(benchConfig(dir), { clock, log: pino({ level: 'error' }, pino.destination(2)) })
}

/** A clock that runs on from 09:00 in Guatemala on a day; `go` puts it to another. */
export function movableClock(day: string): Clock & { go(day: string): void } {
  let start = nine(day) - performance.now()
  const clock = clockFrom(() => new Date(start + performance.now()), 'America/Guatemala')
  return {
    ...clock,
    go(next) {
      start = nine(next) - performance.now()
    },
  }
}

function nine(day: string): number {
  return new Date(`${day}T09:00:00-06:00`).getTime()
}

export async function inTempFolder<R>(work: (dir: string) => Promise<R>): Promise<R> {
  const dir = await mkdtemp(join(tmpdir(), 'vigia-bench-'))
  try {
    return await work(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
