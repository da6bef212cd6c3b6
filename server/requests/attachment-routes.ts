import { unescape } from 'node:querystring'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import Joi from 'joi'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { etagOf, expectedVersion } from '../http/etag.ts'
import { idempotent } from '../http/idempotency.ts'
import { sendFile } from '../http/send-file.ts'
import { parse } from '../http/parse.ts'
import { attachReceived, receiveFile } from './attach-file.ts'
import { openAttachment } from './open-attachment.ts'
import { requestParams } from './schemas.ts'

const fileParams = Joi.object<{ requestId: string; sha256: string }>({
  requestId: Joi.string().max(120).required(),
  sha256: Joi.string().lowercase().hex().length(64).required(),
})

/** A file that has come in, as the body of a create. */
const receivedBody = Joi.object<{ sha256: string; size: number; name: string }>({
  sha256: Joi.string().required(),
  size: Joi.number().required(),
  name: Joi.string().allow('').required(),
})

/**
 * /api/v1/requests/:id/attachments: the body is the file itself, its name in `X-File-Name` (percent-encoded).
 * Reads its own bodies, so that a file never waits in memory.
 */
export function attachmentRoutes(context: Context): Router {
  const router = Router()

  router.post(
    '/:requestId/attachments',
    receive(context),
    idempotent(context, async req => {
      const { requestId } = parse(requestParams, req.params)
      const { name, ...file } = parse(receivedBody, req.body)
      const version = expectedVersion(req)
      const attached = await attachReceived(context, actorOf(req), { requestId, version, name, file })
      return { status: 201, body: attached.attachment, headers: { ETag: etagOf(attached.version) } }
    }),
  )

  router.get('/:requestId/attachments/:sha256', async (req: Request, res: Response) => {
    const { attachment, content } = await openAttachment(context, actorOf(req), parse(fileParams, req.params))
    sendFile(res, attachment)
    await pipeline(content, res)
  })

  return router
}

/**
 * Whether a file with an `Idempotency-Key` was sent before, only its bytes can tell: it is read even by a sender
 * whose version has passed, which its own first try may have done.
 */
function receive(context: Context): RequestHandler {
  return async (req, _res, next) => {
    const { requestId } = parse(requestParams, req.params)
    const expected = expectedVersion(req)
    const version = req.get('Idempotency-Key') === undefined ? expected : null
    const { sha256, size } = await receiveFile(context, actorOf(req), { requestId, version, content: req })
    req.body = { sha256, size, name: fileName(req.get('X-File-Name')) }
    next()
  }
}

/** `unescape` of node:querystring never throws: a name that does not decode is kept as near as it can be. */
function fileName(header: string | undefined): string {
  return unescape(header ?? '')
}
