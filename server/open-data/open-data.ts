import { activity4Figures, type Activity4Figures } from '../../reports/activity-4/figures.ts'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import { requestScopeOf, type RequestScope } from '../domain/permissions.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { publicActor } from '../http/actor.ts'
import type { Institution } from '../store/institution-store.ts'
import { createBudget } from './budget.ts'
import { recentlyKept } from './recently-kept.ts'
import { casesWithin, institutionsWithin, lastTwelveMonths, type Selection } from './selection.ts'

/** What anyone may know: the published requests as facts, without a word of them (LAIP 31). */
export interface PublishedRecord {
  readonly asOf: CalendarDate
  readonly takenAt: Date
  readonly cases: readonly CaseFacts[]
  /** The whole register, by name: those no longer active may have requests. */
  readonly institutions: readonly Institution[]
  readonly closures: readonly Closure[]
  /** Of an office in the capital, with the closures that reach every office. */
  readonly law: LawContext
}

/** The figures of a selection, as the Activity 4 report computes them, over what is published. */
export interface OpenFigures extends Pick<
  Activity4Figures,
  | 'period'
  | 'asOf'
  | 'methodVersion'
  | 'calendarVersion'
  | 'indicators'
  | 'institutions'
  | 'byInstitution'
  | 'byInstitutionKind'
  | 'monthly'
> {
  readonly takenAt: Date
}

/** Reads the facts of every request in a scope as of a day. */
export type GatherCases = (
  context: Context,
  scope: RequestScope,
  asOf: CalendarDate,
) => Promise<readonly CaseFacts[]>

export interface OpenData {
  /** As of today, and never older than `mostMinutesOld`. */
  record(): Promise<PublishedRecord>
  /** @throws AppError 'too-many-requests' where too much was asked for anew within a minute. */
  figures(selection: Selection): Promise<OpenFigures>
}

/** No figure, list or file of the public pages is older than this. */
export const mostMinutesOld = 10

/** From this age on the record is read anew while the old one still serves. */
const renewedAfterMinutes = 5

const mostSelections = 60

/** Requests that figures nobody has asked for yet may be folded from in a minute: some seconds of a core. */
const foldedPerMinute = 200_000

/**
 * What the public pages and files are made from. Read once and kept for some minutes, never past midnight:
 * a page then costs no pass over the requests.
 */
export function createOpenData(context: Context, gather: GatherCases): OpenData {
  const figuresOf = new WeakMap<PublishedRecord, Map<string, OpenFigures>>()
  const record = recentlyKept(() => readRecord(context, gather), {
    now: () => context.clock.now().getTime(),
    isFor: kept => kept.asOf === context.clock.today(),
    renewAfter: renewedAfterMinutes * 60_000,
    dropAfter: mostMinutesOld * 60_000,
    onFailure: error => context.log.error({ err: error }, 'The open data could not be read anew'),
  })
  const budget = createBudget({ now: () => context.clock.now().getTime(), perMinute: foldedPerMinute })
  return {
    record,
    async figures(selection) {
      const current = await record()
      const known = figuresOf.get(current) ?? new Map<string, OpenFigures>()
      figuresOf.set(current, known)
      const key = JSON.stringify([selection.from, selection.to, selection.kind, selection.institutionId])
      const kept = known.get(key)
      if (kept) return kept
      const cases = casesWithin(current, selection)
      if (!isUsual(current, selection)) budget.spend(cases.length)
      const made = computeFigures(current, selection, cases)
      if (known.size >= mostSelections) known.clear()
      known.set(key, made)
      return made
    },
  }
}

async function readRecord(context: Context, gather: GatherCases): Promise<PublishedRecord> {
  const { stores, calendars, clock } = context
  const asOf = clock.today()
  const takenAt = clock.now()
  const institutions: Institution[] = []
  for await (const institution of stores.institutions.all()) institutions.push(institution)
  return {
    asOf,
    takenAt,
    cases: await gather(context, requestScopeOf(publicActor), asOf),
    institutions: institutions.sort((a, b) => a.name.localeCompare(b.name, 'es')),
    closures: (await stores.closures.all()).map(publicClosure),
    law: await calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null }),
  }
}

/** Without who entered it and when. */
function publicClosure(closure: Closure): Closure {
  const { id, days, name, source, publishedOn, scope, countsAsNonWorking, doubt } = closure
  return { id, days, name, source, publishedOn, scope, countsAsNonWorking, doubt }
}

/** What the home page, the list and the dashboard open with is never refused. */
function isUsual({ asOf }: PublishedRecord, { from, to, kind, institutionId }: Selection): boolean {
  const usual = lastTwelveMonths(asOf)
  return kind === null && institutionId === null && from === usual.from && to === usual.to
}

function computeFigures(
  record: PublishedRecord,
  selection: Selection,
  cases: readonly CaseFacts[],
): OpenFigures {
  const { law, asOf, takenAt } = record
  const figures = activity4Figures({
    cases,
    period: { from: selection.from, to: selection.to },
    asOf,
    institutions: institutionsWithin(record, selection),
    organisations: [],
    calendar: law.calendar,
    calendarVersion: law.calendar.version,
    policy: law.policy,
  })
  const { period, methodVersion, calendarVersion, indicators, monthly } = figures
  const { institutions, byInstitution, byInstitutionKind } = figures
  return {
    ...{ period, asOf, takenAt, methodVersion, calendarVersion, indicators, monthly },
    ...{ institutions, byInstitution, byInstitutionKind },
  }
}
