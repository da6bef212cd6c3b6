import type { Context } from '../../../server/context.ts'
import { foldedFieldsOf } from '../../../server/domain/request/folded-fields.ts'
import type { Act, Actor } from '../../../server/domain/request/events.ts'
import { contributionOf } from '../../../server/domain/statistics/contribution.ts'
import { createMonthCounter, type MonthCount } from '../../../server/domain/statistics/month-count.ts'
import { sealEvents } from '../../../server/store/seal-events.ts'

/** Records acts of one actor on a request, as the actions do. */
export async function record(
  { stores, calendars, clock }: Context,
  id: string,
  actor: Actor,
  acts: readonly Act[],
): Promise<void> {
  const request = await stores.requests.find(id, { kind: 'everything' })
  const institution = request && (await stores.institutions.find(request.institutionId))
  if (!request || !institution) throw new Error(`No request ${id}`)
  const law = await calendars.lawOf(institution)
  const events = sealEvents(request.events.at(-1), [{ acts, actor }], clock.now())
  const after = { ...request, events: [...request.events, ...events] }
  await stores.requests.append(request, events, foldedFieldsOf(after, law, clock.today()))
}

/** What is kept of each month that has requests, by `institution:month`. */
export async function keptCounts({ stores }: Context): Promise<ReadonlyMap<string, MonthCount>> {
  const found = new Map<string, MonthCount>()
  for await (const institutionId of stores.rollUps.institutionsAsked())
    for (const { count } of await stores.rollUps.monthsOf(institutionId))
      if (count.known > 0) found.set(`${institutionId}:${count.month}`, count)
  return found
}

/** The same, folded from every request on this day: one pass that knows nothing of what is kept. */
export async function naiveCounts({
  stores,
  calendars,
  clock,
}: Context): Promise<ReadonlyMap<string, MonthCount>> {
  const counters = new Map<string, ReturnType<typeof createMonthCounter>>()
  const today = clock.today()
  for await (const request of stores.requests.historiesUpTo(today, { kind: 'everything' })) {
    const { institutionId, receivedOn } = request
    const institution = await stores.institutions.find(institutionId)
    const law = await calendars.lawOf(institution ?? { id: '', inCapital: false, cutoffMinutes: null })
    const month = receivedOn.slice(0, 7)
    const key = `${institutionId}:${month}`
    const counter = counters.get(key) ?? createMonthCounter(institutionId, month)
    counters.set(key, counter)
    counter.add(request.published, contributionOf(request, law, today))
  }
  return new Map([...counters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, each.count()]))
}
