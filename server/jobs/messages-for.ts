import type { Notice } from '../domain/notices.ts'
import { messageId, type NewMessage } from '../store/outbox-store.ts'
import type { InformationRequest } from '../store/request-store.ts'

/** A notice as messages, one a recipient. The same notice to the same person always has the same id. */
export function messagesFor(
  { id: requestId, reference }: Pick<InformationRequest, 'id' | 'reference'>,
  { rule, source, article, clock, day }: Notice,
  recipientIds: readonly string[],
  createdAt: Date,
): NewMessage[] {
  return recipientIds.map(recipientId => ({
    id: messageId(rule, source, recipientId),
    ...{ recipientId, rule, requestId, reference, article, clock, day, createdAt },
  }))
}
