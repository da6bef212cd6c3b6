import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { NewPasswordPage, RecoveryPage, RecoverySentPage } from '../../../client/pages/recovery-pages.tsx'
import {
  beginRecovery,
  findRecovery,
  finishRecovery,
  limitRecoveries,
  recoveryMinutes,
} from '../../auth/recover-password.ts'
import { AppError } from '../../errors.ts'
import { translator } from '../../i18n/translate.ts'
import { sendLetter } from '../../jobs/send-letter.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { isSwitch } from './language-pages.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash } from './page-session.ts'

/** A forgotten password: a link by mail, once, for an hour; the answer is the same for every address. */
export function recoveryPages(site: Site): Router {
  const { context, auth } = site
  const router = Router()

  router.get('/recuperar', async (req, res) => {
    await showRecovery(site, req, res, { values: {}, errors: [], status: 200 })
  })

  router.post('/recuperar', async (req, res) => {
    const { values } = await readForm(context, req)
    if (isSwitch(values)) return showRecovery(site, req, res, { values, errors: [], status: 200 })
    const email = textOf(values, 'email').slice(0, 254)
    const language = languageOf(req)
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
      const errors = [fieldError(language, 'email', email === '' ? 'invalid.required' : 'recovery.email')]
      return showRecovery(site, req, res, { values, errors, status: 422 })
    }
    if (!(await isAllowed(site, req, res, { email, values }))) return
    // Not waited for: how long a letter takes would tell whether there is an account.
    if (hasMail(site)) void sendLink(site, email).catch((error: unknown) => logFailure(site, error))
    sendPage(res, <RecoverySentPage ctx={await pageContext(site, req)} minutes={recoveryMinutes} />)
  })

  router.get('/recuperar/nueva', async (req, res) => {
    const { enlace } = req.query
    const token = typeof enlace === 'string' ? enlace : ''
    if (!(await findRecovery(context, token))) throw new AppError('link-expired')
    const form = formWith({ enlace: token }, [], randomUUID)
    sendPage(res, <NewPasswordPage ctx={await tokenless(site, req)} form={form} />)
  })

  router.post('/recuperar/nueva', async (req, res) => {
    const { values } = await readForm(context, req)
    const token = textOf(values, 'enlace')
    const password = typeof values.next === 'string' ? values.next : ''
    try {
      await finishRecovery(context, auth.hasher, { token, password })
    } catch (error) {
      const errors = isExpired(error) ? null : formErrors(error, languageOf(req), 'next')
      if (!errors) throw error
      const form = formWith({ enlace: token }, errors, randomUUID)
      return sendPage(res, <NewPasswordPage ctx={await tokenless(site, req)} form={form} />, 422)
    }
    setFlash(req, { tone: 'done', key: 'recovery.done', values: {} })
    res.redirect(303, `/${languageOf(req)}/entrar`)
  })

  return router
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly status: number
}

async function showRecovery(site: Site, req: Request, res: Response, { values, errors, status }: Shown) {
  const form = formWith(values, errors, randomUUID)
  const page = <RecoveryPage ctx={await pageContext(site, req)} form={form} mail={hasMail(site)} />
  sendPage(res, page, status)
}

function hasMail({ context }: Site): boolean {
  return context.config.mail.smtpUrl !== null
}

/** The link must not go on in other links of the page, such as that to the other language's. */
async function tokenless(site: Site, req: Request) {
  return { ...(await pageContext(site, req)), path: '/recuperar', query: '' }
}

async function isAllowed(
  site: Site,
  req: Request,
  res: Response,
  { email, values }: { readonly email: string; readonly values: SentValues },
): Promise<boolean> {
  try {
    await limitRecoveries(site.context, { email, address: req.ip ?? '' })
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'too-many-requests') throw error
    const seconds = Number(error.details.retryAfterSeconds)
    const minutes = Math.ceil(seconds / 60)
    const errors = [fieldError(languageOf(req), 'email', 'signIn.limited', { minutes })]
    res.set('Retry-After', String(Math.ceil(seconds)))
    await showRecovery(site, req, res, { values, errors, status: 429 })
    return false
  }
}

async function sendLink({ context }: Site, email: string): Promise<void> {
  const begun = await beginRecovery(context, email)
  if (!begun) return
  const { user, token } = begun
  const t = translator(user.language)
  const link = `${context.config.publicUrl}/${user.language}/recuperar/nueva?enlace=${token}`
  await sendLetter(context.config, {
    id: randomUUID(),
    to: user.email,
    subject: t('recovery.letter.subject'),
    text: `${t('recovery.letter.text', { minutes: recoveryMinutes })}\n\n${link}\n\n${t('recovery.letter.end')}\n`,
  })
}

/** Its words may repeat the address: only its name is kept. */
function logFailure({ context }: Site, error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown'
  context.log.warn({ name }, 'A letter to recover a password was not sent')
}

function isExpired(error: unknown): boolean {
  return error instanceof AppError && error.code === 'link-expired'
}
