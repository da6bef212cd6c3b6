import type { Context } from '../context.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { ClaimedState } from '../domain/register/recommendation-states.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Recommendation } from '../store/recommendation-store.ts'

type Needs = Pick<Context, 'stores' | 'clock'>

const mostWords = 20

/** What an institution is asked to do, by itself or with all others, the latest first; nothing annulled. */
export async function recommendationsFor(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
): Promise<readonly Recommendation[]> {
  const institutionId = institutionOf(actor)
  const own = await stores.recommendations.addressedTo(institutionId)
  const everyones = await stores.recommendations.addressedTo(null)
  return [...own, ...everyones]
    .filter(({ annulled }) => !annulled)
    .sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
    .map(item => onlyOwnWords(item, institutionId))
}

/** @throws AppError 'forbidden', 'not-found' (also what is addressed to another, or was annulled) */
export async function recommendationFor(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  id: string,
): Promise<Recommendation> {
  const institutionId = institutionOf(actor)
  const item = await stores.recommendations.find(id)
  const isTheirs = item?.institutionId === null || item?.institutionId === institutionId
  if (!item || item.annulled || !isTheirs) throw new AppError('not-found')
  return onlyOwnWords(item, institutionId)
}

/**
 * Keeps what an institution says it did, word for word. The state stays as the coordination judged it. The same
 * words twice are said once.
 * @throws AppError 'forbidden', 'not-found', 'stale', 'invalid-input' (it spoke twenty times)
 */
export async function sayWhatWasDone(
  context: Needs,
  actor: Actor,
  { id, state, text }: { id: string; state: ClaimedState; text: string },
): Promise<Recommendation> {
  if (!hasPermission(actor, 'answerRecommendations')) throw new AppError('forbidden')
  const institutionId = institutionOf(actor)
  const own = await recommendationFor(context, actor, id)
  const last = own.words.at(-1)
  if (last?.text === text && last.state === state) return own
  if (own.words.length >= mostWords) throw invalidInput([fault('text', 'recommendation.many')])
  const said = { institutionId, state, text, at: context.clock.now(), by: actor.userId }
  return onlyOwnWords(await context.stores.recommendations.hear(id, own.version, said), institutionId)
}

function institutionOf(actor: Actor): string {
  const { institutionId } = actor
  if (!hasPermission(actor, 'readRecommendations') || institutionId === null) throw new AppError('forbidden')
  return institutionId
}

function onlyOwnWords(item: Recommendation, institutionId: string): Recommendation {
  return { ...item, words: item.words.filter(word => word.institutionId === institutionId) }
}
