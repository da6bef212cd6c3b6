import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { renderPdf } from '../reports/pdf/render-pdf.ts'
import { readConfig } from '../server/config.ts'
import type { CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import { parseCalendarDate } from '../server/domain/calendar/calendar-date.ts'
import { openContext } from '../server/open-context.ts'
import { makeReport } from '../server/reports/make-report.ts'
import { systemActor } from '../server/store/seal-events.ts'
import { printJson, printText, runCommand, UsageError } from './command.ts'

const usage =
  'npm run report -- --from DAY --to DAY [--as-of DAY] --out FILE.pdf [--figures FILE.json] [--language es|en] [--letter] [--json]'

await runCommand(async args => {
  const options = readOptions(args)
  const context = await openContext(readConfig({ LOG_LEVEL: 'warn', ...process.env }))
  try {
    const { document, figures } = await makeReport(context, systemActor, options)
    const written = await writePdf(document, options.out, options.size)
    if (options.figures) await writeFile(options.figures, `${JSON.stringify(figures, null, 2)}\n`)
    const result = { out: options.out, ...written }
    if (options.json) printJson(result)
    else printText(`${result.out}: ${result.pages} páginas, SHA-256 ${result.sha256}`)
    return 0 as const
  } finally {
    await context.engine.close()
  }
})

/** Under another name until it is whole, so that a full disk leaves no half report. */
async function writePdf(document: Parameters<typeof renderPdf>[0], out: string, size: 'A4' | 'LETTER') {
  const partial = `${out}.partial`
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    const saved = pipeline(hashing, createWriteStream(partial))
    const [{ pages }] = await Promise.all([renderPdf(document, hashing, { size }), saved])
    await rename(partial, out)
    return { sha256: hash.digest('hex'), pages }
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
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
