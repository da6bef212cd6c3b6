import { hash } from 'node:crypto'
import session, { type SessionData } from 'express-session'
import type { Context } from '../context.ts'
import type { StoredSession } from '../store/session-store.ts'
import type {} from './session-types.ts'

type Done<T> = (error?: unknown, result?: T) => void

/** A session is written again for being used only after this long: every request would be a write. */
const touchEvery = 60_000

/**
 * Keeps sessions in our store, under the SHA-256 of their id, with an idle and an absolute limit.
 * A class because express-session takes nothing else: its stores inherit from its own.
 */
export class SessionStoreAdapter extends session.Store {
  readonly #context: Pick<Context, 'stores' | 'clock' | 'config'>

  constructor(context: Pick<Context, 'stores' | 'clock' | 'config'>) {
    super()
    this.#context = context
  }

  override get(sid: string, done: Done<SessionData | null>): void {
    settle(this.#read(sid), done)
  }

  override set(sid: string, data: SessionData, done: Done<void> = ignore): void {
    const userId = data.passport?.user ?? null
    const record = { id: sessionKeyOf(sid), userId, data: JSON.stringify(data), expiresAt: this.#idleLimit() }
    const { sessions } = this.#context.stores
    settle(data.kept ? sessions.change(record) : sessions.save(record), done)
  }

  override destroy(sid: string, done: Done<void> = ignore): void {
    settle(this.#context.stores.sessions.remove(sessionKeyOf(sid)), done)
  }

  async #read(sid: string): Promise<SessionData | null> {
    const { stores, clock, config } = this.#context
    const stored = await stores.sessions.find(sessionKeyOf(sid))
    if (!stored) return null
    const data: SessionData = JSON.parse(stored.data)
    const now = clock.now().getTime()
    const absoluteLimit = (data.signedInAt ?? now) + config.session.hours * 3_600_000
    if (now < stored.expiresAt.getTime() && now < absoluteLimit) {
      await this.#prolong(stored)
      return { ...data, kept: true }
    }
    await stores.sessions.remove(stored.id)
    return null
  }

  /** Here and not in `touch`, for which express-session would hold back the end of every answer. */
  async #prolong({ id, expiresAt }: StoredSession): Promise<void> {
    const limit = this.#idleLimit()
    if (limit.getTime() - expiresAt.getTime() < touchEvery) return
    await this.#context.stores.sessions.prolong(id, limit)
  }

  #idleLimit(): Date {
    const { clock, config } = this.#context
    return new Date(clock.now().getTime() + config.session.idleMinutes * 60_000)
  }
}

/** Under which a session is kept: from it nobody can make the cookie. */
export function sessionKeyOf(sid: string): string {
  return hash('sha256', sid, 'hex')
}

function settle<T>(work: Promise<T>, done: Done<T>): void {
  work.then(
    result => done(null, result),
    (error: unknown) => done(error),
  )
}

function ignore(): void {}
