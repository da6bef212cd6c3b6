import type { Context } from '../context.ts'

/** A session as its owner knows it: since when, and on what. */
export interface OwnSession {
  readonly id: string
  readonly device: string
  readonly since: Date | null
  readonly current: boolean
}

/** The sessions of an account that still open something, this one first and then the newest. */
export async function ownSessions(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  userId: string,
  currentId: string,
): Promise<OwnSession[]> {
  const now = clock.now()
  const open = (await stores.sessions.ofUser(userId)).filter(({ expiresAt }) => expiresAt > now)
  return open
    .map(({ id, data }) => ({ id, ...readSession(data), current: id === currentId }))
    .sort(
      (a, b) =>
        Number(b.current) - Number(a.current) || (b.since?.getTime() ?? 0) - (a.since?.getTime() ?? 0),
    )
}

function readSession(data: string): Pick<OwnSession, 'device' | 'since'> {
  const session: unknown = JSON.parse(data)
  if (typeof session !== 'object' || session === null) return { device: '', since: null }
  const device = 'device' in session && typeof session.device === 'string' ? session.device : ''
  const at = 'signedInAt' in session && typeof session.signedInAt === 'number' ? session.signedInAt : null
  return { device, since: at === null ? null : new Date(at) }
}
