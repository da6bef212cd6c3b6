import { addDays, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import {
  caseResults,
  resultOf,
  type CaseResult,
  type CaseResults,
} from '../../server/domain/register/case-results.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import type { CaseQuestion } from '../../server/domain/statistics/case-relevance.ts'
import { dueIn, grouped } from '../../server/domain/statistics/cohorts.ts'
import { changeOf, type ChangeFigure } from '../../server/domain/statistics/comparison.ts'
import { answersOf } from '../../server/domain/statistics/timeliness.ts'
import type { Activities, Activity4Input, Assistance, Dissemination } from './inputs.ts'
import type { Named, Period, Training } from './inputs.ts'
import { byName } from './order.ts'

/** Calendar days on each side of a training that an institution is compared over. */
export const comparedDays = 182

/** What the coordination did in the period, up to the cut-off day. */
export interface ActivityFigures {
  readonly trainings: readonly Training[]
  /** Of the trainings above, by whom they were for. */
  readonly trained: { readonly organisations: TrainingTotals; readonly units: TrainingTotals }
  /** Institutions whose unit was trained, before and after: no proof of cause. */
  readonly beforeAfter: readonly TrainedInstitution[]
  readonly assistances: readonly Assistance[]
  readonly assisted: AssistanceTotals
  /** Cases that were helped, each once, in the order of their codes. */
  readonly helped: readonly HelpedCase[]
  readonly disseminations: readonly Dissemination[]
  readonly delivered: DisseminationTotals
  /** Names of the organisations and institutions above, by id. */
  readonly bodies: readonly Named[]
}

export interface TrainingTotals {
  readonly trainings: number
  readonly participants: number
  readonly hours: number
  /** Distinct organisations and institutions. */
  readonly bodies: number
  /** Of those who said so of their own will. */
  readonly women: number
  readonly men: number
  readonly otherGender: number
  readonly untold: number
  readonly answers: number
  /** Trainings with a mark before and after, and their means weighted by answers; null where there is none. */
  readonly measured: number
  readonly measuredAnswers: number
  readonly meanBefore: number | null
  readonly meanAfter: number | null
}

export interface AssistanceTotals {
  readonly assistances: number
  readonly organisations: number
  readonly minutes: number
  readonly results: CaseResults
}

export interface HelpedCase {
  readonly reference: string
  readonly result: CaseResult
}

export interface DisseminationTotals {
  readonly deliveries: number
  readonly units: number
  readonly regulator: number
  readonly acknowledged: number
  readonly answers: number
}

export interface TrainedInstitution {
  readonly institutionId: string
  /** First and last first day of its trainings in the period. */
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly trainings: number
  /** Y1 of the on-time rate (T1): due in so many days before the first training, and after the last. */
  readonly change: ChangeFigure
}

export function activityFigures(input: Activity4Input): ActivityFigures | null {
  const { activities, cases } = input
  if (activities === null) return null
  const trainings = inWindow(activities?.trainings ?? [], input)
  const assistances = inWindow(activities?.assistances ?? [], input)
  const disseminations = inWindow(activities?.disseminations ?? [], input).map(each =>
    asOfDay(each, input.asOf),
  )
  const known = new Map(cases.map(facts => [facts.id, facts]))
  const ids = new Set(assistances.flatMap(({ requestIds }) => requestIds))
  const helped = [...ids]
    .flatMap(id => known.get(id) ?? [])
    .sort((a, b) => (a.reference < b.reference ? -1 : 1))
  return {
    trainings,
    trained: {
      organisations: totalsOf(trainings.filter(({ audience }) => audience === 'organisations')),
      units: totalsOf(trainings.filter(({ audience }) => audience === 'units')),
    },
    beforeAfter: trainedInstitutions(trainings, input),
    assistances,
    assisted: {
      assistances: assistances.length,
      organisations: new Set(assistances.map(({ organisationId }) => organisationId)).size,
      minutes: sum(assistances.map(({ minutes }) => minutes)),
      results: caseResults(helped),
    },
    helped: helped.map(facts => ({ reference: facts.reference, result: resultOf(facts) })),
    disseminations,
    delivered: deliveredOf(disseminations),
    bodies: bodiesOf({ trainings, assistances, disseminations }, input),
  }
}

/** Which requests the figures of a period need, those that were helped or are compared after a training among them. */
export function caseQuestionOf(input: Pick<Activity4Input, 'period' | 'asOf' | 'activities'>): CaseQuestion {
  const { period, asOf, activities } = input
  const trained = trainedOf(inWindow(activities?.trainings ?? [], input), asOf)
  const assisted = inWindow(activities?.assistances ?? [], input)
  return {
    window: { ...period, asOf },
    named: new Set(assisted.flatMap(({ requestIds }) => requestIds)),
    trained: new Map(trained.map(({ institutionId, before, after }) => [institutionId, [before, after]])),
  }
}

function bodiesOf(
  { trainings, assistances, disseminations }: Activities,
  { organisations, institutions }: Activity4Input,
): readonly Named[] {
  const ids = new Set([
    ...trainings.flatMap(each => [...each.organisationIds, ...each.institutionIds]),
    ...assistances.map(({ organisationId }) => organisationId),
    ...disseminations.flatMap(({ institutionId }) => institutionId ?? []),
  ])
  return [...organisations, ...institutions]
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort(byName)
}

/** In the period and not after the cut-off day, by day. */
function inWindow<T extends { readonly id: string; readonly on: CalendarDate }>(
  actions: readonly T[],
  { period, asOf }: Pick<Activity4Input, 'period' | 'asOf'>,
): readonly T[] {
  return actions
    .filter(({ on }) => on >= period.from && on <= period.to && on <= asOf)
    .toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))
}

function asOfDay({ acknowledgedOn, answers, ...rest }: Dissemination, asOf: CalendarDate): Dissemination {
  return {
    ...rest,
    acknowledgedOn: acknowledgedOn !== null && acknowledgedOn <= asOf ? acknowledgedOn : null,
    answers: answers.filter(({ on }) => on <= asOf),
  }
}

function totalsOf(trainings: readonly Training[]): TrainingTotals {
  const told = (name: 'women' | 'men' | 'otherGender') => sum(trainings.map(each => each[name] ?? 0))
  const [women, men, otherGender] = [told('women'), told('men'), told('otherGender')]
  const participants = sum(trainings.map(each => each.participants))
  const measured = trainings.filter(each => each.meanBefore !== null && each.meanAfter !== null)
  return {
    ...{ trainings: trainings.length, participants, hours: sum(trainings.map(({ hours }) => hours ?? 0)) },
    bodies: new Set(trainings.flatMap(each => [...each.organisationIds, ...each.institutionIds])).size,
    ...{ women, men, otherGender, untold: participants - women - men - otherGender },
    answers: sum(trainings.map(({ answers }) => answers ?? 0)),
    measured: measured.length,
    measuredAnswers: sum(measured.map(({ answers }) => answers ?? 0)),
    meanBefore: weighted(measured, each => each.meanBefore),
    meanAfter: weighted(measured, each => each.meanAfter),
  }
}

/** A mean of means by how many answered, to one decimal. */
function weighted(trainings: readonly Training[], mark: (each: Training) => number | null): number | null {
  const answers = sum(trainings.map(each => each.answers ?? 0))
  if (answers === 0) return null
  return Math.round((sum(trainings.map(each => (mark(each) ?? 0) * (each.answers ?? 0))) / answers) * 10) / 10
}

function deliveredOf(acts: readonly Dissemination[]): DisseminationTotals {
  const units = acts.filter(({ audience }) => audience === 'units').length
  return {
    ...{ deliveries: acts.length, units, regulator: acts.length - units },
    acknowledged: acts.filter(({ acknowledgedOn }) => acknowledgedOn !== null).length,
    answers: sum(acts.map(({ answers }) => answers.length)),
  }
}

function trainedInstitutions(
  trainings: readonly Training[],
  { cases, asOf }: Activity4Input,
): readonly TrainedInstitution[] {
  const trained = trainedOf(trainings, asOf)
  if (trained.length === 0) return []
  const byInstitution = grouped(cases, ({ institutionId }) => institutionId)
  return trained.map(({ before, after, ...rest }) => {
    const own: readonly CaseFacts[] = byInstitution.get(rest.institutionId) ?? []
    const change = changeOf(
      answersOf(dueIn(own, { ...before, asOf })).onTime,
      answersOf(dueIn(own, { ...after, asOf })).onTime,
    )
    return { ...rest, change }
  })
}

interface Trained extends Omit<TrainedInstitution, 'change'> {
  /** Due days that are compared. */
  readonly before: Period
  readonly after: Period
}

/** By institution, in the order of their ids. @param trainings those in the period, by day */
function trainedOf(trainings: readonly Training[], asOf: CalendarDate): readonly Trained[] {
  const forUnits = trainings.filter(({ audience }) => audience === 'units')
  const ids = [...new Set(forUnits.flatMap(({ institutionIds }) => institutionIds))].sort()
  return ids.flatMap(institutionId => {
    const days = forUnits.filter(each => each.institutionIds.includes(institutionId)).map(({ on }) => on)
    const [first, last] = [days[0], days.at(-1)]
    if (!first || !last) return []
    const end = addDays(last, comparedDays)
    return {
      ...{ institutionId, first, last, trainings: days.length },
      before: { from: addDays(first, -comparedDays), to: addDays(first, -1) },
      after: { from: addDays(last, 1), to: end < asOf ? end : asOf },
    }
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
