import { Router } from 'express'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { etagOf, expectedVersion, setVersion } from '../http/etag.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import { getRatings, rateAnswer } from './rate-answer.ts'
import { newRating, ratingParams } from './schemas.ts'

/** /api/v1/requests/:requestId/ratings: the organisation rates what came; its institution sees the result. */
export function ratingRoutes(context: Context): Router {
  const router = Router()

  router.get('/:requestId/ratings', async (req, res) => {
    const { requestId } = parse(ratingParams, req.params)
    const view = await getRatings(context, actorOf(req), requestId)
    setVersion(res, view.version)
    res.json(view)
  })

  router.post(
    '/:requestId/ratings',
    idempotent(context, async req => {
      const actor = actorOf(req)
      const { requestId } = parse(ratingParams, req.params)
      // Before the body is looked at: its faults are nobody else's business.
      await getRatings(context, actor, requestId)
      const input = parse(newRating, req.body)
      const sent = { requestId, id: newIdFor(req), version: expectedVersion(req), input }
      const body = await rateAnswer(context, actor, sent)
      const headers = { Location: `/api/v1/requests/${requestId}/ratings`, ETag: etagOf(body.version) }
      return { status: 201, body, headers }
    }),
  )

  return router
}
