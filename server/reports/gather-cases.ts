import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestScope } from '../domain/permissions.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { caseFactsOf } from '../domain/statistics/case-facts-of.ts'
import type { Institution } from '../store/institution-store.ts'

/** How many requests are folded before others get their turn. */
const batch = 40

/** A count has a limit; no country has as many. */
const mostCounted = 10_000_000

/** How far the pass has got. */
interface Gathered {
  readonly done: number
  readonly total: number
}

/**
 * The facts of every request in the scope as of a day. What happened after that day is not in them. A request
 * whose day of receipt is corrected meanwhile may pass by twice: it is one case, as it was seen last.
 */
export async function gatherCases(
  context: Context,
  scope: RequestScope,
  asOf: CalendarDate,
  onGathered: ((gathered: Gathered) => void) | null = null,
): Promise<CaseFacts[]> {
  const lawOf = await lawsOf(context)
  const { requests } = context.stores
  const total = onGathered ? await requests.count(scope, { view: 'todas', to: asOf }, mostCounted) : 0
  const cases = new Map<string, CaseFacts>()
  let seen = 0
  for await (const request of requests.historiesUpTo(asOf, scope)) {
    const facts = caseFactsOf(request, lawOf(request.institutionId), asOf)
    if (facts) cases.set(facts.id, facts)
    seen += 1
    if (seen % batch !== 0) continue
    onGathered?.({ done: seen, total: Math.max(seen, total) })
    await setImmediate()
  }
  return [...cases.values()]
}

/** One calendar an institution, all of the same moment. */
async function lawsOf({ stores, calendars }: Context): Promise<(institutionId: string) => LawContext> {
  const laws = new Map<string, LawContext>()
  const lawOf = await calendars.lawsNow()
  for await (const institution of stores.institutions.all()) laws.set(institution.id, lawOf(institution))
  const elsewhere = lawOf(unlisted)
  return id => laws.get(id) ?? elsewhere
}

const unlisted: Pick<Institution, 'id' | 'inCapital' | 'cutoffMinutes'> = {
  id: '',
  inCapital: false,
  cutoffMinutes: null,
}
