import { unescape } from 'node:querystring'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import Joi from 'joi'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { expectedVersion, setVersion } from '../http/etag.ts'
import { sendFile } from '../http/send-file.ts'
import { parse } from '../http/parse.ts'
import { attachFile } from './attach-file.ts'
import { openAttachment } from './open-attachment.ts'
import { requestParams } from './schemas.ts'

const fileParams = Joi.object<{ requestId: string; sha256: string }>({
  requestId: Joi.string().max(120).required(),
  sha256: Joi.string().lowercase().hex().length(64).required(),
})

/**
 * /api/v1/requests/:id/attachments: the body is the file itself, its name in `X-File-Name` (percent-encoded).
 * Reads its own bodies, so that a file never waits in memory.
 */
export function attachmentRoutes(context: Context): Router {
  const router = Router()

  router.post('/:requestId/attachments', async (req: Request, res: Response) => {
    const { requestId } = parse(requestParams, req.params)
    const name = fileName(req.get('X-File-Name'))
    const file = { requestId, version: expectedVersion(req), name, content: req }
    const { attachment, version } = await attachFile(context, actorOf(req), file)
    setVersion(res, version)
    res.status(201).json(attachment)
  })

  router.get('/:requestId/attachments/:sha256', async (req: Request, res: Response) => {
    const { attachment, content } = await openAttachment(context, actorOf(req), parse(fileParams, req.params))
    sendFile(res, attachment)
    await pipeline(content, res)
  })

  return router
}

/** `unescape` of node:querystring never throws: a name that does not decode is kept as near as it can be. */
function fileName(header: string | undefined): string {
  return unescape(header ?? '')
}
