import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { CodePage, FactorSetupPage, SpareCodesPage } from '../../../client/pages/second-factor-pages.tsx'
import { checkSecondFactor, confirmSecondFactor, proposeSecondFactor } from '../../auth/second-factor.ts'
import { AppError } from '../../errors.ts'
import { requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash } from './page-session.ts'
import { wayOn } from './sign-in-pages.tsx'

/** The second step of signing in, and how each person turns it on and off. */
export function secondFactorPages(site: Site): Router {
  const { context, auth } = site
  const router = Router()

  router.get('/entrar/codigo', async (req, res) => {
    if (!req.session.pending) return res.redirect(302, `/${languageOf(req)}/entrar`)
    return showCode(site, req, res, [])
  })

  router.post('/entrar/codigo', async (req, res) => {
    const { values } = await readForm(context, req)
    const waiting = req.session.pending?.values ?? {}
    try {
      const user = await auth.finishSignIn(req, textOf(values, 'code'))
      if (user) return res.redirect(303, wayOn(req, waiting, user))
    } catch (error) {
      return showCode(site, req, res, [await codeError(req, res, error)])
    }
    if (!req.session.pending) return res.redirect(303, `/${languageOf(req)}/entrar`)
    return showCode(site, req, res, [fieldError(languageOf(req), 'code', 'factor.wrong')])
  })

  router.get('/cuenta/segundo-paso', async (req, res) => {
    await showSetup(site, req, res, [])
  })

  router.post('/cuenta/segundo-paso', async (req, res) => {
    const user = requireUser(req)
    const { values } = await readForm(context, req)
    try {
      const codes = await confirmSecondFactor(context, user, textOf(values, 'code'))
      // Not a redirect: the codes are in no store, so no other page could show them.
      sendPage(res, <SpareCodesPage ctx={await pageContext(site, req)} codes={codes} />)
    } catch (error) {
      const errors = formErrors(error, languageOf(req), 'code') ?? [await codeError(req, res, error)]
      await showSetup(site, req, res, errors)
    }
  })

  router.post('/cuenta/segundo-paso/quitar', async (req, res) => {
    const user = requireUser(req)
    const { values } = await readForm(context, req)
    const isRight = await checkSecondFactor(context, user.id, textOf(values, 'code'))
    if (isRight) await context.stores.secondFactors.remove(user.id)
    const key = isRight ? 'factor.removed' : 'factor.wrong.band'
    setFlash(req, { tone: isRight ? 'done' : 'warning', key, values: {} })
    res.redirect(303, `/${languageOf(req)}/cuenta`)
  })

  return router
}

/** Too many tries, as an error of the field; anything else is not the typing's fault. */
async function codeError(req: Request, res: Response, error: unknown): Promise<FieldError> {
  if (!(error instanceof AppError) || error.code !== 'too-many-requests') throw error
  const seconds = Number(error.details.retryAfterSeconds)
  res.set('Retry-After', String(Math.ceil(seconds)))
  return fieldError(languageOf(req), 'code', 'signIn.limited', { minutes: Math.ceil(seconds / 60) })
}

function statusFor(res: Response, errors: readonly FieldError[]): number {
  if (errors.length === 0) return 200
  return res.get('Retry-After') === undefined ? 422 : 429
}

async function showCode(site: Site, req: Request, res: Response, errors: readonly FieldError[]) {
  const ctx = await pageContext(site, req)
  sendPage(res, <CodePage ctx={ctx} form={formWith({}, errors, randomUUID)} />, statusFor(res, errors))
}

async function showSetup(site: Site, req: Request, res: Response, errors: readonly FieldError[]) {
  const setup = await proposeSecondFactor(site.context, requireUser(req))
  if (!setup) return res.redirect(303, `/${languageOf(req)}/cuenta`)
  const ctx = await pageContext(site, req)
  const form = formWith({}, errors, randomUUID)
  const page = <FactorSetupPage ctx={ctx} form={form} setup={setup} />
  return sendPage(res, page, statusFor(res, errors))
}
