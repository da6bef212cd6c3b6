import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { figuresJson } from '../reports/activity-4/attachments.ts'
import type { ReportDocument } from '../reports/blocks.ts'
import type { PaperSize } from '../reports/pdf/theme.ts'
import { readConfig } from '../server/config.ts'
import type { CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import { parseCalendarDate } from '../server/domain/calendar/calendar-date.ts'
import { AppError } from '../server/errors.ts'
import { problemOf } from '../server/http/problem.ts'
import type { Language } from '../server/i18n/translate.ts'
import { openContext } from '../server/open-context.ts'
import { makeReport } from '../server/reports/make-report.ts'
import { printReport } from '../server/reports/print-report.ts'
import { systemActor } from '../server/store/seal-events.ts'
import { printJson, printText, RefusedError, runCommand, UsageError } from './command.ts'

const usage =
  'npm run report -- --from DAY --to DAY [--as-of DAY] --out FILE.pdf [--figures FILE.json] [--language es|en] [--letter] [--json]'

await runCommand(async args => {
  const options = readOptions(args)
  for (const file of [options.out, options.figures]) if (file !== undefined) await requireFolder(file)
  const context = await openContext(readConfig({ LOG_LEVEL: 'warn', ...process.env }))
  try {
    const { document, figures } = await makeReport(context, systemActor, options)
    const written = await writePdf(document, options.out, options.size)
    if (options.figures) await writeFile(options.figures, figuresJson(figures))
    const result = { out: options.out, ...written }
    if (options.json) printJson(result)
    else printText(`${result.out}: ${result.pages} páginas, SHA-256 ${result.sha256}`)
    return 0 as const
  } catch (error) {
    throw error instanceof AppError ? refusedIn(options.language, error) : error
  } finally {
    await context.engine.close()
  }
})

/** Before anything is read or written, so that a mistyped path costs nothing. */
async function requireFolder(file: string): Promise<void> {
  const folder = dirname(file)
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(`${file}: la carpeta ${folder} no existe; créela o elija otra`)
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory()) throw new UsageError(`${file}: es una carpeta; escriba el nombre de un archivo`)
}

function refusedIn(language: Language, error: AppError): RefusedError {
  const { title, detail } = problemOf(error, { language, instance: '' })
  return new RefusedError(`${title}. ${detail}`)
}

/** Under another name until it is whole, so that a full disk leaves no half report. */
async function writePdf(document: ReportDocument, out: string, size: PaperSize) {
  const partial = `${out}.partial`
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const saving: Promise<void>[] = []
  try {
    const { pages } = await printReport(
      document,
      () => {
        saving.push(pipeline(hashing, createWriteStream(partial)))
        return hashing
      },
      { size },
    )
    await Promise.all(saving)
    await rename(partial, out)
    return { sha256: hash.digest('hex'), pages }
  } catch (error) {
    // The file is closed, whole or not, before it is removed.
    await Promise.allSettled(saving)
    await rm(partial, { force: true }).catch(() => undefined)
    throw isOfTheDisk(error) ? new RefusedError(`${out}: no se pudo escribir (${error.code})`) : error
  }
}

function isOfTheDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      'as-of': { type: 'string' },
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
  return {
    from: day('--from', values.from),
    to: day('--to', values.to),
    asOf: values['as-of'] === undefined ? null : day('--as-of', values['as-of']),
    out: values.out,
    figures: values.figures,
    language: values.language,
    size: values.letter ? ('LETTER' as const) : ('A4' as const),
    json: values.json,
  } as const
}

function day(option: string, text: string | undefined): CalendarDate {
  const date = text === undefined ? null : parseCalendarDate(text)
  if (date === null)
    throw new UsageError(`${option}: escriba un día que exista, por ejemplo ${option} 2026-01-01\n${usage}`)
  return date
}
