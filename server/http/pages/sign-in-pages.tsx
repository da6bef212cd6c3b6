import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { SignInPage } from '../../../client/pages/sign-in-page.tsx'
import { AppError } from '../../errors.ts'
import type { User } from '../../store/user-store.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { fieldError, formWith } from './form-faults.ts'
import { isSwitch } from './language-pages.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { ownPath } from './page-session.ts'

/** Signing in and out. */
export function signInPages(site: Site): Router {
  const { context, auth } = site
  const router = Router()

  router.get('/entrar', async (req, res) => {
    const { next } = req.query
    await showSignIn(site, req, res, {
      values: typeof next === 'string' ? { next } : {},
      errors: [],
      status: 200,
    })
  })

  router.post('/entrar', async (req, res) => {
    const { values } = await readForm(context, req)
    if (isSwitch(values)) return showSignIn(site, req, res, { values, errors: [], status: 200 })
    const missing = ['email', 'password'].filter(name => textOf(values, name) === '')
    if (missing.length > 0) {
      const errors = missing.map(name => fieldError(languageOf(req), name, 'invalid.required'))
      return showSignIn(site, req, res, { values, errors, status: 422 })
    }
    const user = await signIn(site, req, res, values)
    if (user) res.redirect(303, wayOn(req, values, user))
  })

  router.post('/salir', async (req, res) => {
    await auth.signOut(req)
    // Computers are shared: drafts, the last form and its worker leave the device (sign-out.ts does so too).
    res.set('Clear-Site-Data', '"storage"')
    res.redirect(303, `/${languageOf(req)}/entrar`)
  })

  return router
}

/** Null where the page with what was wrong has been sent. */
async function signIn(site: Site, req: Request, res: Response, values: SentValues): Promise<User | null> {
  try {
    return await site.auth.signIn(req, res)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const language = languageOf(req)
    if (error.code === 'second-factor-required') {
      res.redirect(303, `/${language}/entrar/codigo`)
      return null
    }
    if (error.code === 'wrong-credentials') {
      const errors = [fieldError(language, 'email', 'signIn.wrong')]
      await showSignIn(site, req, res, { values, errors, status: 422 })
      return null
    }
    if (error.code !== 'too-many-requests') throw error
    const seconds = typeof error.details.retryAfterSeconds === 'number' ? error.details.retryAfterSeconds : 60
    const errors = [fieldError(language, 'email', 'signIn.limited', { minutes: Math.ceil(seconds / 60) })]
    res.set('Retry-After', String(Math.ceil(seconds)))
    await showSignIn(site, req, res, { values, errors, status: 429 })
    return null
  }
}

/** On to where they were going, with what they had typed; a one-time password is changed first. */
export function wayOn(req: Request, values: SentValues, user: User): string {
  const next = ownPath(textOf(values, 'next'))
  const draft = draftIn(textOf(values, 'draft'))
  if (next && draft) req.session.draft = { path: next.split('?')[0] ?? next, values: draft }
  if (user.mustChangePassword) return `/${languageOf(req)}/cuenta`
  return next ?? `/${languageOf(req)}`
}

/** Typed before the session ended, as the sign-in page carries it. */
export function draftIn(text: string): SentValues | null {
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const kept: Record<string, string | readonly string[]> = {}
    for (const [name, typed] of Object.entries(value)) {
      if (typeof typed === 'string') kept[name] = typed
      else if (Array.isArray(typed)) kept[name] = typed.map(String)
    }
    return kept
  } catch {
    return null
  }
}

interface SignInForm {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly status: number
}

async function showSignIn(
  site: Site,
  req: Request,
  res: Response,
  { values, errors, status }: SignInForm,
): Promise<void> {
  const form = formWith(values, errors, randomUUID)
  const data = { form, resuming: textOf(values, 'draft') !== '' }
  sendPage(res, <SignInPage ctx={await pageContext(site, req)} data={data} />, status)
}

/** The session ended while a form was open: what was typed goes through signing in and comes back. */
export async function signInAgain(
  site: Site,
  req: Request,
  res: Response,
  { typed, next }: { readonly typed: SentValues; readonly next: string },
): Promise<void> {
  const { _csrf: _token, ...kept } = typed
  const draft = Object.keys(kept).length === 0 ? {} : { draft: JSON.stringify(kept) }
  const ctx = { ...(await pageContext(site, req)), path: '/entrar', query: '' }
  const form = formWith({ next, ...draft }, [], randomUUID)
  sendPage(res, <SignInPage ctx={ctx} data={{ form, resuming: 'draft' in draft }} />, 401)
}
