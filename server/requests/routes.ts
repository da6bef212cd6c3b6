import { Router } from 'express'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { etagOf, expectedVersion, setVersion } from '../http/etag.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import { sendJson } from '../http/send-json.ts'
import { actBody } from './act-schemas.ts'
import { askedAct } from './asked-act.ts'
import { getRequest } from './get-request.ts'
import { countViews, listRequests } from './list-requests.ts'
import { logRequest } from './log-request.ts'
import { previewDeadline } from './preview-deadline.ts'
import { recordAct } from './record-act.ts'
import type { RequestView } from './request-view.ts'
import { listQuery, newRequestBody, previewQuery, requestParams } from './schemas.ts'

/** /api/v1/requests: the public sees what is published; each side, its own. */
export function requestRoutes(context: Context): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    sendJson(res, await listRequests(context, actorOf(req), parse(listQuery, req.query)))
  })

  router.get('/counts', async (req, res) => {
    res.json(await countViews(context, actorOf(req), 10_000))
  })

  router.get('/deadline', async (req, res) => {
    res.json(await previewDeadline(context, parse(previewQuery, req.query)))
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const input = parse(newRequestBody, req.body)
      return created(await logRequest(context, actorOf(req), { ...input, id: newIdFor(req) }))
    }),
  )

  router.get('/:requestId', async (req, res) => {
    const view = await getRequest(context, actorOf(req), parse(requestParams, req.params).requestId)
    setVersion(res, view.version)
    res.json(view)
  })

  router.get('/:requestId/ledger', async (req, res) => {
    const { clocks } = await getRequest(context, actorOf(req), parse(requestParams, req.params).requestId)
    res.json({ clocks })
  })

  router.get('/:requestId/events', async (req, res) => {
    const { timeline } = await getRequest(context, actorOf(req), parse(requestParams, req.params).requestId)
    res.json({ items: timeline })
  })

  router.get('/:requestId/breaches', async (req, res) => {
    const { breaches } = await getRequest(context, actorOf(req), parse(requestParams, req.params).requestId)
    res.json({ items: breaches })
  })

  router.post(
    '/:requestId/events',
    idempotent(context, async req => {
      const { requestId } = parse(requestParams, req.params)
      const act = askedAct(parse(actBody, req.body), context.clock.today())
      return created(
        await recordAct(context, actorOf(req), { requestId, version: expectedVersion(req), act }),
      )
    }),
  )

  // Articles 36 and 37: there is nothing to delete with; the refusal says so by name.
  router.delete('/:requestId', async (req, res) => {
    const { requestId } = parse(requestParams, req.params)
    const act = { type: 'delete', occurredOn: context.clock.today() } as const
    res.json(await recordAct(context, actorOf(req), { requestId, version: expectedVersion(req), act }))
  })

  return router
}

function created(view: RequestView) {
  const headers = { Location: `/api/v1/requests/${view.id}`, ETag: etagOf(view.version) }
  return { status: 201, body: view, headers }
}
