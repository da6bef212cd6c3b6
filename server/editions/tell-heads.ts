import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Edition } from '../store/edition-store.ts'
import type { User } from '../store/user-store.ts'

/** Tells the head of a unit of an edition, or its officers where it has none; the same thing once. */
export async function tellHeads(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  { id, code }: Edition,
  institutionId: string,
  { rule, day }: { rule: 'edition_in_reply' | 'edition_published'; day: CalendarDate },
): Promise<void> {
  const members: User[] = []
  for await (const user of stores.users.membersOf({ kind: 'institution', institutionId })) members.push(user)
  const heads = members.filter(({ role }) => role === 'uip_head')
  const createdAt = clock.now()
  const path = rule === 'edition_in_reply' ? `/informes/${id}/pagina` : `/informes/${id}`
  await stores.outbox.addMissing(
    (heads.length > 0 ? heads : members).map(user => ({
      id: createHash('sha256')
        .update(JSON.stringify([rule, id, user.id]))
        .digest('hex')
        .slice(0, 40),
      ...{ recipientId: user.id, rule, requestId: id, reference: code, createdAt },
      ...{ article: null, clock: null, day, path },
    })),
  )
}
