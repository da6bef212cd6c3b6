import type { Context } from '../context.ts'

/**
 * Removes sessions, links to recover a password, replies kept for repeated creates, and counts of failed
 * sign-ins that are over. Each is already without effect; this keeps the store small and personal data no
 * longer than needed.
 */
export async function purgeExpired({ stores, clock }: Pick<Context, 'stores' | 'clock'>) {
  const now = clock.now()
  return {
    sessions: await stores.sessions.removeExpired(now),
    replies: await stores.idempotency.removeExpired(now),
    recoveries: await stores.recoveries.removeExpired(now),
    attempts: await stores.loginAttempts.removeExpired(now),
  }
}
