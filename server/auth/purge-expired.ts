import type { Context } from '../context.ts'

const dayMs = 24 * 60 * 60_000

/**
 * Removes sessions, links to recover a password, replies kept for repeated creates, and counts of failed
 * sign-ins that are over, and forms put away that nobody has gone on with for `config.draftDays`. This keeps the
 * store small and personal data no longer than needed.
 */
export async function purgeExpired({ stores, clock, config }: Pick<Context, 'stores' | 'clock' | 'config'>) {
  const now = clock.now()
  return {
    sessions: await stores.sessions.removeExpired(now),
    replies: await stores.idempotency.removeExpired(now),
    recoveries: await stores.recoveries.removeExpired(now),
    attempts: await stores.loginAttempts.removeExpired(now),
    drafts: await stores.drafts.removeSavedBefore(new Date(now.getTime() - config.draftDays * dayMs)),
  }
}
