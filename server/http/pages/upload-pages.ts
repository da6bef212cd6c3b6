import { Router } from 'express'
import { translator } from '../../i18n/translate.ts'
import { requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf } from './form-body.ts'
import { fileFault } from './file-faults.ts'
import type { Site } from './page-of.ts'

/**
 * A file ahead of its form, from upload.ts: kept for this session, whose forms may then name it. Answers 201
 * { name, sha256 }, or 422 { message } where it is of a refused kind or too big.
 */
export function uploadPages(site: Site): Router {
  const router = Router()
  router.post('/archivos', async (req, res) => {
    requireUser(req)
    const { values, refusedFile } = await readForm(site.context, req)
    const sha256 = textOf(values, 'fileSha256')
    res.set('Cache-Control', 'private, no-store')
    if (refusedFile || sha256 === '') {
      const { key, values: words } = fileFault(site, req, refusedFile ?? 'kind')
      return void res.status(422).json({ message: translator(languageOf(req))(key, words) })
    }
    res.status(201).json({ name: textOf(values, 'fileName'), sha256 })
  })
  return router
}
