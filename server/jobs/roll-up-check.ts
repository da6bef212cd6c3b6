import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { checkRollUps, type CheckedRollUps } from '../roll-ups/check-roll-ups.ts'
import { systemActor } from '../store/seal-events.ts'
import type { User } from '../store/user-store.ts'

/**
 * Derives the roll-ups again and compares: no difference, or an alarm. The alarm is in the log, in /health until
 * a night without a difference, and told to those who administer the system.
 */
export async function checkNightly(
  context: Context,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<CheckedRollUps> {
  const checked = await checkRollUps(context, options)
  if (checked.differences > 0) await soundAlarm(context, checked)
  return checked
}

async function soundAlarm({ stores, clock }: Context, { differing }: CheckedRollUps): Promise<void> {
  const day = clock.today()
  const createdAt = clock.now()
  await stores.systemLog.record('roll_up_difference', {
    ...{ at: createdAt, actor: systemActor, subject: differing[0] ?? null },
  })
  const recipients = await administrators({ stores })
  await stores.outbox.addMissing(
    recipients.map(({ id: recipientId }) => ({
      id: createHash('sha256')
        .update(JSON.stringify(['roll_up_difference', day, recipientId]))
        .digest('hex')
        .slice(0, 40),
      ...{ recipientId, rule: 'roll_up_difference' as const, requestId: 'roll-ups', createdAt },
      ...{ reference: differing[0] ?? '', article: null, clock: null, day, path: '/bitacora' },
    })),
  )
}

async function administrators({ stores }: Pick<Context, 'stores'>): Promise<readonly User[]> {
  const found: User[] = []
  let after: string | null = null
  do {
    const page: { items: User[]; next: string | null } = await stores.users.list(
      { kind: 'everyone' },
      { limit: 100, after },
    )
    found.push(...page.items.filter(({ role, active }) => role === 'system_admin' && active))
    after = page.next
  } while (after !== null)
  return found
}
