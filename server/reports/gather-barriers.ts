import type { Context } from '../context.ts'
import type { BarrierFact } from '../domain/barriers.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestScope } from '../domain/permissions.ts'

interface Told {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly scope: RequestScope
}

/** Barriers met on days of a period, as far as the scope sees them: an institution is not shown any (null). */
export async function gatherBarriers(
  { stores }: Pick<Context, 'stores'>,
  { from, to, scope }: Told,
): Promise<readonly BarrierFact[] | null> {
  if (scope.kind !== 'everything' && scope.kind !== 'organisation') return null
  const barriers: BarrierFact[] = []
  for await (const barrier of stores.barriers.between(from, to))
    if (scope.kind === 'everything' || barrier.organisationId === scope.organisationId) barriers.push(barrier)
  return barriers
}
