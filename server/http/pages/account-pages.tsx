import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { AccountPage } from '../../../client/pages/account-page.tsx'
import { noticeChoices } from '../../domain/notice-preferences.ts'
import { hasSecondFactor } from '../../auth/second-factor.ts'
import { sessionKeyOf } from '../../auth/session-store-adapter.ts'
import { changeOwnPassword } from '../../users/change-own-password.ts'
import { passwordChange } from '../../users/schemas.ts'
import { ownSessions } from '../../users/own-sessions.ts'
import { requireUser } from '../actor.ts'
import { languages } from '../../i18n/translate.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'

/** One's own account: the language of one's letters, what one is told, the password, the sessions. */
export function accountPages(site: Site): Router {
  const { context, auth } = site
  const router = Router()

  router.get('/cuenta', async (req, res) => {
    await showAccount(site, req, res, [], takeDraft(req) ?? {})
  })

  router.post('/cuenta', async (req, res) => {
    const user = requireUser(req)
    const { values } = await readForm(context, req)
    const { current = '', next = '' } = values
    try {
      const change = parse(passwordChange, { current, next })
      await auth.renew(req, await changeOwnPassword(context, auth.hasher, user, change))
    } catch (error) {
      const errors = formErrors(error, languageOf(req), 'current')
      if (!errors) throw error
      return showAccount(site, req, res, errors)
    }
    setFlash(req, { tone: 'done', key: 'account.changed', values: {} })
    res.redirect(303, `/${languageOf(req)}`)
  })

  router.post('/cuenta/idioma', async (req, res) => {
    const user = requireUser(req)
    const { values } = await readForm(context, req)
    const language = textOf(values, 'language') === 'en' ? 'en' : 'es'
    await context.stores.users.change(user.id, user.version, { language })
    setFlash(req, { tone: 'done', key: 'account.language.saved', values: {} })
    res.redirect(303, `/${language}/cuenta`)
  })

  router.post('/cuenta/avisos', async (req, res) => {
    const user = requireUser(req)
    const { values } = await readForm(context, req)
    const told = listOf(values, 'told')
    await context.stores.preferences.save(
      user.id,
      noticeChoices.filter(choice => !told.includes(choice)),
    )
    setFlash(req, { tone: 'done', key: 'account.notices.saved', values: {} })
    res.redirect(303, `/${languageOf(req)}/cuenta`)
  })

  router.post('/cuenta/sesiones', async (req, res) => {
    const user = requireUser(req)
    const closed = await context.stores.sessions.removeOthers(user.id, sessionKeyOf(req.sessionID))
    setFlash(req, { tone: 'done', key: 'account.sessions.closed', values: { count: closed } })
    res.redirect(303, `/${languageOf(req)}/cuenta`)
  })

  return router
}

function listOf(values: SentValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

async function showAccount(
  site: Site,
  req: Request,
  res: Response,
  errors: readonly FieldError[],
  typed: SentValues = {},
): Promise<void> {
  const { context } = site
  const { id, email, language, mustChangePassword } = requireUser(req)
  const data = {
    ...{ email, language: languages.find(each => each === typed.language) ?? language },
    mustChange: mustChangePassword,
    form: formWith({}, errors, randomUUID),
    declined: await context.stores.preferences.declinedBy(id),
    sessions: await ownSessions(context, id, sessionKeyOf(req.sessionID)),
    secondFactor: await hasSecondFactor(context, id),
    mail: context.config.mail.smtpUrl !== null,
  }
  sendPage(res, <AccountPage ctx={await pageContext(site, req)} data={data} />, errors.length > 0 ? 422 : 200)
}
