import type { Context } from '../context.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { presentPage, type PageView } from '../http/paging.ts'
import { noticeText } from '../i18n/notice-text.ts'
import type { Language } from '../i18n/translate.ts'
import type { Message } from '../store/outbox-store.ts'
import type { MessageQuery } from './schemas.ts'

/** A message of the outbox: what it says, to which account, and what became of it. */
export interface MessageView extends Pick<
  Message,
  | 'id'
  | 'recipientId'
  | 'rule'
  | 'requestId'
  | 'reference'
  | 'state'
  | 'attempts'
  | 'nextAttemptAt'
  | 'lastError'
  | 'createdAt'
  | 'settledAt'
> {
  readonly subject: string
  readonly text: string
}

/** What was kept for want of a mail server, sent or given up. @throws AppError 'forbidden' */
export async function listMessages(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  { state, cursor, limit }: MessageQuery,
  language: Language,
): Promise<PageView<MessageView>> {
  if (!hasPermission(actor, 'readMessages')) throw new AppError('forbidden')
  const page = await stores.outbox.list(state, { limit, after: cursor })
  return presentPage(page, message => presentMessage(message, language))
}

function presentMessage(message: Message, language: Language): MessageView {
  const { id, recipientId, rule, requestId, reference, state, attempts } = message
  const { nextAttemptAt, lastError, createdAt, settledAt } = message
  return {
    ...{ id, recipientId, rule, requestId, reference, state, attempts },
    ...{ nextAttemptAt, lastError, createdAt, settledAt },
    ...noticeText(language, message),
  }
}
