import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { figuresJson } from '../reports/activity-4/attachments.ts'
import type { Context } from '../server/context.ts'
import type { CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import { parseCalendarDate } from '../server/domain/calendar/calendar-date.ts'
import { AppError } from '../server/errors.ts'
import { problemOf } from '../server/http/problem.ts'
import type { Language } from '../server/i18n/translate.ts'
import { makeReport } from '../server/reports/make-report.ts'
import { printReport } from '../server/reports/print-report.ts'
import { everythingNow } from '../server/reports/standpoint.ts'
import { systemActor } from '../server/store/seal-events.ts'
import { printJson, printText, readArguments, RefusedError, runCommand, UsageError } from './command.ts'
import { printEditionAgain } from './report/edition-again.ts'
import { placeOf, writeWholeBytes, writeWholeFile } from './report/whole-file.ts'
import { withContext } from './with-context.ts'

const usage = `Uso: npm run report -- --from DÍA --to DÍA --out ARCHIVO.pdf [opciones]

Escribe el informe de la Actividad 4 sobre las solicitudes recibidas en un período.
  --from DÍA           primer día del período, por ejemplo 2026-01-01
  --to DÍA             último día
  --as-of DÍA          corte: lo que constaba al terminar ese día; sin él, hoy
  --out ARCHIVO        el PDF
  --known-on MOMENTO   sin lo que se registró o corrigió después: un día entero, o un instante como
                       2026-07-31T15:00:00Z. Nombres y horarios, como constan hoy
  --edition CÓDIGO     en lugar de período y corte: una edición publicada, de nuevo, con lo que constaba
                       al publicarla; dice si son los mismos bytes
  --figures ARCHIVO    además, las cifras que lleva el PDF, en JSON
  --language es|en     idioma; sin él, es
  --letter             en papel carta; sin ella, A4
  --json               un documento JSON: {"out","sha256","pages"}
Termina con 0 si se escribió, 1 si se rechazó o la edición no da los mismos bytes, 2 si el comando está mal escrito.`

await runCommand(usage, async args => {
  const options = readOptions(args)
  await requirePlaces(options)
  const { asked } = options
  if ('edition' in asked) return again({ ...options, ...asked })
  const result = await withContext(context =>
    writeReport(context, { ...options, ...asked }).catch(refusedIn(options.language)),
  )
  if (options.json) printJson(result)
  else printText(`${result.out}: ${result.pages} páginas, SHA-256 ${result.sha256}`)
  return 0 as const
})

async function again(options: Options & { edition: string }): Promise<0 | 1> {
  const result = await withContext(context =>
    printEditionAgain(context, options).catch(refusedIn(options.language)),
  )
  const { out, sha256, published, same } = result
  if (options.json) printJson(result)
  else if (same) printText(`${out}: los mismos bytes que se publicaron, SHA-256 ${sha256}`)
  else printText(`${out}: SHA-256 ${sha256}, y se publicó ${published}`)
  return same ? 0 : 1
}

async function writeReport(context: Context, options: Options & Period) {
  const { document, figures } = await makeReport(context, systemActor, options)
  const { out, size } = options
  const { sha256, pages } = await writeWholeFile(out, open => printReport(document, open, { size }))
  if (options.figures !== undefined) await writeWholeBytes(options.figures, figuresJson(figures))
  return { out, sha256, pages }
}

/** Before anything is read or written, so that a mistyped path costs nothing. */
async function requirePlaces({ out, figures }: { out: string; figures: string | undefined }): Promise<void> {
  await requireFolder(out)
  if (figures === undefined) return
  await requireFolder(figures)
  if ((await placeOf(figures)) === (await placeOf(out)))
    throw new UsageError(`--figures ${figures}: es el mismo archivo que --out; elija otro nombre.`)
}

async function requireFolder(file: string): Promise<void> {
  const folder = dirname(file)
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(`${file}: la carpeta ${folder} no existe; créela o elija otra`)
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory()) throw new UsageError(`${file}: es una carpeta; escriba el nombre de un archivo`)
}

function refusedIn(language: Language): (error: unknown) => never {
  return error => {
    if (!(error instanceof AppError)) throw error
    const { title, detail } = problemOf(error, { language, instance: '' })
    throw new RefusedError(`${title}. ${detail}`)
  }
}

type Options = ReturnType<typeof readOptions>
type Period = ReturnType<typeof periodOf>

function readOptions(args: string[]) {
  const { values } = readArguments({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      'as-of': { type: 'string' },
      'known-on': { type: 'string' },
      edition: { type: 'string' },
      out: { type: 'string' },
      figures: { type: 'string' },
      language: { type: 'string', default: 'es' },
      letter: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  if (!values.out) throw new UsageError(`--out: falta el archivo, por ejemplo --out informe.pdf\n${usage}`)
  if (values.language !== 'es' && values.language !== 'en')
    throw new UsageError(`--language: es o en\n${usage}`)
  const { edition } = values
  if (edition !== undefined && [values.from, values.to, values['as-of'], values['known-on']].some(Boolean))
    throw new UsageError(`--edition: va sin período, sin corte y sin --known-on\n${usage}`)
  return {
    asked: edition === undefined ? periodOf(values) : { edition },
    out: values.out,
    figures: values.figures,
    language: values.language,
    size: values.letter ? ('LETTER' as const) : ('A4' as const),
    json: values.json,
  } as const
}

interface Typed {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly 'as-of'?: string | undefined
  readonly 'known-on'?: string | undefined
}

function periodOf({ from, to, 'as-of': asOf, 'known-on': knownOn }: Typed) {
  return {
    from: day('--from', from),
    to: day('--to', to),
    asOf: asOf === undefined ? null : day('--as-of', asOf),
    standpoint: knownOn === undefined ? null : { ...everythingNow, knownAt: instant('--known-on', knownOn) },
  }
}

/** A day is taken whole, as it ends in Guatemala. */
function instant(option: string, text: string): Date {
  const end = parseCalendarDate(text) === null ? text : `${text}T23:59:59.999-06:00`
  const date = new Date(end)
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(end) || Number.isNaN(date.getTime()))
    throw new UsageError(
      `${option}: escriba un día o un instante, por ejemplo 2026-07-31T15:00:00Z\n${usage}`,
    )
  return date
}

function day(option: string, text: string | undefined): CalendarDate {
  const date = text === undefined ? null : parseCalendarDate(text)
  if (date === null)
    throw new UsageError(`${option}: escriba un día que exista, por ejemplo ${option} 2026-01-01\n${usage}`)
  return date
}
