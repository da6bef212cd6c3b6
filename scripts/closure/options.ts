import type { ParseArgsConfig } from 'node:util'
import type { ValidationErrorItem } from 'joi'
import { newClosure, type NewClosure } from '../../server/calendar/schemas.ts'
import { readArguments, UsageError } from '../command.ts'

export const usage = `Uso: npm run closure -- add --day 2026-12-24 [--day …] --source "Acuerdo Gubernativo …" [opciones]

  --day DÍA           día inhábil, repetible
  --source TEXTO      el acuerdo, como se cita
  --name TEXTO        cómo se llama el día
  --published DÍA     publicación en el diario oficial
  --institution QUIÉN solo esa institución, por su identificador, sigla o nombre; repetible; sin ella,
                      todas
  --dry-run           muestra qué plazos se moverían y no escribe nada
  --json              un documento JSON

Termina con 0 si se registró (o se mostró), 1 si se rechazó o algún historial no pudo escribirse, 2 si el
comando está mal escrito.`

export interface ClosureQuestion {
  /** Of every office: `institutions` are still names. */
  readonly input: NewClosure
  readonly institutions: readonly string[]
  readonly dryRun: boolean
  readonly json: boolean
}

const options = {
  day: { type: 'string', multiple: true, default: [] },
  source: { type: 'string' },
  name: { type: 'string' },
  published: { type: 'string' },
  institution: { type: 'string', multiple: true, default: [] },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} satisfies NonNullable<ParseArgsConfig['options']>

/** @throws UsageError naming the option and the remedy. */
export function readQuestion(args: string[]): ClosureQuestion {
  const { values, positionals } = readArguments({ args, options, allowPositionals: true })
  if (positionals.join(' ') !== 'add') throw new UsageError(`Escriba add y los datos del acuerdo.\n${usage}`)
  if (values.day.length === 0) throw new UsageError(`--day: indique al menos un día.\n${usage}`)
  if (!values.source?.trim()) throw new UsageError(`--source: cite el acuerdo.\n${usage}`)
  const { value, error } = newClosure.validate({
    days: values.day,
    source: values.source,
    name: values.name,
    publishedOn: values.published,
  })
  const [fault] = error?.details ?? []
  if (fault) throw new UsageError(wrong(fault, values))
  return { input: value, institutions: values.institution, dryRun: values['dry-run'], json: values.json }
}

interface Given {
  readonly day: readonly string[]
  readonly source?: string | undefined
  readonly name?: string | undefined
  readonly published?: string | undefined
}

function wrong({ path, type, context }: ValidationErrorItem, given: Given): string {
  const limit = context?.['limit']
  switch (path[0]) {
    case 'days':
      return `--day ${given.day.join(', ')}: ${dayFault(type)}`
    case 'publishedOn':
      return `--published ${given.published}: ${dayFault(type)}`
    case 'name':
      return `--name ${shown(given.name)}: escriba ${limit} caracteres o menos, por ejemplo "Asueto por elecciones".`
    default: {
      const bound = type === 'string.min' ? 'más' : 'menos'
      return `--source ${shown(given.source)}: cite el acuerdo con ${limit} caracteres o ${bound}, por ejemplo "Acuerdo Gubernativo 1-2026".`
    }
  }
}

function shown(text = ''): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function dayFault(type: string): string {
  switch (type) {
    case 'day.early':
      return 'el calendario empieza en 2009, con la ley.'
    case 'day.future':
      return 'el calendario conocido termina en 2060.'
    case 'array.unique':
      return 'hay un día repetido.'
    default:
      return 'escriba días que existan, por ejemplo 2026-12-24.'
  }
}
