import { createHash, randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { ImportPage, importFields, type ImportCheck } from '../../../client/pages/import-page.tsx'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { translator } from '../../i18n/translate.ts'
import {
  importOrganisationLog,
  type OrganisationImport,
  type OrganisationLog,
} from '../../imports/import-organisation-log.ts'
import { readTable } from '../../imports/read-table.ts'
import { refusalSentence, wordResult } from '../../imports/wording.ts'
import { requireRole } from '../actor.ts'
import { languageOf } from '../language.ts'
import { institutionOptions } from './choices.ts'
import { fileFault, megabytes } from './file-faults.ts'
import { readForm, textOf, type SentForm, type SentValues } from './form-body.ts'
import { fieldError, formWith } from './form-faults.ts'
import { once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'

const path = '/importar'
const shownProblems = 100
const shownRows = 3

/** An organisation's own log: read, checked without writing anything, and then imported. */
export function importPages(site: Site): Router {
  const router = Router()

  router.get(path, async (req, res) => {
    importer(req)
    await show(site, req, res, { values: takeDraft(req) ?? {}, errors: [], header: [], check: null })
  })

  router.post(path, async (req, res) => {
    const sent = await readForm(site.context, req)
    if (!req.user) throw new AppError('sign-in-required', { typed: sent.values })
    importer(req)
    const bytes = await sentBytes(site.context, sent.values)
    if (bytes === null) return refuse(site, req, res, sent)
    if (textOf(sent.values, 'step') === 'commit') return commit(site, req, res, sent.values, bytes)
    return check(site, req, res, sent.values, bytes)
  })

  return router
}

function importer(req: Request) {
  return requireRole(req, 'organisation_member', 'organisation_admin')
}

function refuse(site: Site, req: Request, res: Response, { values, refusedFile }: SentForm): Promise<void> {
  const error = refusedFile
    ? fileFault(site, req, refusedFile)
    : fieldError(languageOf(req), 'file', 'import.file.none')
  return show(site, req, res, { values, errors: [error], header: [], check: null })
}

async function check(
  site: Site,
  req: Request,
  res: Response,
  values: SentValues,
  bytes: Uint8Array,
): Promise<void> {
  const done = await importOrganisationLog(site.context, importer(req), logIn(values, bytes, true))
  await show(site, req, res, outcomeOf(req, values, bytes, done))
}

async function commit(
  site: Site,
  req: Request,
  res: Response,
  values: SentValues,
  bytes: Uint8Array,
): Promise<void> {
  const actor = importer(req)
  const log = logIn(values, bytes, true)
  const planned = await importOrganisationLog(site.context, actor, log)
  if (!planned.ok) return show(site, req, res, outcomeOf(req, values, bytes, planned))
  const key = textOf(values, 'idempotencyKey') || createHash('sha256').update(bytes).digest('hex')
  const location = await once(site.context, { userId: actor.userId, path, key, values }, async () => {
    const done = await importOrganisationLog(site.context, actor, { ...log, dryRun: false })
    if (!done.ok) throw new RangeError('A log that was read cannot be read')
    const { added, changed, refusedRows } = done.result
    setFlash(req, { tone: 'done', key: 'import.done', values: { added, changed, refused: refusedRows } })
    return `/${languageOf(req)}/solicitudes`
  })
  res.redirect(303, location)
}

function logIn(values: SentValues, bytes: Uint8Array, dryRun: boolean): OrganisationLog {
  const order = textOf(values, 'dateOrder')
  return {
    bytes,
    dryRun,
    fileName: textOf(values, 'fileName') || 'registro.csv',
    columns: Object.fromEntries(
      importFields.flatMap(field => {
        const name = textOf(values, `column-${field}`)
        return name === '' ? [] : [[field, name]]
      }),
    ),
    dateOrder: order === 'dmy' || order === 'mdy' ? order : null,
    institution: textOf(values, 'institution') || null,
  }
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly header: readonly string[]
  readonly sample?: readonly (readonly string[])[]
  readonly check: ImportCheck | null
}

/** The columns that were recognised stand in their boxes, to be seen and changed. */
function outcomeOf(req: Request, values: SentValues, bytes: Uint8Array, done: OrganisationImport): Shown {
  const language = languageOf(req)
  const table = readTable(bytes, [])
  const header = table.ok ? table.table.header : []
  const sample = table.ok ? table.table.rows.slice(0, shownRows).map(({ cells }) => cells) : []
  if (!done.ok) {
    const problem = refusalSentence(done.reading, translator(language))
    const field = done.reading.refusal === 'no-received-column' ? 'column-received' : 'file'
    const isMapping = field === 'column-received'
    const error = isMapping
      ? fieldError(language, field, 'import.column.received.missing')
      : fieldError(language, field, 'invalid.field', { problem })
    return { values, errors: [error], ...(isMapping ? { header, sample } : { header: [] }), check: null }
  }
  const { columns } = done.reading.log
  const named = importFields.map(field => [`column-${field}`, header[columns[field] ?? -1] ?? ''] as const)
  return {
    values: { ...values, ...Object.fromEntries(named) },
    errors: [],
    header,
    sample,
    check: checkOf(req, done),
  }
}

function checkOf(req: Request, { result }: Extract<OrganisationImport, { ok: true }>): ImportCheck {
  const { problems, notes } = wordResult(result, translator(languageOf(req)))
  return {
    ...{ read: result.read, added: result.added, changed: result.changed, same: result.same },
    refused: result.refusedRows,
    problems: problems.slice(0, shownProblems),
    problemCount: problems.length,
    notes,
  }
}

async function sentBytes({ engine, config }: Context, values: SentValues): Promise<Uint8Array | null> {
  const sha256 = textOf(values, 'fileSha256')
  if (sha256 === '') return null
  const pieces: Buffer[] = []
  for await (const piece of await engine.files.open(sha256)) pieces.push(Buffer.from(piece))
  const bytes = Buffer.concat(pieces)
  return bytes.length > config.maxUploadBytes ? null : bytes
}

async function show(
  site: Site,
  req: Request,
  res: Response,
  { values, errors, header, sample = [], check: found }: Shown,
): Promise<void> {
  const { context } = site
  const data = {
    form: formWith(values, errors, randomUUID),
    header,
    sample,
    institutions: await institutionOptions(context),
    check: found,
    maxMegabytes: megabytes(context.config.maxUploadBytes),
  }
  sendPage(res, <ImportPage ctx={await pageContext(site, req)} data={data} />, errors.length > 0 ? 422 : 200)
}
