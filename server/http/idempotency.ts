import { createHash, randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { StoredReply } from '../store/idempotency-store.ts'
import { actorOf } from './actor.ts'
import { fault, invalidInput } from './parse.ts'

/** What a create answers. `once` is sent the first time only and never kept: a one-time password, say. */
export interface Reply {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
  readonly once?: object
}

/**
 * A create that may be sent again: with the same `Idempotency-Key` and body its first reply comes back and
 * nothing is done twice (draft-ietf-httpapi-idempotency-key-header). Keys belong to one actor and one route
 * and are kept for 24 h. Without the header, the create is simply done.
 * @throws AppError 'idempotency-key-reused' (other body), 'idempotency-key-in-use' (still running)
 */
export function idempotent(context: Pick<Context, 'stores' | 'clock'>, create: Create): RequestHandler {
  return async (req, res) => {
    const key = keyOf(req)
    if (key === null) return send(res, await create(req))
    const { idempotency } = context.stores
    const start = await idempotency.begin(key, hash(JSON.stringify(req.body ?? null)), context.clock.now())
    if (start.kind === 'done') return sendStored(res, start.reply)
    if (start.kind === 'other-body') throw new AppError('idempotency-key-reused')
    if (start.kind === 'running') throw new AppError('idempotency-key-in-use')
    const reply = await create(req).catch(async error => {
      await idempotency.release(key)
      throw error
    })
    const { status, body, headers = {} } = reply
    await idempotency.finish(key, { status, body: JSON.stringify(body), headers })
    send(res, reply)
  }
}

export type Create = (req: Request) => Promise<Reply>

/**
 * The id for what a create makes. With an `Idempotency-Key` it follows from the key, so that a create which
 * was cut off after its write meets its own record ('duplicate') when it is tried again.
 */
export function newIdFor(req: Request): string {
  const key = keyOf(req)
  return key === null ? randomUUID() : uuidFrom(key)
}

function keyOf(req: Request): string | null {
  const key = req.get('Idempotency-Key')
  if (key === undefined) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw invalidInput([fault('Idempotency-Key', 'header.key')])
  return hash([actorOf(req).userId, req.method, req.baseUrl + req.path, key].join('\n'))
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A UUID of version 8 (RFC 9562, 5.8: made by a rule of one's own). */
function uuidFrom(hex: string): string {
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return groups.join('-')
}

function send(res: Response, { status, body, headers = {}, once = {} }: Reply): void {
  res
    .status(status)
    .set({ ...headers })
    .json({ ...body, ...once })
}

function sendStored(res: Response, { status, body, headers }: StoredReply): void {
  res
    .status(status)
    .set({ ...headers, 'Idempotency-Replayed': 'true' })
    .type('json')
    .send(body)
}
