import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { caseFactsOf } from '../domain/statistics/case-facts-of.ts'
import { publicActor } from '../http/actor.ts'
import type { Institution } from '../store/institution-store.ts'
import type { RequestHistory } from '../store/request-store.ts'

type ReadingContext = Pick<Context, 'stores' | 'calendars' | 'log'>

/** How many requests are folded before others get their turn. */
const batch = 40

/**
 * The published requests as facts as of a day, by day of receipt: one pass, of which nothing is kept. One that
 * cannot be folded is logged and left out; one whose day of receipt is corrected meanwhile may come twice.
 */
export async function* publishedCases(
  context: ReadingContext,
  asOf: CalendarDate,
): AsyncGenerator<CaseFacts> {
  const lawOf = await lawsOf(context)
  let seen = 0
  for await (const request of context.stores.requests.historiesUpTo(asOf, requestScopeOf(publicActor))) {
    const facts = factsOrLog(context, request, lawOf(request.institutionId), asOf)
    if (facts) yield facts
    seen += 1
    if (seen % batch === 0) await setImmediate()
  }
}

function factsOrLog(
  { log }: ReadingContext,
  request: RequestHistory,
  law: LawContext,
  asOf: CalendarDate,
): CaseFacts | null {
  try {
    return caseFactsOf(request, law, asOf)
  } catch (err) {
    log.error({ err, requestId: request.id }, 'A request could not be counted')
    return null
  }
}

async function lawsOf({ stores, calendars }: ReadingContext): Promise<(institutionId: string) => LawContext> {
  const laws = new Map<string, LawContext>()
  for await (const institution of stores.institutions.all())
    laws.set(institution.id, await calendars.lawOf(institution))
  const elsewhere = await calendars.lawOf(unlisted)
  return id => laws.get(id) ?? elsewhere
}

const unlisted: Pick<Institution, 'id' | 'inCapital' | 'cutoffMinutes'> = {
  id: '',
  inCapital: false,
  cutoffMinutes: null,
}
