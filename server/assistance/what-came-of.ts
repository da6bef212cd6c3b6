import type { Context } from '../context.ts'
import { caseResults, resultOf, type CaseResult, type CaseResults } from '../domain/register/case-results.ts'
import { caseFactsOf } from '../domain/statistics/case-facts-of.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'

export interface HelpedCase {
  readonly id: string
  readonly reference: string
  readonly result: CaseResult
}

export interface WhatCameOf {
  readonly results: CaseResults
  readonly helped: readonly HelpedCase[]
}

/** Of the cases that were helped, as their own histories stand today. */
export async function whatCameOf(
  context: Pick<Context, 'stores' | 'calendars' | 'clock'>,
  requestIds: readonly string[],
): Promise<WhatCameOf> {
  const cases = await factsOf(context, requestIds)
  return {
    results: caseResults(cases),
    helped: cases.map(facts => ({ id: facts.id, reference: facts.reference, result: resultOf(facts) })),
  }
}

async function factsOf(
  { stores, calendars, clock }: Pick<Context, 'stores' | 'calendars' | 'clock'>,
  requestIds: readonly string[],
): Promise<CaseFacts[]> {
  const today = clock.today()
  const cases: CaseFacts[] = []
  for (const id of new Set(requestIds)) {
    const request = await stores.requests.find(id, { kind: 'everything' })
    if (!request) continue
    const institution = await stores.institutions.find(request.institutionId)
    const law = await calendars.lawOf(institution ?? { id: '', inCapital: false, cutoffMinutes: null })
    const facts = caseFactsOf(request, law, today)
    if (facts) cases.push(facts)
  }
  return cases
}
