import { Router } from 'express'
import type { Context } from '../context.ts'
import { actorFor, requireUser } from '../http/actor.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import { listMessages } from './list-messages.ts'
import { listNotifications } from './list-notifications.ts'
import { markRead } from './mark-read.ts'
import { presentNotification } from './notification-view.ts'
import { messageQuery, notificationParams, notificationQuery } from './schemas.ts'

/** /api/v1/notifications: each person's own. */
export function notificationRoutes(context: Context): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const { id } = requireUser(req)
    const query = parse(notificationQuery, req.query)
    res.json(await listNotifications(context, id, query, languageOf(req)))
  })

  router.post('/read', async (req, res) => {
    const { id } = requireUser(req)
    res.json({ marked: await context.stores.notifications.markAllRead(id, context.clock.now()) })
  })

  router.post('/:notificationId/read', async (req, res) => {
    const { id } = requireUser(req)
    const { notificationId } = parse(notificationParams, req.params)
    res.json(presentNotification(await markRead(context, id, notificationId), languageOf(req)))
  })

  return router
}

/** /api/v1/messages: the outbox, for whoever runs the site. */
export function messageRoutes(context: Context): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const actor = actorFor(requireUser(req))
    res.json(await listMessages(context, actor, parse(messageQuery, req.query), languageOf(req)))
  })

  return router
}
