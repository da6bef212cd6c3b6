import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Edition } from '../store/edition-store.ts'
import { messageId } from '../store/outbox-store.ts'

/** Tells the head of a unit of an edition, or its officers where it has none; the same thing once. */
export async function tellHeads(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  { id, code }: Edition,
  institutionId: string,
  { rule, day }: { rule: 'edition_in_reply' | 'edition_published'; day: CalendarDate },
): Promise<void> {
  const heads = await stores.users.headsOf(institutionId)
  const createdAt = clock.now()
  const path = rule === 'edition_in_reply' ? `/informes/${id}/pagina` : `/informes/${id}`
  await stores.outbox.addMissing(
    heads.map(({ id: recipientId }) => ({
      id: messageId(rule, id, recipientId),
      ...{ recipientId, rule, requestId: id, reference: code, createdAt },
      ...{ article: null, clock: null, day, path },
    })),
  )
}
