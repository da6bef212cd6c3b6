import type { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import { maySeeInFull } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { loadRequest } from './load-request.ts'
import type { AttachmentView } from './request-view.ts'

/**
 * A file of a request, through the same permission as the request itself, asked anew each time.
 * @throws AppError 'not-found', also where the request or the file exists for others.
 */
export async function openAttachment(
  context: Context,
  actor: Actor,
  { requestId, sha256 }: { readonly requestId: string; readonly sha256: string },
): Promise<{ readonly attachment: AttachmentView; readonly content: Readable }> {
  const { request } = await loadRequest(context, actor, requestId)
  const attachment = request.attachments.find(each => each.sha256 === sha256)
  if (!attachment || !maySeeInFull(actor, request)) throw new AppError('not-found')
  return { attachment, content: await context.engine.files.open(sha256) }
}
