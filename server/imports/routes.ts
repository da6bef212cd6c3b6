import express, { Router } from 'express'
import Joi from 'joi'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { requireRole } from '../http/actor.ts'
import { languageOf } from '../http/language.ts'
import { fault, invalidInput, parse } from '../http/parse.ts'
import { translator } from '../i18n/translate.ts'
import type { DateOrder } from './dates.ts'
import { importOrganisationLog } from './import-organisation-log.ts'
import { wordResult } from './wording.ts'

interface ImportQuery {
  readonly dryRun: boolean
  readonly institution: string | null
  readonly dateOrder: DateOrder | null
  readonly fileName: string
}

const importQuery = Joi.object<ImportQuery>({
  dryRun: Joi.boolean().default(false),
  institution: Joi.string().trim().max(200).empty('').default(null),
  dateOrder: Joi.string().valid('dmy', 'mdy').empty('').default(null),
  /** For the evidence of what the file says. */
  fileName: Joi.string().trim().max(200).empty('').default('registro.csv'),
})

const limit = 20 * 1024 * 1024

/**
 * /api/v1/imports: an organisation brings in its own log, as the body of the request. It reads its bodies
 * itself: bytes, whose encoding is told from the bytes.
 */
export function importRoutes(context: Context): Router {
  const router = Router()

  router.post('/', express.raw({ type: 'text/csv', limit, inflate: false }), async (req, res) => {
    const actor = requireRole(req, 'organisation_member', 'organisation_admin')
    const { dryRun, institution, dateOrder, fileName } = parse(importQuery, req.query)
    if (!Buffer.isBuffer(req.body)) throw new AppError('unsupported-media-type')
    const log = { bytes: req.body, fileName, columns: {}, dateOrder, institution, dryRun }
    const done = await importOrganisationLog(context, actor, log)
    if (!done.ok) throw invalidInput([fault('', `import.${done.reading.refusal}`)])
    res.json(wordResult(done.result, translator(languageOf(req))))
  })

  return router
}
