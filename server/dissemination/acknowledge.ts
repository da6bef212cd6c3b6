import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Dissemination } from '../store/dissemination-store.ts'
import { entryOfToken } from './link.ts'

type Needs = Pick<Context, 'stores' | 'clock'>

const mostAnswers = 20
const mostTries = 5

/**
 * Says that the report reached its receiver, once: a second time changes nothing and tells the first instant.
 * @throws AppError 'not-found' (the link is not good), 'stale' (others never stop changing it)
 */
export async function acknowledge(context: Needs, token: string): Promise<Dissemination> {
  return whileItMoves(context, token, async item =>
    item.acknowledgedAt ? item : context.stores.disseminations.acknowledge(item, context.clock.now()),
  )
}

/**
 * Keeps the receiver's words as they are; the same words twice are one answer. To answer is to have received.
 * @throws AppError as `acknowledge`, and 'invalid-input' where there are twenty already
 */
export async function answer(context: Needs, token: string, text: string): Promise<Dissemination> {
  await acknowledge(context, token)
  return whileItMoves(context, token, async item => {
    if (item.answers.some(given => given.text === text)) return item
    if (item.answers.length >= mostAnswers) throw invalidInput([fault('text', 'answer.many')])
    return context.stores.disseminations.answer(item, { at: context.clock.now(), text })
  })
}

/** Again from what is there now, where somebody else changed the entry in between. */
async function whileItMoves(
  context: Needs,
  token: string,
  change: (item: Dissemination) => Promise<Dissemination | null>,
): Promise<Dissemination> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const changed = await change(await entryOfToken(context, token))
    if (changed) return changed
  }
  throw new AppError('stale')
}
