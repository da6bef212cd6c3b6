import type { Context } from '../context.ts'
import type { RequestScope } from '../domain/permissions.ts'
import type { RatingFact } from '../domain/ratings.ts'

/** How the answers in a scope were rated, on any day; null where the scope is shown none. */
export async function gatherRatings(
  { stores }: Pick<Context, 'stores'>,
  scope: RequestScope,
): Promise<readonly RatingFact[] | null> {
  if (scope.kind === 'published') return null
  const ratings: RatingFact[] = []
  for await (const rating of stores.ratings.facts(scope)) ratings.push(rating)
  return ratings
}
