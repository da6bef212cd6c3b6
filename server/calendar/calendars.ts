import type { Clock } from '../clock.ts'
import { closuresFor, closuresKnownOn, type Closure } from '../domain/calendar/closures.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { CountingPolicy } from '../domain/law/counting-policy.ts'
import { officeCalendar } from '../domain/law/terms.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { ClosureStore } from '../store/closure-store.ts'
import type { Institution } from '../store/institution-store.ts'

/** How an institution's terms are counted, from the acuerdos on record. */
export interface Calendars {
  lawOf(institution: Counted): Promise<LawContext>
  /** As it could be known on a day: without the acuerdos published after it. */
  lawKnownOn(institution: Counted, day: CalendarDate): Promise<LawContext>
  /** As it would be with another acuerdo: for the before and after of a new closure. */
  lawWith(institution: Counted, closure: Closure): Promise<LawContext>
  /** As this site counted at an instant: without the acuerdos recorded after it, whenever they were published. */
  knownAt(instant: Date): Calendars
  /** Reads the acuerdos anew: after one was recorded here. */
  refresh(): void
}

type Counted = Pick<Institution, 'id' | 'inCapital' | 'cutoffMinutes'>

/** Another instance may record an acuerdo: this one knows of it after so many milliseconds. */
const freshFor = 2_000

/** The acuerdos as last read, and how each institution counts by them: a page of a list asks for every row. */
interface Known {
  readonly at: number
  readonly closures: Promise<readonly Closure[]>
  readonly laws: Map<string, LawContext>
}

export function createCalendars(
  closures: Pick<ClosureStore, 'all'>,
  policy: CountingPolicy,
  clock: Clock,
): Calendars {
  let cached: Known | null = null

  function known(): Known {
    const now = clock.now().getTime()
    // A clock that steps back must not keep an old list for ever.
    if (!cached || Math.abs(now - cached.at) > freshFor) {
      cached = { at: now, closures: closures.all(), laws: new Map() }
    }
    return cached
  }

  return {
    async lawOf(institution) {
      const { closures: recorded, laws } = known()
      const all = await recorded
      const { id, inCapital, cutoffMinutes } = institution
      const key = `${id} ${inCapital} ${cutoffMinutes}`
      const law = laws.get(key) ?? lawFor(institution, all, policy)
      laws.set(key, law)
      return law
    },
    async lawKnownOn(institution, day) {
      return lawFor(institution, closuresKnownOn(day, await known().closures), policy)
    },
    async lawWith(institution, closure) {
      return lawFor(institution, [...(await known().closures), closure], policy)
    },
    knownAt(instant) {
      const all = async () => (await closures.all()).filter(({ recordedAt }) => recordedAt <= instant)
      return createCalendars({ all }, policy, clock)
    },
    refresh() {
      cached = null
    },
  }
}

/** An office with a cut-off hour counts what comes after it as of the next working day. */
export function lawFor(
  institution: Counted,
  closures: readonly Closure[],
  policy: CountingPolicy,
): LawContext {
  const { id, inCapital, cutoffMinutes } = institution
  const local: CountingPolicy =
    cutoffMinutes === null ? policy : { ...policy, afterHours: 'next-working-day', cutoffMinutes }
  return {
    calendar: officeCalendar({ inCapital, closures: closuresFor(id, closures) }, local),
    policy: local,
  }
}
