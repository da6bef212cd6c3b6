import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RequestScope } from '../domain/permissions.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { caseFactsOf } from '../domain/statistics/case-facts-of.ts'
import { reasonFor, type CaseQuestion } from '../domain/statistics/case-relevance.ts'
import { createCaseTable } from '../domain/statistics/case-table.ts'
import { createSeenIds } from '../domain/statistics/seen-ids.ts'
import type { Institution } from '../store/institution-store.ts'

/** How many requests are folded before others get their turn. */
const batch = 40

/** A count has a limit; no country has as many. */
const mostCounted = 10_000_000

/** How far the pass has got. */
interface Passed {
  readonly done: number
  readonly total: number
}

type OnPassed = ((passed: Passed) => void) | null

/**
 * The facts of every request in the scope as of a day. What happened after that day is not in them. A request
 * whose day of receipt is corrected meanwhile may pass by twice: it is one case, as it was seen last.
 */
export async function gatherCases(
  context: Context,
  scope: RequestScope,
  asOf: CalendarDate,
): Promise<CaseFacts[]> {
  const cases = new Map<string, CaseFacts>()
  await passCases(context, { scope, asOf, onPassed: null }, facts => cases.set(facts.id, facts))
  return [...cases.values()]
}

/** The cases that a report asks for, and of how many in its scope. */
export interface Gathered {
  /** As `CaseTable` reads them. */
  readonly cases: readonly CaseFacts[]
  /** As the day of the question knows them, the ones that it does not ask for among them. */
  readonly knownCount: number
}

/** As `gatherCases`, of those that a report asks for: what is held grows with its period, not with the record. */
export async function gatherAsked(
  context: Context,
  scope: RequestScope,
  question: CaseQuestion,
  onPassed: OnPassed = null,
): Promise<Gathered> {
  const table = createCaseTable()
  const known = createSeenIds()
  const reason = reasonFor(question)
  let knownCount = 0
  await passCases(context, { scope, asOf: question.window.asOf, onPassed }, facts => {
    if (known.add(facts.id)) knownCount += 1
    else table.remove(facts.id)
    if (reason(facts) !== null) table.add(facts)
  })
  return { cases: table.cases(), knownCount }
}

interface Pass {
  readonly scope: RequestScope
  readonly asOf: CalendarDate
  readonly onPassed: OnPassed
}

async function passCases(
  context: Context,
  { scope, asOf, onPassed }: Pass,
  onFacts: (facts: CaseFacts) => void,
): Promise<void> {
  const lawOf = await lawsOf(context)
  const { requests } = context.stores
  const total = onPassed ? await requests.count(scope, { view: 'todas', to: asOf }, mostCounted) : 0
  let done = 0
  for await (const request of requests.historiesUpTo(asOf, scope)) {
    const facts = caseFactsOf(request, lawOf(request.institutionId), asOf)
    if (facts) onFacts(facts)
    done += 1
    if (done % batch !== 0) continue
    onPassed?.({ done, total: Math.max(done, total) })
    await setImmediate()
  }
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
