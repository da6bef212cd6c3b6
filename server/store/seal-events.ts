import { createHash, randomUUID } from 'node:crypto'
import { canonicalEvent } from '../domain/audit/canonical.ts'
import type { Act, Actor, RequestEvent } from '../domain/request/events.ts'

/** Acts of one actor, about to be recorded. */
export interface Signed {
  readonly acts: readonly Act[]
  readonly actor: Actor
  /** Where these were recorded at another instant than the rest: in a made-up population. */
  readonly recordedAt?: Date
}

/** The passing of time, where it writes something down. */
export const systemActor: Actor = {
  userId: 'system',
  role: 'system',
  organisationId: null,
  institutionId: null,
}

/**
 * Turns acts into events: an id, the server's instant of recording, and the hash of the event before, so
 * that a history cannot be reordered or thinned out unseen. What time itself decided is signed by the system.
 * @param newId makes each event's id; another source of ids makes a population that can be made again.
 */
export function sealEvents(
  before: RequestEvent | undefined,
  signed: readonly Signed[],
  recordedAt: Date,
  newId: () => string = randomUUID,
): RequestEvent[] {
  const sealed: RequestEvent[] = []
  let last = before
  for (const { acts, actor, recordedAt: at = recordedAt } of signed) {
    for (const act of acts) {
      last = seal(act, { id: newId(), recordedAt: at, actor: isOfTime(act) ? systemActor : actor }, last)
      sealed.push(last)
    }
  }
  return sealed
}

/** SHA-256 (hex) of an event's canonical form. */
export function hashOfEvent(event: RequestEvent): string {
  return createHash('sha256').update(canonicalEvent(event)).digest('hex')
}

function seal(
  act: Act,
  { id, recordedAt, actor }: Pick<RequestEvent, 'id' | 'recordedAt' | 'actor'>,
  before: RequestEvent | undefined,
): RequestEvent {
  return { id, ...act, recordedAt, actor, prev: before ? hashOfEvent(before) : '' }
}

function isOfTime({ type }: Act): boolean {
  return type === 'lapsed' || type === 'closed' || type === 'recounted'
}
