import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { requireKeeper } from '../http/register/keep-entry.ts'
import type { Dissemination } from '../store/dissemination-store.ts'
import type { User } from '../store/user-store.ts'
import { linkTokenOf } from './link.ts'

/**
 * Sends the receivers that have an account the link, by mail and in the app: the head of the unit, or its
 * officers where it has none; for the regulator, its accounts. Sent once however often it is asked.
 * Returns how many letters are new.
 * @throws AppError 'forbidden', 'not-found', 'no-recipient'
 */
export async function sendLetters(
  context: Pick<Context, 'stores' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<number> {
  requireKeeper(actor)
  const item = await context.stores.disseminations.find(id)
  if (!item || item.annulled) throw new AppError('not-found')
  const people = await receiversOf(context, item)
  if (people.length === 0) throw new AppError('no-recipient')
  const path = `/acuse/${await linkTokenOf(context, item)}`
  const createdAt = context.clock.now()
  return context.stores.outbox.addMissing(
    people.map(({ id: recipientId }) => ({
      id: createHash('sha256')
        .update(JSON.stringify([path, recipientId]))
        .digest('hex')
        .slice(0, 40),
      ...{ recipientId, rule: 'report_delivered' as const, requestId: item.id, path, createdAt },
      reference: `${item.reportFrom} – ${item.reportTo}`,
      ...{ article: null, clock: null, day: item.day },
    })),
  )
}

async function receiversOf(
  { stores }: Pick<Context, 'stores'>,
  { institutionId }: Dissemination,
): Promise<readonly User[]> {
  const members: User[] = []
  if (institutionId !== null) {
    for await (const user of stores.users.membersOf({ kind: 'institution', institutionId }))
      members.push(user)
    const heads = members.filter(({ role }) => role === 'uip_head')
    return heads.length > 0 ? heads : members
  }
  return regulators({ stores })
}

async function regulators({ stores }: Pick<Context, 'stores'>): Promise<readonly User[]> {
  const found: User[] = []
  let after: string | null = null
  do {
    const page: { items: User[]; next: string | null } = await stores.users.list(
      { kind: 'everyone' },
      { limit: 100, after },
    )
    found.push(...page.items.filter(({ role, active }) => role === 'regulator' && active))
    after = page.next
  } while (after !== null)
  return found
}
