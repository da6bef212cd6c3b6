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
  /** `lawOf` for many, all as of one moment. */
  lawsNow(): Promise<(institution: Counted) => LawContext>
  /** As it could be known on a day: without the acuerdos published after it. */
  lawKnownOn(institution: Counted, day: CalendarDate): Promise<LawContext>
  /** As it would be with another acuerdo: for the before and after of a new closure. */
  lawWith(institution: Counted, closure: Closure): Promise<LawContext>
  /** As this site counted at an instant: without the acuerdos recorded after it, whenever they were published. */
  knownAt(instant: Date): Calendars
}

type Counted = Pick<Institution, 'id' | 'inCapital' | 'cutoffMinutes'>

/** More than there are institutions: the hour of closing may be anybody's question. */
const mostLaws = 10_000

/** The acuerdos as last read, and how each institution counts by them: a page of a list asks for every row. */
interface Known {
  readonly version: number
  readonly closures: Promise<readonly Closure[]>
  readonly laws: Map<string, LawContext>
}

/** An acuerdo that any instance has recorded counts from the next question on; until then nothing is read anew. */
export function createCalendars(
  closures: Pick<ClosureStore, 'all' | 'version'>,
  policy: CountingPolicy,
): Calendars {
  let last: Known | null = null

  async function known(): Promise<Known> {
    const version = await closures.version()
    if (last?.version === version) return last
    const read: Known = { version, closures: closures.all(), laws: new Map() }
    last = read
    // One that could not be read is asked for again.
    read.closures.catch(() => (last = last === read ? null : last))
    return read
  }

  async function lawsNow() {
    const { closures: reading, laws } = await known()
    const recorded = await reading
    return (institution: Counted) => {
      const { id, inCapital, cutoffMinutes } = institution
      const key = `${id} ${inCapital} ${cutoffMinutes}`
      const law = laws.get(key) ?? lawFor(institution, recorded, policy)
      if (laws.size >= mostLaws) laws.clear()
      laws.set(key, law)
      return law
    }
  }

  return {
    lawOf: async institution => (await lawsNow())(institution),
    lawsNow,
    async lawKnownOn(institution, day) {
      return lawFor(institution, closuresKnownOn(day, await (await known()).closures), policy)
    },
    async lawWith(institution, closure) {
      return lawFor(institution, [...(await (await known()).closures), closure], policy)
    },
    knownAt(instant) {
      const all = async () => (await closures.all()).filter(({ recordedAt }) => recordedAt <= instant)
      return createCalendars({ all, version: closures.version }, policy)
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

/** `lawFor` of many institutions by the same acuerdos: those that count alike have one law between them. */
export function lawsBy(
  closures: readonly Closure[],
  policy: CountingPolicy,
): (institution: Counted) => LawContext {
  const laws = new Map<string, LawContext>()
  return institution => {
    const { id, inCapital, cutoffMinutes } = institution
    const reaching = closuresFor(id, closures).map(closure => closure.id)
    const key = [inCapital, cutoffMinutes, ...reaching].join('\n')
    const law = laws.get(key) ?? lawFor(institution, closures, policy)
    laws.set(key, law)
    return law
  }
}
