import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { ReplyPage } from '../../../client/pages/editions/reply-page.tsx'
import { decideReply } from '../../domain/editions/edition.ts'
import { hasPermission } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/request/events.ts'
import { foundEdition } from '../../editions/edit-edition.ts'
import { presentChallenge, presentReply } from '../../editions/edition-view.ts'
import { challengeBody, replyBody } from '../../editions/schemas.ts'
import { seeInstitutionPage, seeWords } from '../../editions/see-editions.ts'
import { challengeFigure, replyTo } from '../../editions/speak.ts'
import { AppError } from '../../errors.ts'
import type { MessageKey } from '../../i18n/es.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { labelledErrors } from './register-faults.ts'

/** The right of reply: an institution's page, its words, and the figures that it challenges. */
export function editionReplyPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/informes/:id/pagina', async (req, res) => {
    const { institutionId } = actorFor(requireUser(req))
    if (institutionId === null) throw new AppError('not-found')
    await show(site, req, res, { institutionId, values: takeDraft(req) ?? {}, errors: [] })
  })

  router.get('/informes/:id/instituciones/:institutionId', async (req, res) => {
    requireUser(req)
    const institutionId = String(req.params.institutionId)
    await show(site, req, res, { institutionId, values: {}, errors: [] })
  })

  router.post('/informes/:id/responder', (req, res) =>
    speak(site, req, res, 'text', async (actor, id, values) => {
      await replyTo(context, actor, { id, ...parse(replyBody, { text: rawText(values, 'text') }) })
      return 'heard.reply.done'
    }),
  )

  router.post('/informes/:id/impugnar', (req, res) =>
    speak(site, req, res, 'claim', async (actor, editionId, values) => {
      const asked = { figure: textOf(values, 'figure'), claim: rawText(values, 'claim') }
      const key = textOf(values, 'idempotencyKey') || randomUUID()
      const sending = { userId: actor.userId, path: req.path, key }
      await once(context, { ...sending, values }, async () => {
        await challengeFigure(context, actor, {
          editionId,
          id: idOf(sending),
          ...parse(challengeBody, asked),
        })
        return 'done'
      })
      return 'heard.challenge.done'
    }),
  )

  return router
}

/** As it came: an institution's words are not trimmed. */
function rawText(values: SentValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

const labels = {
  text: 'heard.reply',
  figure: 'heard.challenge.figure',
  claim: 'heard.challenge.claim',
} as const satisfies Record<string, MessageKey>

async function speak(
  site: Site,
  req: Request,
  res: Response,
  field: string,
  act: (actor: Actor, id: string, values: SentValues) => Promise<MessageKey>,
): Promise<void> {
  const { values } = await readForm(site.context, req)
  if (!req.user) throw new AppError('sign-in-required', { typed: values })
  const actor = actorFor(requireUser(req))
  const id = String(req.params.id)
  const language = languageOf(req)
  try {
    setFlash(req, { tone: 'done', key: await act(actor, id, values), values: {} })
  } catch (error) {
    const errors =
      labelledErrors(error, language, labels, name => textOf(values, name) === '') ??
      formErrors(error, language, field)
    if (!errors || actor.institutionId === null) throw error
    return show(site, req, res, { institutionId: actor.institutionId, values, errors })
  }
  res.redirect(303, `/${language}/informes/${id}/pagina`)
}

interface Shown {
  readonly institutionId: string
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function show(
  site: Site,
  req: Request,
  res: Response,
  { institutionId, values, errors }: Shown,
): Promise<void> {
  const { context } = site
  const actor = actorFor(requireUser(req))
  const id = String(req.params.id)
  const page = await seeInstitutionPage(context, actor, { id, institutionId })
  const edition = await foundEdition(context, id)
  const { replies, challenges } = await seeWords(context, actor, edition)
  const own = (each: { institutionId: string }) => each.institutionId === institutionId
  const reply = replies.find(own)
  const today = context.clock.today()
  const data = {
    ...{ editionId: id, code: edition.code, page },
    until: edition.invitations.find(own)?.until ?? today,
    reply: reply ? presentReply(reply) : null,
    challenges: challenges.filter(own).map(presentChallenge),
    mayReply:
      hasPermission(actor, 'replyToEditions') &&
      actor.institutionId === institutionId &&
      decideReply(edition, institutionId, today).ok,
    form: formWith(values, errors, randomUUID),
  }
  sendPage(res, <ReplyPage ctx={await pageContext(site, req)} data={data} />, errors.length > 0 ? 422 : 200)
}
