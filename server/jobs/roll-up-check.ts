import type { Context } from '../context.ts'
import { checkRollUps, type CheckedRollUps } from '../roll-ups/check-roll-ups.ts'
import { messageId } from '../store/outbox-store.ts'
import { systemActor } from '../store/seal-events.ts'

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
  const administrators = await stores.users.activeAs('system_admin')
  await stores.outbox.addMissing(
    administrators.map(({ id: recipientId }) => ({
      id: messageId('roll_up_difference', day, recipientId),
      ...{ recipientId, rule: 'roll_up_difference' as const, requestId: 'roll-ups', createdAt },
      ...{ reference: differing[0] ?? '', article: null, clock: null, day, path: '/bitacora' },
    })),
  )
}
