import { randomUUID } from 'node:crypto'
import { Router, type Request } from 'express'
import { LogPage } from '../../../client/pages/administration/log-page.tsx'
import {
  MessagesPage,
  messageTabs,
  type MessageLine,
} from '../../../client/pages/administration/messages-page.tsx'
import { TextsPage } from '../../../client/pages/administration/texts-page.tsx'
import { readSystemLog, systemEventKinds } from '../../administration/log-entry.ts'
import { messageTexts } from '../../administration/message-texts.ts'
import { listMessages } from '../../notifications/list-messages.ts'
import { resendMessage } from '../../notifications/resend-message.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf } from './form-body.ts'
import { formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash } from './page-session.ts'
import { queryOf } from './request-pages.tsx'

const onPage = 50

/** For whoever runs the site: letters that did not leave, what happened to it, and its two languages. */
export function administrationPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/mensajes', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const tab = messageTabs.find(each => each === req.query.estado) ?? 'kept'
    const query = { state: tab, limit: onPage, cursor: cursorIn(req) }
    const { items, next } = await listMessages(context, actor, query, languageOf(req))
    const messages: MessageLine[] = []
    for (const { id, createdAt, recipientId, subject, text, attempts, lastError } of items) {
      const to = (await context.stores.users.find(recipientId))?.email ?? '–'
      messages.push({ id, at: createdAt, to, subject, text, attempts, lastError })
    }
    const data = { tab, messages, nextCursor: next, mail: context.config.mail.smtpUrl !== null }
    sendPage(res, <MessagesPage ctx={await pageContext(site, req)} data={data} />)
  })

  router.post('/mensajes/reenviar', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const { values } = await readForm(context, req)
    const isDue = await resendMessage(context, actor, textOf(values, 'id'))
    const key = isDue ? 'messages.resent' : 'messages.notFailed'
    setFlash(req, { tone: isDue ? 'done' : 'warning', key, values: {} })
    res.redirect(303, `/${languageOf(req)}/mensajes?estado=failed`)
  })

  router.get('/bitacora', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const values = queryOf(req)
    const { items, next } = await readSystemLog(context, actor, {
      kind: systemEventKinds.find(kind => kind === values.hecho) ?? null,
      actorId: textOf(values, 'cuenta').slice(0, 80) || null,
      ...{ limit: onPage, cursor: cursorIn(req) },
    })
    const data = {
      ...{ form: formWith(values, [], randomUUID), kinds: systemEventKinds },
      ...{ events: items, nextCursor: next },
    }
    sendPage(res, <LogPage ctx={await pageContext(site, req)} data={data} />)
  })

  router.get('/textos', async (req, res) => {
    const values = queryOf(req)
    const { found, ...state } = messageTexts(actorFor(requireUser(req)), {
      search: textOf(values, 'q').slice(0, 100),
      onlyDoubtful: textOf(values, 'dudas') === 'si',
    })
    const start = Math.max(0, Math.trunc(Number(values.cursor ?? 0)) || 0)
    const end = start + onPage
    const data = {
      ...state,
      form: formWith(values, [], randomUUID),
      shown: found.slice(start, end),
      foundCount: found.length,
      nextCursor: end < found.length ? String(end) : null,
    }
    sendPage(res, <TextsPage ctx={await pageContext(site, req)} data={data} />)
  })

  return router
}

function cursorIn({ query: { cursor } }: Request): string | null {
  return typeof cursor === 'string' ? cursor : null
}
