import { Router, type Request } from 'express'
import { AppError } from '../../errors.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import type { Site } from './page-of.ts'
import { keepForPage, ownPath } from './page-session.ts'

/**
 * Where the language switch of a page with a form sends that form: nothing is done and nothing is judged, and the
 * page in the other language has all that was typed.
 */
export function languagePages({ context }: Site): Router {
  const router = Router()

  router.post('/idioma', async (req, res) => {
    const { values } = await readForm(context, req)
    const { step: _button, ...typed } = values
    const page = pageIn(req)
    if (!req.user) throw new AppError('sign-in-required', { typed, page })
    keepForPage(req, page, typed)
    res.redirect(303, page)
  })

  return router
}

/** The language switch was pressed, which asks only to see the same form in the other language. */
export function isSwitch(values: SentValues): boolean {
  return textOf(values, 'step') === 'language'
}

function pageIn(req: Request): string {
  const { pagina } = req.query
  const home = `/${languageOf(req)}`
  return ownPath(typeof pagina === 'string' ? `${home}${pagina}` : home) ?? home
}
