import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request } from 'express'
import type { Context } from '../context.ts'
import { actorOf, requireUser } from '../http/actor.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import { translator } from '../i18n/translate.ts'
import { manyRequestsBody, similarQuery } from './batch-schemas.ts'
import { asCsv, asJson, everyPage } from './export-requests.ts'
import { findSimilar } from './find-similar.ts'
import { idAt, logRequestToMany, requireWhole } from './log-request-to-many.ts'
import { listQuery } from './schemas.ts'

/** /api/v1/requests: the same text to many, what looks like the same request, and lists as files. */
export function batchRoutes(context: Context): Router {
  const router = Router()

  router.post(
    '/batch',
    idempotent(context, async req => {
      const base = newIdFor(req)
      const results = await logRequestToMany(context, actorOf(req), parse(manyRequestsBody, req.body), id =>
        idAt(base, id),
      )
      // Thrown, and not told as a reply: a reply would be kept for the key, and sending again would do nothing.
      await requireWhole(context, results)
      return { status: 201, body: { items: results } }
    }),
  )

  router.get('/similar', async (req, res) => {
    requireUser(req)
    const { institutionId, ...query } = parse(similarQuery, req.query)
    res.json({
      items: await findSimilar(context, actorOf(req), { ...query, institutionIds: [institutionId] }),
    })
  })

  router.get('/export.csv', async (req, res) => {
    const text = asCsv(listed(req), translator(languageOf(req)))
    await pipeline(Readable.from(text), res.attachment('requests.csv').type('text/csv; charset=utf-8'))
  })

  router.get('/export.json', async (req, res) => {
    await pipeline(Readable.from(asJson(listed(req))), res.attachment('requests.json').type('json'))
  })

  function listed(req: Request) {
    const { limit: _limit, cursor: _cursor, ...input } = parse(listQuery, req.query)
    return everyPage(context, actorOf(req), input)
  }

  return router
}
