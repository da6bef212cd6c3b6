import type { Context } from '../context.ts'
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import type { CalendarChange, LawsAround } from '../recounts/moved-requests.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { lawsBy } from './calendars.ts'
import { reaches } from './closure-from.ts'

/**
 * What a closure changes in how requests are counted.
 * @param knownAt when it was recorded; null for a preview.
 */
export async function closureChange(
  context: Pick<Context, 'stores' | 'config' | 'clock'>,
  closure: Closure,
  knownAt: Date | null,
): Promise<CalendarChange> {
  const lawsOf = await lawsAround(context, closure)
  return { id: closure.id, knownAt, lawsOf, candidates: candidates(context, firstDayOf(closure)) }
}

/** No term still running reaches further back than this, but for the duties that are unmet. */
const longestTermDays = 400

/**
 * Requests with a term that could hold the day: all that are unfinished, those of which something is owed or that
 * time has still to mark, whatever their state; and, if the day is past, also the recent ones and those due from
 * it on, which it may open again. What is over by the present is not opened by a day that has yet to come.
 */
async function* candidates(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  day: CalendarDate,
): AsyncGenerator<InformationRequest> {
  const { requests } = stores
  const seen = new Set<string>()
  for await (const request of requests.unfinished()) {
    if (seen.has(request.id)) continue
    seen.add(request.id)
    yield request
  }
  const past = [requests.idsDueFrom(day), requests.idsReceivedFrom(addDays(day, -longestTermDays))]
  for (const ids of [requests.idsOwed(), requests.idsWithMarks(), ...(day < clock.today() ? past : [])]) {
    for await (const id of ids) {
      if (seen.has(id)) continue
      seen.add(id)
      const request = await requests.find(id, { kind: 'everything' })
      if (request) yield request
    }
  }
}

/** How each institution that the closure reaches counts without it and with it. */
async function lawsAround(
  { stores, config }: Pick<Context, 'stores' | 'config'>,
  closure: Closure,
): Promise<(institutionId: string) => LawsAround | undefined> {
  const others = (await stores.closures.all()).filter(({ id }) => id !== closure.id)
  const lawBefore = lawsBy(others, config.policy)
  const lawAfter = lawsBy([...others, closure], config.policy)
  const laws = new Map<string, LawsAround>()
  for await (const institution of stores.institutions.all()) {
    if (!reaches(closure, institution)) continue
    const after = lawAfter(institution)
    laws.set(institution.id, { institution, before: lawBefore(institution), after })
  }
  return institutionId => laws.get(institutionId)
}

function firstDayOf({ days }: Closure): CalendarDate {
  return days.reduce((first, day) => (day < first ? day : first))
}
