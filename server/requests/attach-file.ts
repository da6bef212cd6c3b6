import type { Readable } from 'node:stream'
import { fileTypeFromStream } from 'file-type'
import type { Context } from '../context.ts'
import { partiesFor } from '../domain/request/decide.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { StoredFile } from '../store/files.ts'
import { loadRequest, type Loaded } from './load-request.ts'
import type { AttachmentView } from './request-view.ts'

export interface AttachFile {
  readonly requestId: string
  readonly version: number
  /** As the sender calls it; only its last part is kept. */
  readonly name: string
  readonly content: Readable
}

/**
 * Keeps a file with a request. Its bytes are stored before the request says so, so a failure leaves nothing
 * that anyone can reach. The same file twice is one.
 * @throws AppError 'not-found', 'forbidden', 'stale', 'file-too-big', 'file-empty'
 */
export async function attachFile(
  context: Context,
  actor: Actor,
  { content, ...rest }: AttachFile,
): Promise<Attached> {
  const file = await receiveFile(context, actor, { ...rest, content })
  return attachReceived(context, actor, { ...rest, file })
}

export interface Attached {
  readonly attachment: AttachmentView
  readonly version: number
}

/**
 * Stores the bytes of a file that is to be kept with a request; the request does not say so yet.
 * @param version refuses a sender that has not seen the present one before its bytes are read; null does not.
 * @throws AppError as `attachFile`
 */
export async function receiveFile(
  context: Context,
  actor: Actor,
  { requestId, version, content }: Pick<AttachFile, 'requestId' | 'content'> & { version: number | null },
): Promise<StoredFile> {
  const { request } = await loadForFiles(context, actor, requestId)
  if (version !== null && request.version !== version) throw new AppError('stale', { id: requestId })
  const maxBytes = context.config.maxUploadBytes
  const file = await context.engine.files.put(content, { maxBytes })
  if (file.size === 0) throw new AppError('file-empty', { field: 'file' })
  return file
}

/** @throws AppError 'not-found', 'forbidden', 'stale' */
export async function attachReceived(
  context: Context,
  actor: Actor,
  { requestId, version, name, file }: Omit<AttachFile, 'content'> & { file: StoredFile },
): Promise<Attached> {
  const { request, law } = await loadForFiles(context, actor, requestId)
  if (request.version !== version) throw new AppError('stale', { id: requestId })
  const { sha256, size } = file
  const known = request.attachments.find(each => each.sha256 === sha256)
  if (known) return { attachment: known, version }
  const attachment = {
    sha256,
    name: safeName(name),
    size,
    mediaType: await mediaTypeOf(context, sha256),
    addedAt: context.clock.now(),
    addedBy: actor.userId,
  }
  const folded = foldedFieldsOf(request, law, context.clock.today())
  const changed = await context.stores.requests.append(request, [], folded, [attachment])
  return { attachment, version: changed.version }
}

async function loadForFiles(context: Context, actor: Actor, requestId: string): Promise<Loaded> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  const loaded = await loadRequest(context, actor, requestId)
  if (partiesFor(actor).length === 0) throw new AppError('forbidden')
  return loaded
}

/** From the bytes, never from the name: what is not recognised is served as plain bytes. */
async function mediaTypeOf({ engine }: Context, sha256: string): Promise<string> {
  const detected = await fileTypeFromStream(await engine.files.open(sha256))
  return detected?.mime ?? 'application/octet-stream'
}

/** No folders, control or direction characters: a name is for people and never a path. */
function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim()
  return clean.slice(0, 150) || 'archivo'
}
