import type { Context } from '../context.ts'
import { decideReply, type Challengeable, type EditionDecision } from '../domain/editions/edition.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { EditionChallenge, EditionReply } from '../store/edition-word-store.ts'
import { foundEdition, requireEditor } from './edit-edition.ts'

type Needs = Pick<Context, 'stores' | 'clock'>

/**
 * The institution's one reply, kept and printed word for word.
 * @throws AppError 'forbidden', 'not-found', 'edition-not-in-that-state', 'reply-term-over', 'already-replied'
 */
export async function replyTo(
  context: Needs,
  actor: Actor,
  { id, text }: { id: string; text: string },
): Promise<EditionReply> {
  const institutionId = await speakerFor(context, actor, id)
  const reply: EditionReply = {
    ...{ id: `${id}:${institutionId}`, editionId: id, institutionId, text },
    ...{ at: context.clock.now(), by: actor.userId, version: 1 },
  }
  await context.stores.editionWords.reply(reply)
  return reply
}

/** A figure held to be wrong. @throws AppError as `replyTo`, and 'duplicate' for an id that was used */
export async function challengeFigure(
  context: Needs,
  actor: Actor,
  given: { editionId: string; id: string; figure: Challengeable; claim: string },
): Promise<EditionChallenge> {
  const institutionId = await speakerFor(context, actor, given.editionId)
  const challenge: EditionChallenge = {
    ...{ ...given, institutionId, at: context.clock.now(), by: actor.userId, state: 'abierta' },
    ...{ reason: null, decidedAt: null, decidedBy: null, version: 1 },
  }
  await context.stores.editionWords.challenge(challenge)
  return challenge
}

/** Upheld or rejected, once, with a reason that is printed. @throws AppError 'forbidden', 'not-found', 'stale' */
export async function decideChallenge(
  { stores, clock }: Needs,
  actor: Actor,
  given: { id: string; version: number; state: 'admitida' | 'rechazada'; reason: string },
): Promise<EditionChallenge> {
  requireEditor(actor)
  const { id, version, state, reason } = given
  const challenge = await stores.editionWords.findChallenge(id)
  if (!challenge) throw new AppError('not-found')
  const edition = await foundEdition({ stores }, challenge.editionId)
  if (edition.state !== 'in_reply') throw new AppError('edition-not-in-that-state')
  if (challenge.state !== 'abierta') throw new AppError('stale', { id })
  const decided = { state, reason, decidedAt: clock.now(), decidedBy: actor.userId }
  return stores.editionWords.decide(id, version, decided)
}

/** The institution for which somebody speaks to an edition. */
async function speakerFor({ stores, clock }: Needs, actor: Actor, id: string): Promise<string> {
  const { institutionId } = actor
  if (!hasPermission(actor, 'replyToEditions') || institutionId === null) throw new AppError('forbidden')
  const edition = await foundEdition({ stores }, id)
  requireAllowed(decideReply(edition, institutionId, clock.today()))
  return institutionId
}

/** @throws AppError with the refusal's code */
export function requireAllowed(decision: EditionDecision): void {
  if (!decision.ok) throw new AppError(decision.refusal, { until: decision.until ?? '–' })
}
