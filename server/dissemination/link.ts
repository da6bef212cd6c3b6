import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Dissemination } from '../store/dissemination-store.ts'

type Needs = Pick<Context, 'stores'>

/**
 * The token by which a receiver says, without an account, that this very report reached them: HMAC-SHA-256 over
 * the entry, the report and the receiver (RFC 2104). It opens nothing else, and ends when any of them is corrected.
 */
export async function linkTokenOf(context: Needs, item: Dissemination): Promise<string> {
  return `${item.id}.${(await signature(context, item)).toString('base64url')}`
}

/** @throws AppError 'not-found' for a token that is not ours, is of another entry, or of one that was annulled */
export async function entryOfToken(context: Needs, token: string): Promise<Dissemination> {
  const [, id = '', given = ''] = /^([0-9a-f-]{1,80})\.([\w-]{43})$/.exec(token) ?? []
  const item = id === '' ? null : await context.stores.disseminations.find(id)
  if (!item || item.annulled) throw new AppError('not-found')
  // 43 characters of base64url are 32 bytes, as many as the signature has.
  const isOurs = timingSafeEqual(Buffer.from(given, 'base64url'), await signature(context, item))
  if (!isOurs) throw new AppError('not-found')
  return item
}

async function signature({ stores }: Needs, item: Dissemination): Promise<Buffer> {
  const key = await stores.settings.readOrCreate('acknowledgement-key', () =>
    randomBytes(32).toString('base64url'),
  )
  const { id, audience, institutionId, reportSha256, reportFrom, reportTo } = item
  const said = ['acknowledge', 1, id, audience, institutionId, reportSha256, reportFrom, reportTo]
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(JSON.stringify(said)).digest()
}
