import { setImmediate } from 'node:timers/promises'
import { activity4MethodVersion } from '../../reports/activity-4/figures.ts'
import type { NamedInstitution } from '../../reports/activity-4/inputs.ts'
import { byName } from '../../reports/activity-4/order.ts'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { grouped } from '../domain/statistics/cohorts.ts'
import { sumOfTallies, type Tallied, type Tally } from '../domain/statistics/tally.ts'
import {
  groupOfTally,
  indicatorsOfTally,
  monthsOfTally,
  type GroupSummary,
  type IndicatorSummaries,
  type MonthSummary,
} from '../domain/statistics/tally-figures.ts'
import type { RollUps } from '../roll-ups/roll-ups.ts'
import type { Institution } from '../store/institution-store.ts'
import type { InstitutionTotals } from '../store/roll-up-store.ts'
import { createBudget } from './budget.ts'
import { recentlyKept } from './recently-kept.ts'
import { institutionsIn, lastTwelveMonths, type Selection } from './selection.ts'

/** What anyone may know, as the roll-ups count it: no request is in it (LAIP 31). */
export interface PublishedRecord {
  readonly asOf: CalendarDate
  /** What was recorded up to here is counted. */
  readonly takenAt: Date
  /** Of published requests, by institution. */
  readonly totals: ReadonlyMap<string, InstitutionTotals>
  /** The whole register, by name: those no longer active may have requests. */
  readonly institutions: readonly Institution[]
  readonly closures: readonly Closure[]
  /** Of an office in the capital, with the closures that reach every office. */
  readonly law: LawContext
}

/** The figures of a selection over what is published: each the same number as the Activity 4 report computes. */
export interface OpenFigures {
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate }
  readonly asOf: CalendarDate
  readonly takenAt: Date
  readonly methodVersion: string
  readonly calendarVersion: string
  readonly indicators: IndicatorSummaries
  /** Those with requests in the figures, by kind and name. */
  readonly institutions: readonly NamedInstitution[]
  readonly byInstitution: readonly GroupSummary[]
  readonly byInstitutionKind: readonly GroupSummary[]
  readonly monthly: readonly MonthSummary[]
}

export interface OpenData {
  /** As of today, and never older than `mostMinutesOld`. */
  record(): Promise<PublishedRecord>
  /** @throws AppError 'too-many-requests' where too much was asked for anew within a minute. */
  figures(selection: Selection): Promise<OpenFigures>
  /** Newest first: of published requests, at most `mostNews`. */
  news: RollUps['news']
  monthsOf: RollUps['monthsOf']
}

/** No figure, list or file of the public pages is older than this. */
export const mostMinutesOld = 10

/** From this age on the record is read anew while the old one still serves. */
const renewedAfterMinutes = 5

const mostSelections = 60

/** Requests whose counts figures nobody has asked for yet may be read from in a minute: some seconds of a core. */
const countedPerMinute = 4_000_000

/** Groups whose figures are made before others get their turn. */
const groupsATurn = 200

/**
 * What the public pages and files are made from: the roll-ups, brought up to date and kept for some minutes,
 * never past midnight. No page passes over the requests.
 */
export function createOpenData(context: Context, rollUps: RollUps): OpenData {
  const figuresOf = new WeakMap<PublishedRecord, Map<string, Promise<OpenFigures>>>()
  const record = recentlyKept(() => readRecord(context, rollUps), {
    now: () => context.clock.now().getTime(),
    isFor: kept => kept.asOf === context.clock.today(),
    renewAfter: renewedAfterMinutes * 60_000,
    dropAfter: mostMinutesOld * 60_000,
    onFailure: error => context.log.error({ err: error }, 'The open data could not be read anew'),
  })
  const budget = createBudget({ now: () => context.clock.now().getTime(), perMinute: countedPerMinute })
  return {
    record,
    news: (most, only) => rollUps.news(most, only),
    monthsOf: institutionId => rollUps.monthsOf(institutionId),
    async figures(selection) {
      const current = await record()
      const known = figuresOf.get(current) ?? new Map<string, Promise<OpenFigures>>()
      figuresOf.set(current, known)
      const key = JSON.stringify([selection.from, selection.to, selection.kind, selection.institutionId])
      const kept = known.get(key)
      if (kept) return kept
      if (!isUsual(current, selection)) budget.spend(knownIn(current, institutionsIn(current, selection)))
      const made = computeFigures(rollUps, current, selection)
      if (known.size >= mostSelections) known.clear()
      known.set(key, made)
      // One that could not be read is asked for again.
      made.catch(() => known.delete(key))
      return made
    },
  }
}

async function readRecord(context: Context, rollUps: RollUps): Promise<PublishedRecord> {
  const { stores, calendars, clock } = context
  const asOf = clock.today()
  const takenAt = await rollUps.upToDate()
  const institutions: Institution[] = []
  for await (const institution of stores.institutions.all()) institutions.push(institution)
  return {
    asOf,
    takenAt,
    totals: await rollUps.totals(),
    institutions: institutions.sort((a, b) => a.name.localeCompare(b.name, 'es')),
    closures: (await stores.closures.all()).map(publicClosure),
    law: await calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null }),
  }
}

/** How many published requests there are to some institutions; null is all. */
export function knownIn(
  { totals }: Pick<PublishedRecord, 'totals'>,
  ids: ReadonlySet<string> | null,
): number {
  return [...totals.values()].reduce(
    (sum, { institutionId, knownPublished }) =>
      ids === null || ids.has(institutionId) ? sum + knownPublished : sum,
    0,
  )
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

async function computeFigures(
  rollUps: RollUps,
  record: PublishedRecord,
  selection: Selection,
): Promise<OpenFigures> {
  const { law, asOf, takenAt } = record
  const period = { from: selection.from, to: selection.to }
  const window = { ...period, asOf }
  const institutionIds = institutionsIn(record, selection)
  const counting = {
    workingDaysBetween: (from: CalendarDate, to: CalendarDate) => law.calendar.workingDaysBetween(from, to),
    clarificationRestarts: law.policy.clarification === 'restarts',
  }
  const tallied = await rollUps.tally({ scope: 'published', institutionIds, window, counting })
  const all = sumOfTallies(tallied.byInstitution.values())
  const indicators = indicatorsOfTally(all, knownIn(record, institutionIds))
  return {
    ...{ period, asOf, takenAt, methodVersion: activity4MethodVersion },
    calendarVersion: law.calendar.version,
    indicators,
    ...(await groupsOf(record, tallied, indicators)),
    monthly: monthsOfTally(tallied.byMonth, window),
  }
}

async function groupsOf(
  { institutions: register }: PublishedRecord,
  { byInstitution }: Tallied,
  { timeliness: { onTime } }: IndicatorSummaries,
): Promise<Pick<OpenFigures, 'institutions' | 'byInstitution' | 'byInstitutionKind'>> {
  const institutions = presentIn(byInstitution, register)
  const groups: GroupSummary[] = []
  for (const { id } of institutions) {
    const tally = byInstitution.get(id)
    if (tally) groups.push(groupOfTally(id, tally, onTime))
    if (groups.length % groupsATurn === 0) await setImmediate()
  }
  const kinds = [...grouped(institutions, ({ kind }) => kind)].map(([kind, those]) => {
    const tallies = those.flatMap(({ id }) => byInstitution.get(id) ?? [])
    return groupOfTally(kind, sumOfTallies(tallies), onTime)
  })
  return { institutions, byInstitution: groups, byInstitutionKind: kinds }
}

/** Those with requests in the figures; one that the register does not know is named by its id. */
function presentIn(
  tallies: ReadonlyMap<string, Tally>,
  register: readonly Institution[],
): readonly NamedInstitution[] {
  const known = new Map(register.map(each => [each.id, each]))
  return [...tallies]
    .filter(([, tally]) => hasRequests(tally))
    .map(([id]) => {
      const { name = id, acronym = null, kind = '' } = known.get(id) ?? {}
      return { id, name, acronym, kind }
    })
    .sort(byName)
}

function hasRequests({ counts, outcomes }: Tally): boolean {
  const { received, due, notYetDue, pending } = counts
  return received + due + notYetDue + pending > 0 || Object.values(outcomes).some(count => count > 0)
}
