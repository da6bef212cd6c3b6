import { lawFor } from '../calendar/calendars.ts'
import type { Context } from '../context.ts'
import type { Institution, OfficeChange, OfficeHours } from '../store/institution-store.ts'
import type { CalendarChange } from './moved-requests.ts'
import { foreseeMoves, tellMoves, type DeadlineMove, type Moves, type ToldMoves } from './tell-moves.ts'

/** What a change of an office's hours would move; nothing is written. */
export async function foreseeOffice(
  context: Context,
  office: Institution,
  after: OfficeHours,
): Promise<Moves> {
  const change = { id: '', changedAt: null, before: office, after }
  return foreseeMoves(context, await calendarChange(context, { ...office, ...after }, change))
}

/**
 * Tells the requests of an office what changes of its hours moved, as far as they were not told. A change is
 * kept with the office until every history says so: what is cut off half-way is made up by the next call.
 * Null where there was nothing to tell.
 */
export async function recountOffice(context: Context, institutionId: string): Promise<ToldMoves | null> {
  const { institutions } = context.stores
  const found = await institutions.findWithChanges(institutionId)
  if (!found || found.changes.length === 0) return null
  const told: ToldMoves[] = []
  // In their order: the second starts from the days to which the first moved.
  for (const change of found.changes) {
    const one = await tellMoves(context, await calendarChange(context, found.institution, change))
    told.push(one)
    if (one.failed.length === 0) await institutions.settleChange(institutionId, change.id)
  }
  return together(told)
}

/** As `recountOffice`, for all of them. An office that fails is logged and counted, and the others go on. */
export async function recountOffices(context: Context): Promise<{ told: number; failed: number }> {
  const sum = { told: 0, failed: 0 }
  for (const id of await context.stores.institutions.withChanges()) {
    try {
      const { requests, failed } = (await recountOffice(context, id)) ?? { requests: 0, failed: [] }
      sum.told += requests - failed.length
      sum.failed += failed.length
    } catch (err) {
      sum.failed += 1
      context.log.error({ err, institutionId: id }, 'The requests of an office could not be recounted')
    }
  }
  return sum
}

type AskedChange = Pick<OfficeChange, 'id' | 'before' | 'after'> & { readonly changedAt: Date | null }

/** Every request of the office counts: 15 August and the hour of closing are of every year. */
async function calendarChange(
  { stores, config }: Context,
  institution: Institution,
  { id, changedAt, before, after }: AskedChange,
): Promise<CalendarChange> {
  const closures = await stores.closures.all()
  const law = (hours: OfficeHours) => lawFor({ ...institution, ...hoursOf(hours) }, closures, config.policy)
  const laws = { institution, before: law(before), after: law(after) }
  return {
    id,
    knownAt: changedAt,
    lawsOf: () => laws,
    candidates: stores.requests.ofInstitution(institution.id),
  }
}

function hoursOf({ inCapital, cutoffMinutes }: OfficeHours): OfficeHours {
  return { inCapital, cutoffMinutes }
}

function together(told: readonly ToldMoves[]): ToldMoves {
  const moves: readonly DeadlineMove[] = told.flatMap(each => each.moves)
  return {
    requests: new Set(moves.map(({ requestId }) => requestId)).size,
    moves,
    failed: told.flatMap(({ failed }) => failed),
  }
}
