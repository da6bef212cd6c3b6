import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Context } from '../server/context.ts'
import { translator } from '../server/i18n/translate.ts'
import { importLog } from '../server/imports/import-log.ts'
import { readLog } from '../server/imports/read-log.ts'
import { refusalSentence, wordResult } from '../server/imports/wording.ts'
import { findOrName } from '../server/organisations/find-or-name.ts'
import { printJson, printText, RefusedError, runCommand, UsageError, type ExitCode } from './command.ts'
import { readQuestion, usage, type ImportQuestion } from './import/options.ts'
import { withContext } from './with-context.ts'

await runCommand(usage, args => runImport(readQuestion(args)))

async function runImport(question: ImportQuestion): Promise<ExitCode> {
  const bytes = await readBytes(question.file)
  return withContext(async context => {
    const t = translator(question.language ?? context.config.defaultLanguage)
    const { columns, dateOrder } = question
    const fileName = basename(question.file)
    const reading = readLog(bytes, { fileName, columns, dateOrder, today: context.clock.today() })
    if (!reading.ok) throw new RefusedError(refusalSentence(reading, t, 'command'))
    const result = wordResult(await importAs(context, question, reading.log), t, 'command')
    if (question.json) printJson(result)
    else printText(asText(result))
    return result.read > 0 && result.refusedRows === result.read ? 1 : 0
  })
}

async function importAs(
  context: Context,
  { organisation: name, institution, createInstitutions, dryRun }: ImportQuestion,
  log: Parameters<typeof importLog>[2],
) {
  const named = await findOrName(context, name)
  if (!named) throw new UsageError(`--organisation ${name}: escriba un nombre con letras.`)
  const { organisation, isNew } = named
  const actor = {
    userId: 'import',
    role: 'organisation_member',
    organisationId: organisation.id,
    institutionId: null,
  } as const
  return importLog(context, actor, log, {
    organisation,
    isNewOrganisation: isNew,
    institution,
    createInstitutions,
    dryRun,
  })
}

function asText(result: ReturnType<typeof wordResult>): string {
  const { read, added, same, changed, refusedRows, problems, notes, dryRun } = result
  return [
    `${dryRun ? 'Prueba, no se escribió nada. ' : ''}Filas leídas: ${read} · nuevas: ${added} · iguales: ${same} · cambiadas: ${changed} · rechazadas: ${refusedRows}`,
    ...problems.map(({ row, column, value, message }) => `fila ${row}, ${column}: «${value}». ${message}`),
    ...notes,
  ].join('\n')
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new UsageError(isAbsent ? `${file}: el archivo no existe.` : `${file}: no se pudo leer.`)
  }
}
