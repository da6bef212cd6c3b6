import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createHasher } from '../server/auth/hasher.ts'
import { readConfig } from '../server/config.ts'
import type { Context } from '../server/context.ts'
import { guatemalaTimeZone } from '../server/domain/calendar/calendar-date.ts'
import { runDueSlots } from '../server/jobs/run-due-slots.ts'
import { catalogue } from '../server/institutions/catalogue.ts'
import { seedRequests } from '../server/seeding/seed-requests.ts'
import { startServer } from '../server/start-server.ts'
import { readArguments, runCommand } from './command.ts'
import { addDemoActivities } from './demo/demo-activities.ts'
import { demoClock, type DemoClock } from './demo/demo-clock.ts'
import { addDemoPeople, demoPeople } from './demo/demo-people.ts'
import { addDemoRequests } from './demo/demo-requests.ts'

/*
 * Vigía with its embedded store, an account for each role and an invented population. Days pass when a number
 * is typed: the jobs then run as they would have, and the screens show what the law says was broken.
 */
const population = { requests: 240, years: 1, seed: 121, institutions: catalogue }

const usage = `Uso: npm run demo

Abre la aplicación con datos inventados y una cuenta de cada rol, y deja pasar los días hábiles que se escriban.
  DATA_DIR   carpeta de los datos; sin ella, data/demo
  PORT       puerto; sin él, 3000`

await runCommand(usage, async args => {
  readArguments({ args })

  const config = readConfig({
    DATA_DIR: join('data', 'demo'),
    LOG_LEVEL: 'warn',
    SLOW_QUERY_MS: '0',
    ...process.env,
  })
  const clock = demoClock(guatemalaTimeZone)
  const hasher = createHasher()
  // Days pass in a moment here: nobody should have to sign in again each time.
  const session = { idleMinutes: 60 * 24 * 365, hours: 24 * 365 }
  const server = await startServer({ ...config, session, demo: true }, { clock, hasher })
  const { context } = server
  const password = await addDemoPeople(context, hasher)
  await seedRequests(context, population)
  await addDemoRequests(context)
  await addDemoActivities(context)
  await runDueSlots(context, { owner: 'demo' })
  tell(server.url, password, clock)
  await listenForDays(context, clock)
  await server.close()
  return 0 as const
})

function tell(url: string, password: string, clock: DemoClock): void {
  const accounts = demoPeople.map(({ email, role }) => `  ${email.padEnd(22)} ${role}`)
  print(
    `\nVigía (demostración): ${url}`,
    `Hoy es ${clock.today()}. Contraseña de todas las cuentas: ${password}\n`,
    ...accounts,
    '\nEscriba un número y Enter para dejar pasar esos días hábiles; q y Enter para terminar.\n',
  )
}

/** Resolves on `q` or a signal; without a terminal, on a signal alone. */
function listenForDays(context: Context, clock: DemoClock): Promise<void> {
  return new Promise(resolve => {
    const lines = createInterface({ input: process.stdin })
    const end = () => {
      lines.close()
      // A pipe that is only paused would keep the process alive.
      process.stdin.destroy()
      resolve()
    }
    process.once('SIGINT', end).once('SIGTERM', end)
    lines.on('line', line => {
      if (line.trim() === 'q') return end()
      void letPass(context, clock, /^\d{1,3}$/.test(line.trim()) ? Number(line) : 0).catch((error: unknown) =>
        print(String(error)),
      )
    })
  })
}

async function letPass(context: Context, clock: DemoClock, days: number): Promise<void> {
  if (days < 1 || days > 250) return print('Escriba un número de 1 a 250.')
  const { calendar } = await context.calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null })
  clock.advance(days, calendar)
  const summary = await runDueSlots(context, { owner: 'demo' })
  print(`Hoy es ${clock.today()}. ${JSON.stringify(summary?.['breach-scan'] ?? null)}`)
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
