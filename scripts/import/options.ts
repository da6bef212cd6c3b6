import type { ParseArgsConfig } from 'node:util'
import type { LogField } from '../../server/imports/columns.ts'
import type { DateOrder } from '../../server/imports/dates.ts'
import { readArguments, UsageError } from '../command.ts'

export const usage = `Uso: npm run import -- ARCHIVO.csv --organisation NOMBRE [opciones]

  --organisation NOMBRE      de quién es el registro; se crea si no existe
  --institution NOMBRE       la institución, si el registro no la nombra; sin ella se toma de los
                             números de solicitud o del nombre del archivo
  --create-institutions      crea las instituciones que no están en el registro
  --date-order dmy|mdy       orden de día y mes; sin ella se deduce de todo el archivo
  --number-column, --received-column, --due-column, --closed-column, --disposition-column,
  --institution-column, --title-column NOMBRE
                             el encabezado de cada columna, si no se reconoce
  --dry-run                  cuenta lo que pasaría y no escribe nada
  --json                     {"read","added","same","changed","refusedRows","problems","notes","dryRun"}
  --language es|en           idioma de las explicaciones

Las filas que no se pueden leer se listan y no impiden importar las demás. Importar dos veces el mismo
archivo no agrega nada.
Termina con 0 si alguna fila es nueva, igual o cambiada, aunque se listen otras rechazadas, o si no había
filas; con 1 si se rechazaron todas o el archivo entero; con 2 si el comando está mal escrito.`

export interface ImportQuestion {
  readonly file: string
  readonly organisation: string
  readonly institution: string | null
  readonly createInstitutions: boolean
  readonly columns: Readonly<Partial<Record<LogField, string>>>
  readonly dateOrder: DateOrder | null
  readonly dryRun: boolean
  readonly json: boolean
  readonly language: 'es' | 'en' | null
}

/** @throws UsageError naming the option and the remedy. */
export function readQuestion(args: string[]): ImportQuestion {
  const { values, positionals } = readArguments({ args, options, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(`Indique un archivo CSV.\n${usage}`)
  if (!values.organisation?.trim())
    throw new UsageError(`--organisation: indique de quién es el registro.\n${usage}`)
  return {
    file,
    organisation: values.organisation,
    institution: values.institution?.trim() || null,
    createInstitutions: values['create-institutions'],
    columns: columnsOf(values),
    dateOrder: choice('--date-order', values['date-order'], ['dmy', 'mdy']),
    dryRun: values['dry-run'],
    json: values.json,
    language: choice('--language', values.language, ['es', 'en']),
  }
}

const options = {
  organisation: { type: 'string' },
  institution: { type: 'string' },
  'create-institutions': { type: 'boolean', default: false },
  'number-column': { type: 'string' },
  'received-column': { type: 'string' },
  'due-column': { type: 'string' },
  'closed-column': { type: 'string' },
  'disposition-column': { type: 'string' },
  'institution-column': { type: 'string' },
  'title-column': { type: 'string' },
  'date-order': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  language: { type: 'string' },
} satisfies NonNullable<ParseArgsConfig['options']>

type ColumnOptions = Readonly<Partial<Record<`${LogField}-column`, string>>>

function columnsOf(values: ColumnOptions): Partial<Record<LogField, string>> {
  const given: readonly (readonly [LogField, string | undefined])[] = [
    ['number', values['number-column']],
    ['received', values['received-column']],
    ['due', values['due-column']],
    ['closed', values['closed-column']],
    ['disposition', values['disposition-column']],
    ['institution', values['institution-column']],
    ['title', values['title-column']],
  ]
  return Object.fromEntries(given.flatMap(([field, name]) => (name === undefined ? [] : [[field, name]])))
}

function choice<Value extends string>(
  option: string,
  text: string | undefined,
  values: readonly Value[],
): Value | null {
  if (text === undefined) return null
  const found = values.find(value => value === text)
  if (found === undefined) throw new UsageError(`${option} ${text}: escriba ${values.join(' o ')}.\n${usage}`)
  return found
}
