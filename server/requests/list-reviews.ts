import type { Context } from '../context.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { RequestState } from '../domain/request/states.ts'
import type { Cursor, Page } from '../store/collection.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { listMatching, withSummaries, type Match } from './list-matching.ts'

/** From the review's filing to its fulfilment, what was broken first: LAIP, articles 54 to 60. */
export const reviewStates = [
  'revision_vencida',
  'incumplida',
  'en_revision',
  'revision_resuelta',
] as const satisfies readonly RequestState[]

interface Asked {
  readonly limit: number
  readonly cursor: Cursor | null
}

/**
 * A page of the reviews that an actor sees. Of the whole country, state by state, each with the first to fall due
 * first; of one side, among what is under way with it. The state is that of the last write: a term that ran out
 * since stands where it stood, and its row says so.
 */
export async function listReviews(context: Context, actor: Actor, asked: Asked): Promise<Page<Match>> {
  if (requestScopeOf(actor).kind === 'everything') return listByState(context, asked)
  const states: readonly RequestState[] = reviewStates
  return listMatching(context, actor, {
    ...{ ...asked, query: { view: 'en_curso' }, order: 'asc' },
    matches: ({ state }) => states.includes(state),
  })
}

async function listByState(context: Context, { limit, cursor }: Asked): Promise<Page<Match>> {
  const { requests } = context.stores
  const found: InformationRequest[] = []
  let { at, after } = positionIn(cursor)
  for (let state = reviewStates[at]; state !== undefined && found.length < limit; state = reviewStates[at]) {
    const query = { view: 'estado', state } as const
    const page = await requests.list({ kind: 'everything' }, query, { limit: limit - found.length, after })
    found.push(...page.items)
    after = page.next
    if (after === null) at += 1
  }
  const next = (await isMore(context, at, after)) ? `${at}.${after ?? ''}` : null
  return { items: await withSummaries(context, found), next }
}

/** A page that ends with a state is the last one where the states after it have nobody. */
async function isMore({ stores }: Context, at: number, after: Cursor | null): Promise<boolean> {
  if (after !== null) return true
  const counts = reviewStates
    .slice(at)
    .map(state => stores.requests.count({ kind: 'everything' }, { view: 'estado', state }, 1))
  return (await Promise.all(counts)).some(count => count > 0)
}

/** Which state, and where in it. */
function positionIn(cursor: Cursor | null): { at: number; after: Cursor | null } {
  const [, at = '0', after = ''] = /^([0-3])\.(.*)$/s.exec(cursor ?? '') ?? []
  return { at: Number(at), after: after === '' ? null : after }
}
