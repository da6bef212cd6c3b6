import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createHasher } from '../../server/auth/hasher.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { catalogue } from '../../server/institutions/catalogue.ts'
import { seedRequests } from '../../server/seeding/seed-requests.ts'
import { startServer } from '../../server/start-server.ts'
import { addAccount, password, type Account } from './add-account.ts'
import { tellParent } from './server-messages.ts'
import { benchConfig, movableClock } from './store.ts'

export interface BesideReady {
  readonly url: string
  /** Looks through the lists, and asks for the report on everything. */
  readonly account: Account
}

/** The longest time at once, since that was asked last, in which the main thread took up nothing new. Milliseconds. */
export interface Held {
  readonly held: number
  /** For as long as its own work alone took, and not the machine's other work; null where the system cannot tell. */
  readonly byItself: number | null
}

/** Milliseconds between two looks at the main thread. */
const resolution = 5

/** The whole server on an embedded store with a population, which says how long its main thread is held. */
export async function reportBesideServer(given: { dir: string; reported: number }): Promise<undefined> {
  const clock = movableClock(calendarDate('2026-03-02'))
  const hasher = createHasher()
  const server = await startServer(benchConfig(given.dir), { clock, hasher, jobs: false })
  const { context, url } = server
  await seedRequests(context, { requests: given.reported, years: 1, seed: 1, institutions: catalogue })
  const passwordHash = await hasher.hash(password)
  const account = await addAccount(context, { role: 'regulator', passwordHash })
  const ready: BesideReady = { url, account }
  await tellParent(ready)
  const looks = watchMainThread()
  process.on('message', () => void tellParent(looks.longest()))
  const end = () => void server.close().then(() => process.exit(0))
  process.once('SIGTERM', end).once('disconnect', end)
  if (!process.connected) end()
  return undefined
}

function watchMainThread(): { longest(): Held } {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  let before = workedNanoseconds()
  let most = 0
  setInterval(() => {
    const now = workedNanoseconds()
    most = Math.max(most, now - before)
    before = now
  }, resolution).unref()
  return {
    longest() {
      // What is told is the time between two looks: less the time that there always is, it is how long one was late.
      const held = Math.max(0, delay.max / 1e6 - resolution)
      const byItself = Number.isNaN(before) ? null : most / 1e6
      delay.reset()
      most = 0
      return { held, byItself }
    },
  }
}

/** How long the main thread was on a processor since it began; NaN where there is no such file. */
function workedNanoseconds(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0])
  } catch {
    return Number.NaN
  }
}
