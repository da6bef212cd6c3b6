import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { CountingPolicy } from '../../server/domain/law/counting-policy.ts'
import { barrierFiguresOf, type BarrierFigures } from '../../server/domain/statistics/barrier-figures.ts'
import {
  cohortsOf,
  grouped,
  within,
  type Cohorts,
  type Window,
} from '../../server/domain/statistics/cohorts.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import type { Figure } from '../../server/domain/statistics/figure.ts'
import { groupFigures, indicatorsOf } from '../../server/domain/statistics/indicators.ts'
import type { GroupFigures, Indicators } from '../../server/domain/statistics/indicators.ts'
import { qualityOf, type Quality } from '../../server/domain/statistics/quality.ts'
import { silenceOf, type SilenceFigures } from '../../server/domain/statistics/silence.ts'
import type { Counting } from '../../server/domain/statistics/timeliness.ts'
import { activityFigures, type ActivityFigures } from './activity-figures.ts'
import { comparedIds, comparisonOf, type Comparison } from './comparison-figures.ts'
import type { Activity4Input, Period } from './inputs.ts'
import type { Named, NamedInstitution } from './inputs.ts'
import { breachLines, openLines, type BreachLine, type OpenLine } from './case-lines.ts'
import { daysOffIn, type DayOffLine } from './days-off.ts'
import { followUpFigures, type FollowUpFigures } from './follow-up.ts'
import { monthlySeries, type MonthFigures } from './monthly.ts'
import { noticesOf, type Notice } from './notices.ts'
import { byName, byReceipt } from './order.ts'

/** Raised whenever a formula, a cohort or the shape of the figures changes. */
export const activity4MethodVersion = '1.3'

/** The report as numbers: plain JSON, the same for the same data, cut-off day and method version. */
export interface Activity4Figures extends Comparison {
  readonly schema: 'vigia/activity-4/2'
  readonly methodVersion: string
  readonly calendarVersion: string
  readonly period: Period
  readonly asOf: CalendarDate
  readonly policy: CountingPolicy
  readonly notices: readonly Notice[]
  /** Those with requests in the figures, by kind and name. */
  readonly institutions: readonly NamedInstitution[]
  readonly institutionsInRegister: number
  readonly organisations: readonly Named[]
  readonly indicators: Indicators
  /** The afirmativa ficta (LAIP 44). */
  readonly silence: SilenceFigures
  readonly quality: Quality
  /** Null where the report does not reach them. */
  readonly barriers: BarrierFigures | null
  readonly byInstitution: readonly GroupFigures[]
  readonly byInstitutionKind: readonly GroupFigures[]
  readonly byOrganisation: readonly GroupFigures[]
  readonly byChannel: readonly GroupFigures[]
  readonly byRequestKind: readonly GroupFigures[]
  readonly monthly: readonly MonthFigures[]
  readonly breaches: readonly BreachLine[]
  /** T14. */
  readonly oldestOpen: readonly OpenLine[]
  /** Institutions whose whole cohort due was answered on time, by id. */
  readonly praised: readonly string[]
  readonly daysOff: readonly DayOffLine[]
  /** Results 2 to 4; null where the report is on a part of the requests alone. */
  readonly activities: ActivityFigures | null
  /** Recommendations of the edition before with Y3, and what changed since; null where the report is on a part. */
  readonly followUp: FollowUpFigures | null
  /** Every request behind some figure, in the order of the attached list. */
  readonly caseIds: readonly string[]
}

export function activity4Figures(input: Activity4Input): Activity4Figures {
  const { period, asOf, calendar, policy } = input
  const window: Window = { ...period, asOf }
  const cases = input.cases.toSorted(byReceipt)
  const counting: Counting = {
    workingDaysBetween: (from, to) => calendar.workingDaysBetween(from, to),
    clarificationRestarts: policy.clarification === 'restarts',
  }
  const cohorts = cohortsOf(cases, window, input.knownCount)
  const indicators = indicatorsOf(cohorts, counting, input.institutions.length)
  const { onTime } = indicators.timeliness
  const kindOf = new Map(input.institutions.map(({ id, kind }) => [id, kind]))
  const comparison = comparisonOf(cohorts, id => kindOf.get(id) ?? '')
  const activities = activityFigures(input)
  const counted = countedCases(cohorts, new Set([...comparedIds(comparison), ...trainedIds(activities)]))
  const groups = groupsOf(cohorts, counted, onTime, input)
  return {
    schema: 'vigia/activity-4/2',
    methodVersion: activity4MethodVersion,
    calendarVersion: input.calendarVersion,
    period,
    asOf,
    policy,
    notices: noticesOf(cohorts),
    institutionsInRegister: input.institutions.length,
    indicators,
    silence: silenceOf(cohorts, counting, idsOf(groups.institutions)),
    ...experienceOf(cohorts, input),
    ...comparison,
    ...groups,
    monthly: monthlySeries(cohorts),
    breaches: breachLines(cohorts),
    oldestOpen: openLines(cohorts, counting),
    daysOff: daysOffIn(calendar, cohorts),
    activities,
    followUp: followUpFigures(input.followUp ?? null),
    caseIds: counted.map(({ id }) => id),
  }
}

function groupsOf(cohorts: Cohorts, cases: readonly CaseFacts[], overall: Figure, input: Activity4Input) {
  const institutions = presentInstitutions(cases, input.institutions)
  const kindOf = new Map(institutions.map(({ id, kind }) => [id, kind]))
  const organisations = present(
    cases.map(({ organisationId }) => organisationId),
    input.organisations,
  )
  const kinds = [...new Set(institutions.map(({ kind }) => kind))]
  const channels = [...new Set(cases.map(({ channel }) => channel))].toSorted()
  const requestKinds = [...new Set(cases.map(({ kind }) => kind))].toSorted()
  const group = (keys: readonly string[], keyOf: (facts: CaseFacts) => string) =>
    groupFigures(cohorts, overall, keys, keyOf)
  const byInstitution = group(idsOf(institutions), ({ institutionId }) => institutionId)
  return {
    institutions,
    organisations,
    byInstitution,
    byInstitutionKind: group(kinds, ({ institutionId }) => kindOf.get(institutionId) ?? ''),
    byOrganisation: group(idsOf(organisations), ({ organisationId }) => organisationId),
    byChannel: group(channels, ({ channel }) => channel),
    byRequestKind: group(requestKinds, ({ kind }) => kind),
    praised: byInstitution
      .filter(({ onTime }) => onTime.count > 0 && onTime.count === onTime.n)
      .map(({ key }) => key),
  }
}

/** What organisations say of the answers, and of the way to them. */
function experienceOf(cohorts: Cohorts, { ratings = null, barriers = null }: Activity4Input) {
  return {
    quality: qualityOf(cohorts, ratings),
    barriers: barriers && barrierFiguresOf(cohorts, barriers),
  }
}

function idsOf(named: readonly Named[]): readonly string[] {
  return named.map(({ id }) => id)
}

/** Those asked; one that the register does not know is named by its id. */
function presentInstitutions(
  cases: readonly { readonly institutionId: string }[],
  register: readonly NamedInstitution[],
): readonly NamedInstitution[] {
  const known = new Map(register.map(({ id, name, acronym, kind }) => [id, { id, name, acronym, kind }]))
  return [...grouped(cases, ({ institutionId }) => institutionId).keys()]
    .map(id => known.get(id) ?? { id, name: id, acronym: null, kind: '' })
    .sort(byName)
}

function present(ids: readonly string[], register: readonly Named[]): readonly Named[] {
  const known = new Map(register.map(({ id, name }) => [id, { id, name }]))
  return [...new Set(ids)].map(id => known.get(id) ?? { id, name: id }).sort(byName)
}

/** Requests of other periods that an institution's change after a training is told from. */
function trainedIds(activities: ActivityFigures | null): readonly string[] {
  return (activities?.beforeAfter ?? []).flatMap(({ change: { before, after } }) => [
    ...before.caseIds,
    ...after.caseIds,
  ])
}

/** Received, due or closed in the period, left out of it by name, open, breached, reviewed or compared with. */
function countedCases(cohorts: Cohorts, compared: ReadonlySet<string>): readonly CaseFacts[] {
  const { received, due, notYetDue, closed, withdrawnInTerm, referredInTerm, open, window } = cohorts
  const counted = new Set<CaseFacts>()
  for (const part of [received, due, notYetDue, closed, withdrawnInTerm, referredInTerm, open])
    for (const facts of part) counted.add(facts)
  return cohorts.known.filter(
    facts => counted.has(facts) || compared.has(facts.id) || daysOf(facts).some(day => within(day, window)),
  )
}

/** Days by which a request of another period may still be in a figure of this one. */
function daysOf({ amparoOn, review, breaches }: CaseFacts): readonly (CalendarDate | null)[] {
  const ofReview = review === null ? [] : [review.decidedOn, review.decisionDueOn]
  return [amparoOn, ...ofReview, ...breaches.map(({ dueOn }) => dueOn)]
}
