import { catalogue } from '../server/institutions/catalogue.ts'
import { institutionsUpTo } from '../server/seeding/institutions.ts'
import { inventedOrganisations, organisationsUpTo } from '../server/seeding/organisations.ts'
import { seedFrom } from '../server/seeding/prng.ts'
import { seedRequests } from '../server/seeding/seed-requests.ts'
import { printJson, printText, readArguments, runCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const usage = `Uso: npm run seed -- --requests N --years Y --seed S [--institutions N] [--organisations N] [--open N] [--json]

  --requests N       cuántas solicitudes inventadas (hasta 5,000,000)
  --years Y          presentadas en los últimos Y años (1 a 17)
  --seed S           un número o una palabra: la misma, el mismo día, hace las mismas solicitudes; repetir no
                     agrega nada
  --institutions N   a cuántas instituciones (hasta 10,000): las del registro y, pasado su número, oficinas
                     inventadas que se agregan a él; sin ella, las ${catalogue.length} del registro
  --organisations N  de cuántas organizaciones, todas inventadas (hasta 10,000); sin ella, ${inventedOrganisations.length}
  --open N           de cuántas solicitudes se debe algo todavía; sin ella, de las que resulten
  --json             {"requests","events","institutions","organisations","from","to"}

Las instituciones son las del registro; las organizaciones y las solicitudes son inventadas.`

await runCommand(usage, async args => {
  const options = readOptions(args)
  return withContext(async context => {
    const result = await seedRequests(context, options)
    if (options.json) printJson(result)
    else
      printText(
        `Solicitudes nuevas: ${result.requests} · eventos: ${result.events} · instituciones: ${result.institutions} · organizaciones: ${result.organisations} · del ${result.from} al ${result.to}`,
      )
    return 0 as const
  })
})

function readOptions(args: string[]) {
  const { values } = readArguments({
    args,
    options: {
      requests: { type: 'string' },
      years: { type: 'string' },
      seed: { type: 'string' },
      institutions: { type: 'string', default: String(catalogue.length) },
      organisations: { type: 'string', default: String(inventedOrganisations.length) },
      open: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const requests = whole('--requests', values.requests, { low: 1, high: 5_000_000 })
  const sides = { low: 1, high: 10_000 }
  return {
    requests,
    years: whole('--years', values.years, { low: 1, high: 17 }),
    seed: seedFrom(words('--seed', values.seed)),
    institutions: institutionsUpTo(whole('--institutions', values.institutions, sides), catalogue),
    organisations: organisationsUpTo(whole('--organisations', values.organisations, sides)),
    open: values.open === undefined ? null : whole('--open', values.open, { low: 0, high: requests }),
    json: values.json,
  }
}

function whole(option: string, text: string | undefined, { low, high }: { low: number; high: number }) {
  const value = text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= low && value <= high))
    throw new UsageError(`${option}: escriba un número entero de ${low} a ${high}.\n${usage}`)
  return value
}

function words(option: string, text: string | undefined): string {
  if (!text?.trim())
    throw new UsageError(`${option}: escriba un número o una palabra, por ejemplo demo.\n${usage}`)
  return text.trim()
}
