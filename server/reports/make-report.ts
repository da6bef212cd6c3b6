import { activity4Document } from '../../reports/activity-4/document.ts'
import { activity4Figures, type Activity4Figures } from '../../reports/activity-4/figures.ts'
import type { ReportDocument } from '../../reports/blocks.ts'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { knownDays } from '../domain/calendar/statutory-base.ts'
import { hasPermission, requestScopeOf, type RequestScope } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import { gatherActivities } from './gather-activities.ts'
import { gatherCases } from './gather-cases.ts'
import { noticeOf } from './report-notice.ts'
import { seenFrom, type Standpoint } from './standpoint.ts'

export interface ReportRequest {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The cut-off day, with all that happened on it; null is today. */
  readonly asOf: CalendarDate | null
  /** Of an edition, or of a report as it was known; otherwise all there is. */
  readonly standpoint?: Standpoint | null
  readonly language: 'es' | 'en'
}

export interface MadeReport {
  readonly figures: Activity4Figures
  readonly cases: readonly CaseFacts[]
  readonly document: ReportDocument
}

/**
 * The Activity 4 report over what the actor may see: those who oversee, everything; a side, its own
 * requests, and every page says so.
 * @throws AppError 'sign-in-required', 'forbidden', 'period-invalid', 'before-the-law', 'in-the-future', 'invalid-input'
 */
export async function makeReport(
  given: Context,
  actor: Actor,
  request: ReportRequest,
): Promise<MadeReport> {
  const { from, to, language, standpoint = null } = request
  const scope = scopeFor(actor)
  const asOf = cutOff(request, given.clock.today())
  const { context, followUp } = await seenFrom(given, { to, asOf, scope, standpoint })
  const capital = await context.calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null })
  const cases = await gatherCases(context, scope, asOf)
  const figures = activity4Figures({
    cases,
    period: { from, to },
    asOf,
    institutions: await all(context.stores.institutions.all()),
    organisations: await all(context.stores.organisations.all()),
    calendar: capital.calendar,
    calendarVersion: capital.calendar.version,
    policy: capital.policy,
    activities: scope.kind === 'everything' ? await gatherActivities(context, from, to) : null,
    followUp: await followUp(),
  })
  const only = await nameOf(context.stores, scope)
  const notice = noticeOf(language, { only, to, asOf })
  return {
    figures,
    cases,
    document: activity4Document({ figures, cases, language: language === 'es' ? 'es-GT' : 'en', ...notice }),
  }
}

function scopeFor(actor: Actor): RequestScope {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (actor.role !== 'system' && !hasPermission(actor, 'makeReports')) throw new AppError('forbidden')
  return requestScopeOf(actor)
}

function cutOff({ from, to, asOf }: ReportRequest, today: CalendarDate): CalendarDate {
  if (from > to) throw new AppError('period-invalid', { field: 'to' })
  if (from < knownDays.from) throw new AppError('before-the-law', { field: 'from' })
  if (to > knownDays.to) throw invalidInput([fault('to', 'day.unknown')])
  if (asOf !== null && asOf > today) throw new AppError('in-the-future', { field: 'asOf' })
  return asOf ?? today
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
