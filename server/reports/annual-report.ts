import type { Article48Figures } from '../../reports/article-48/figures.ts'
import type { Context } from '../context.ts'
import { calendarDate, yearOf, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { articleFortyEightDue } from '../domain/law/terms.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { annualItems, gapsIn } from '../domain/statistics/article-48.ts'
import { checksOf, yearCases } from '../domain/statistics/article-48-checks.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { AppError } from '../errors.ts'
import type { Institution } from '../store/institution-store.ts'
import { gatherCases } from './gather-cases.ts'

/** The year's report to the regulator (article 48), as far as the record goes. */
export interface AnnualReport extends Article48Figures {
  readonly institution: Institution
}

const firstYear = 2009

/**
 * A unit's own report on a year. What happened after its last day is not in it.
 * @throws AppError 'sign-in-required', 'forbidden', 'not-found' (a year of which nothing can be known)
 */
export async function annualReport(
  context: Context,
  actor: Actor,
  asked: number | null,
): Promise<AnnualReport> {
  const institution = await ownInstitution(context, actor)
  const { calendar } = await context.calendars.lawOf(institution)
  const today = context.clock.today()
  const year = asked ?? yearToReport(today, calendar)
  if (!Number.isInteger(year) || year < firstYear || year > yearOf(today)) throw new AppError('not-found')
  const last = calendarDate(`${year}-12-31`)
  const asOf = last < today ? last : today
  const first = calendarDate(`${year}-01-01`)
  const known = await gatherCases(context, requestScopeOf(actor), asOf)
  const ofYear = known.filter(({ receivedOn }) => receivedOn >= first && receivedOn <= last).sort(byReceipt)
  const workingDays = (from: CalendarDate, to: CalendarDate) => calendar.workingDaysBetween(from, to)
  const [items, cases] = [annualItems(ofYear, workingDays), yearCases(ofYear, asOf, workingDays)]
  return {
    ...{ institution, year, asOf, items, cases },
    dueOn: articleFortyEightDue(year, calendar),
    calendarVersion: calendar.version,
    count: ofYear.length,
    gaps: gapsIn(ofYear, asOf),
    checks: checksOf(items, cases),
  }
}

/** An order that no storage engine can change: the files made of it have the same bytes. */
function byReceipt(a: CaseFacts, b: CaseFacts): number {
  const [one, other] = [a, b].map(({ receivedOn, reference, id }) => `${receivedOn} ${reference} ${id}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** Last year's until it is due; then this year's, as it grows. */
function yearToReport(today: CalendarDate, calendar: Parameters<typeof articleFortyEightDue>[1]): number {
  const year = yearOf(today)
  return today <= articleFortyEightDue(year - 1, calendar) ? year - 1 : year
}

async function ownInstitution({ stores }: Context, actor: Actor): Promise<Institution> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (actor.institutionId === null) throw new AppError('forbidden')
  const institution = await stores.institutions.find(actor.institutionId)
  if (!institution) throw new AppError('not-found')
  return institution
}
