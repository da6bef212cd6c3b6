import { Router } from 'express'
import type { Context } from '../context.ts'
import { actorOf, requireUser } from '../http/actor.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import { manyRequestsBody, similarQuery } from './batch-schemas.ts'
import { findSimilar } from './find-similar.ts'
import { idAt, logRequestToMany } from './log-request-to-many.ts'

/** /api/v1/requests: the same text to many, and what looks like the same request. */
export function batchRoutes(context: Context): Router {
  const router = Router()

  router.post(
    '/batch',
    idempotent(context, async req => {
      const base = newIdFor(req)
      const results = await logRequestToMany(context, actorOf(req), parse(manyRequestsBody, req.body), id =>
        idAt(base, id),
      )
      const isWhole = results.every(({ error }) => error === null)
      return { status: isWhole ? 201 : 207, body: { items: results } }
    }),
  )

  router.get('/similar', async (req, res) => {
    requireUser(req)
    const { institutionId, ...query } = parse(similarQuery, req.query)
    res.json({
      items: await findSimilar(context, actorOf(req), { ...query, institutionIds: [institutionId] }),
    })
  })

  return router
}
