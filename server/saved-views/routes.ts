import { Router } from 'express'
import type { Context } from '../context.ts'
import { actorOf, requireUser } from '../http/actor.ts'
import { etagOf, expectedVersion, setVersion } from '../http/etag.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import type { SavedView } from '../store/saved-view-store.ts'
import {
  changeView,
  closeFeed,
  findView,
  listViewsOf,
  openFeed,
  removeView,
  saveView,
} from './saved-views.ts'
import { newView, viewParams, viewPatch } from './schemas.ts'

/** /api/v1/saved-views: each person's own. */
export function savedViewRoutes(context: Context): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    res.json({ items: (await listViewsOf(context, actorOf(req))).map(presentView) })
  })

  router.post(
    '/',
    idempotent(context, async req => {
      requireUser(req)
      const input = parse(newView, req.body)
      const view = await saveView(context, actorOf(req), { id: newIdFor(req), input })
      const headers = { Location: `/api/v1/saved-views/${view.id}`, ETag: etagOf(view.version) }
      return { status: 201, body: presentView(view), headers }
    }),
  )

  router.get('/:viewId', async (req, res) => {
    const view = await findView(context, actorOf(req), parse(viewParams, req.params).viewId)
    setVersion(res, view.version)
    res.json(presentView(view))
  })

  router.patch('/:viewId', async (req, res) => {
    const actor = actorOf(req)
    const { id } = await findView(context, actor, parse(viewParams, req.params).viewId)
    const patch = parse(viewPatch, req.body)
    const view = await changeView(context, actor, { id, version: expectedVersion(req), patch })
    setVersion(res, view.version)
    res.json(presentView(view))
  })

  router.delete('/:viewId', async (req, res) => {
    await removeView(context, actorOf(req), parse(viewParams, req.params).viewId)
    res.sendStatus(204)
  })

  router.post('/:viewId/feed', async (req, res) => {
    const { view, token } = await openFeed(context, actorOf(req), parse(viewParams, req.params).viewId)
    setVersion(res, view.version)
    res.status(201).json({ ...presentView(view), url: feedUrl(context, languageOf(req), token) })
  })

  router.delete('/:viewId/feed', async (req, res) => {
    const view = await closeFeed(context, actorOf(req), parse(viewParams, req.params).viewId)
    setVersion(res, view.version)
    res.json(presentView(view))
  })

  return router
}

/** The whole address, as a calendar program wants it. */
export function feedUrl({ config }: Pick<Context, 'config'>, language: 'es' | 'en', token: string): string {
  return `${config.publicUrl}/${language}/calendario/${token}.ics`
}

function presentView({ feedHash, userId: _owner, ...rest }: SavedView) {
  return { ...rest, hasFeed: feedHash !== null }
}
