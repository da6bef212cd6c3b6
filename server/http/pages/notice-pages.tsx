import { Router, type Request } from 'express'
import { NoticesPage, type KeptMessage } from '../../../client/pages/notices-page.tsx'
import type { NoticeView } from '../../../client/parts/notice-list.tsx'
import { hasPermission } from '../../domain/permissions.ts'
import { noticeText } from '../../i18n/notice-text.ts'
import type { Cursor, Page } from '../../store/collection.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash } from './page-session.ts'

const onPage = 30

/** What somebody is told in the app; for those who run the site, also the letters that could not leave. */
export function noticePages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/avisos', async (req, res) => {
    const { cursor } = req.query
    const after = typeof cursor === 'string' ? cursor : null
    const { items, next } = await noticeViews(site, req, { limit: onPage, after })
    const data = { notices: items, nextCursor: next, kept: await keptFor(site, req) }
    sendPage(res, <NoticesPage ctx={await pageContext(site, req)} data={data} />)
  })

  router.post('/avisos/leidos', async (req, res) => {
    await context.stores.notifications.markAllRead(requireUser(req).id, context.clock.now())
    setFlash(req, { tone: 'done', key: 'notices.marked', values: {} })
    res.redirect(303, `/${languageOf(req)}/avisos`)
  })

  return router
}

export async function noticeViews(
  { context }: Site,
  req: Request,
  page: { readonly limit: number; readonly after: Cursor | null },
): Promise<Page<NoticeView>> {
  const language = languageOf(req)
  const found = await context.stores.notifications.list(requireUser(req).id, { onlyUnread: false, ...page })
  return {
    next: found.next,
    items: found.items.map(notice => {
      const { subject, text } = noticeText(language, notice)
      const { id, createdAt, path, readAt } = notice
      const requestId = path === null ? notice.requestId : null
      return { id, at: createdAt, title: subject, text, requestId, path, unread: readAt === null }
    }),
  }
}

/** Null where there is a mail server, or for whoever may not read others' letters. */
async function keptFor({ context }: Site, req: Request): Promise<KeptMessage[] | null> {
  if (context.config.mail.smtpUrl !== null || !hasPermission(actorFor(requireUser(req)), 'readMessages'))
    return null
  const { items } = await context.stores.outbox.list('kept', { limit: onPage, after: null })
  return Promise.all(
    items.map(async message => {
      const { subject, text } = noticeText(languageOf(req), message)
      const to = (await context.stores.users.find(message.recipientId))?.email ?? '–'
      return { id: message.id, at: message.createdAt, to, subject, text }
    }),
  )
}
