import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import {
  RegisterImportPage,
  type RegisterImportCheck,
} from '../../../client/pages/activities/import-page.tsx'
import { registerPaths } from '../../../client/pages/activities/register-list-page.tsx'
import type { Actor } from '../../domain/request/events.ts'
import type { Recorded } from '../../store/recorded.ts'
import { languageOf } from '../language.ts'
import { fieldMessage } from '../problem.ts'
import { importEntries, templateOf, type ImportResult } from '../register/carry-entries.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { fieldError, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { labelledErrors } from './register-faults.ts'
import { keeper, type RegisterScreens } from './register-pages.tsx'

const mostBytes = 2 * 1024 * 1024
const shownFaults = 100

/** A CSV file is checked first; only then, and whole, it is kept. */
export function registerImportPages<Item extends Recorded, Fields extends object>(
  site: Site,
  screens: RegisterScreens<Item, Fields>,
): Router {
  const { context } = site
  const path = `${registerPaths[screens.name]}/importar`
  const router = Router()

  router.get(path, async (req, res) => {
    keeper(req)
    await show(site, req, res, screens, { values: takeDraft(req) ?? {}, errors: [], result: null })
  })

  router.get(`${path}/plantilla.csv`, (req, res) => {
    keeper(req)
    const name = `plantilla_${screens.register.fileName}.csv`
    res.attachment(name).type('text/csv; charset=utf-8').send(templateOf(screens.register.columns))
  })

  router.post(path, async (req, res) => {
    const { values, refusedFile } = await readForm(context, req)
    const actor = keeper(req, values)
    const language = languageOf(req)
    const bytes = await sentFile(site, values)
    if (bytes === null || refusedFile !== null) {
      const key = refusedFile === 'too-big' ? 'invalid.file' : 'carry.noFile'
      const errors = [fieldError(language, 'file', key, { megabytes: mostBytes / 1024 / 1024 })]
      return show(site, req, res, screens, { values, errors, result: null })
    }
    const isConfirmed = textOf(values, 'step') === 'confirm'
    const outcome = await carried(site, actor, screens, { bytes, dryRun: !isConfirmed, language })
    if ('errors' in outcome)
      return show(site, req, res, screens, { values: {}, errors: outcome.errors, result: null })
    const { result } = outcome
    if (!isConfirmed || result.faults.length > 0)
      return show(site, req, res, screens, { values, errors: [], result })
    const { added, known } = result
    setFlash(req, { tone: 'done', key: 'activities.done.imported', values: { added, known } })
    res.redirect(303, `/${language}${registerPaths[screens.name]}`)
  })

  return router
}

interface Carried {
  readonly bytes: Uint8Array
  readonly dryRun: boolean
  readonly language: ReturnType<typeof languageOf>
}

async function carried<Item extends Recorded, Fields extends object>(
  { context }: Site,
  actor: Actor,
  { register }: RegisterScreens<Item, Fields>,
  { language, ...given }: Carried,
): Promise<{ result: ImportResult } | { errors: readonly FieldError[] }> {
  try {
    return { result: await importEntries(context, actor, register, given) }
  } catch (error) {
    const errors = labelledErrors(error, language, { file: 'carry.file' }, () => false)
    if (!errors) throw error
    return { errors }
  }
}

/** The file of this form, or the one it sent before the check; null where there is none of a fit size. */
async function sentFile({ context }: Site, values: SentValues): Promise<Uint8Array | null> {
  const sha256 = textOf(values, 'fileSha256')
  if (sha256 === '') return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of await context.engine.files.open(sha256)) {
    const bytes = Buffer.from(piece)
    size += bytes.length
    if (size > mostBytes) return null
    pieces.push(bytes)
  }
  return Buffer.concat(pieces)
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly result: ImportResult | null
}

async function show<Item extends Recorded, Fields extends object>(
  site: Site,
  req: Request,
  res: Response,
  { name, register }: RegisterScreens<Item, Fields>,
  { values, errors, result }: Shown,
): Promise<void> {
  const language = languageOf(req)
  const check: RegisterImportCheck | null = result && {
    ...{ added: result.added, known: result.known, faultCount: result.faults.length },
    faults: result.faults.slice(0, shownFaults).map(({ row, column, type, limits }) => ({
      ...{ row, column, message: fieldMessage(type, limits, language) },
    })),
  }
  const isWrong = errors.length > 0 || (check?.faultCount ?? 0) > 0
  const data = {
    ...{ name, check, maxMegabytes: mostBytes / 1024 / 1024 },
    form: formWith(values, errors, randomUUID),
    columns: register.columns.map(({ name: column, example }) => ({ name: column, example })),
  }
  sendPage(res, <RegisterImportPage ctx={await pageContext(site, req)} data={data} />, isWrong ? 422 : 200)
}
