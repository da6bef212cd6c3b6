import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { actorOf } from '../http/actor.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import { sendFile } from '../http/send-file.ts'
import { recordingOrganisation } from './barrier-permissions.ts'
import { getBarrier, listBarriers } from './list-barriers.ts'
import { recordBarrier } from './record-barrier.ts'
import { barrierFileParams, barrierParams, barrierQuery, newBarrier } from './schemas.ts'

/** /api/v1/barriers: an organisation records its own and reads them; those who oversee read all. */
export function barrierRoutes(context: Context): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    res.json(await listBarriers(context, actorOf(req), parse(barrierQuery, req.query)))
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = actorOf(req)
      // Before the body is looked at: its faults are nobody else's business.
      recordingOrganisation(actor)
      const body = await recordBarrier(context, actor, {
        id: newIdFor(req),
        input: parse(newBarrier, req.body),
      })
      return { status: 201, body, headers: { Location: `/api/v1/barriers/${body.id}` } }
    }),
  )

  router.get('/:barrierId', async (req, res) => {
    res.json(await getBarrier(context, actorOf(req), parse(barrierParams, req.params).barrierId))
  })

  router.get('/:barrierId/files/:sha256', async (req, res) => {
    const { barrierId, sha256 } = parse(barrierFileParams, req.params)
    const { files } = await getBarrier(context, actorOf(req), barrierId)
    const file = files.find(each => each.sha256 === sha256)
    if (!file) throw new AppError('not-found')
    const content = await context.engine.files.open(sha256)
    sendFile(res, file)
    await pipeline(content, res)
  })

  return router
}
