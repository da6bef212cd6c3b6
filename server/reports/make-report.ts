import { activity4Document } from '../../reports/activity-4/document.ts'
import { caseQuestionOf } from '../../reports/activity-4/activity-figures.ts'
import { activity4Figures, type Activity4Figures } from '../../reports/activity-4/figures.ts'
import type { EditionText } from '../../reports/activity-4/edition-text.ts'
import type { ReportDocument } from '../../reports/blocks.ts'
import type { Context } from '../context.ts'
import type { RequestScope } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { gatherActivities } from './gather-activities.ts'
import { gatherBarriers } from './gather-barriers.ts'
import { gatherAsked } from './gather-cases.ts'
import { gatherRatings } from './gather-ratings.ts'
import { noticeOf } from './report-notice.ts'
import { seenFrom } from './standpoint.ts'
import { reportTask, type ReportRequest, type ReportTask } from './report-task.ts'

export type { ReportRequest } from './report-task.ts'

export interface Computed {
  readonly figures: Activity4Figures
  readonly cases: readonly CaseFacts[]
}

export interface MadeReport extends Computed {
  readonly document: ReportDocument
}

/** Told while cases are gathered: how many are folded, and how many there are; then null, the figures. */
export type OnGathered = (gathered: { readonly done: number; readonly total: number } | null) => void

/**
 * The Activity 4 report over what the actor may see, made where it is called: every page of a part says that
 * it is one.
 * @throws AppError as `reportTask`
 */
export async function makeReport(
  context: Context,
  actor: Actor,
  request: ReportRequest,
): Promise<MadeReport> {
  const task = reportTask(actor, request, context.clock.today())
  const computed = await computeReport(context, task)
  return { ...computed, document: await documentOf(context, task, computed, request.language) }
}

/** The figures of a report and the cases that they asked for. */
export async function computeReport(
  given: Context,
  task: ReportTask,
  onGathered: OnGathered = () => undefined,
): Promise<Computed> {
  const { from, to, asOf, scope } = task
  const { context, followUp } = await seenFrom(given, task)
  const capital = await context.calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null })
  const activities = scope.kind === 'everything' ? await gatherActivities(context, from, to) : null
  const told = { period: { from, to }, asOf, activities }
  const { cases, knownCount } = await gatherAsked(context, scope, caseQuestionOf(told), onGathered)
  onGathered(null)
  const figures = activity4Figures({
    ...told,
    cases,
    knownCount,
    institutions: await all(context.stores.institutions.all()),
    organisations: await all(context.stores.organisations.all()),
    calendar: capital.calendar,
    calendarVersion: capital.calendar.version,
    policy: capital.policy,
    barriers: await gatherBarriers(context, { from, to, scope }),
    ratings: await gatherRatings(context, scope),
    followUp: await followUp(),
  })
  return { figures, cases }
}

export async function documentOf(
  { stores }: Pick<Context, 'stores'>,
  { scope, to, asOf }: ReportTask,
  computed: Computed,
  language: 'es' | 'en',
  edition: EditionText | null = null,
): Promise<ReportDocument> {
  const only = await nameOf(stores, scope)
  return activity4Document({
    ...computed,
    ...noticeOf(language, { only, to, asOf }),
    edition,
    language: language === 'es' ? 'es-GT' : 'en',
  })
}

async function nameOf(stores: Context['stores'], scope: RequestScope): Promise<string | null> {
  if (scope.kind === 'organisation')
    return (await stores.organisations.find(scope.organisationId))?.name ?? '–'
  if (scope.kind === 'institution') return (await stores.institutions.find(scope.institutionId))?.name ?? '–'
  return null
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
