import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import type { PageContext } from '../../../client/page-context.ts'
import { DisputesPage, type DisputeRow } from '../../../client/pages/oversight/disputes-page.tsx'
import { InstitutionSheetPage } from '../../../client/pages/oversight/institution-sheet-page.tsx'
import { PanelPage } from '../../../client/pages/oversight/panel-page.tsx'
import {
  ReviewsPage,
  reviewStages,
  type ReviewRow,
  type ReviewStage,
} from '../../../client/pages/oversight/reviews-page.tsx'
import { calendarDate, yearOf } from '../../domain/calendar/calendar-date.ts'
import { knownDays } from '../../domain/calendar/statutory-base.ts'
import { hasPermission } from '../../domain/permissions.ts'
import type { RequestEvent } from '../../domain/request/events.ts'
import type { RequestState } from '../../domain/request/states.ts'
import { testimonyOf } from '../../domain/request/testimony.ts'
import { AppError } from '../../errors.ts'
import { csvText } from '../../open-data/csv.ts'
import { institutionSheet } from '../../reports/institution-sheet.ts'
import type { MonthLine } from '../../reports/month-lines.ts'
import { nationalPanel, type PanelPeriod } from '../../reports/national-panel.ts'
import { listMatching, type Match } from '../../requests/list-matching.ts'
import { listReviews } from '../../requests/list-reviews.ts'
import { institutionKinds } from '../../store/institution-store.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError, formWith } from './form-faults.ts'
import { mostMinutesOld, overseenCounts } from './overseen-counts.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { queryOf } from './request-pages.tsx'
import { typedDay } from './typed-day.ts'

const rowsOnPage = 50

/** What those who oversee look at: the country, one institution, the reviews, and where the sides disagree. */
export function oversightPages(site: Site): Router {
  const { context, rollUps } = site
  const router = Router()
  const read = overseenCounts(context, rollUps)

  router.get('/panel', async (req, res) => {
    const actor = overseer(req)
    const ctx = await pageContext(site, req)
    const values = queryOf(req)
    const { period, errors } = periodIn(site, req, values)
    const kind = kindIn(values)
    const data = {
      form: formWith({ ...typedPeriod(values, period), tipo: kind ?? '' }, errors, randomUUID),
      kinds: institutionKinds.map(value => ({ value, label: ctx.t(`sectors.${value}`) })),
      panel: period && (await nationalPanel(context, actor, { period, kind, read })),
      mostMinutesOld,
    }
    sendPage(res, <PanelPage ctx={ctx} data={data} />, errors.length > 0 ? 422 : 200)
  })

  router.get('/panel/meses.csv', async (req, res) => {
    const actor = overseer(req)
    const values = queryOf(req)
    const { period } = periodIn(site, req, values)
    if (!period) throw new AppError('period-invalid')
    const { months } = await nationalPanel(context, actor, { period, kind: kindIn(values), read })
    sendMonths(res, await pageContext(site, req), { name: 'panel', period, months })
  })

  router.get('/panel/:institutionId', async (req, res) => {
    const actor = overseer(req)
    const { institutionId } = req.params
    const values = queryOf(req)
    const { period, errors } = periodIn(site, req, values)
    const data = {
      institutionId,
      form: formWith(typedPeriod(values, period), errors, randomUUID),
      sheet: period && (await institutionSheet(context, actor, institutionId, period)),
    }
    const ctx = await pageContext(site, req)
    sendPage(res, <InstitutionSheetPage ctx={ctx} data={data} />, errors.length > 0 ? 422 : 200)
  })

  router.get('/panel/:institutionId/meses.csv', async (req, res) => {
    const { institutionId } = req.params
    const { period } = periodIn(site, req, queryOf(req))
    if (!period) throw new AppError('period-invalid')
    const { months } = await institutionSheet(context, overseer(req), institutionId, period)
    sendMonths(res, await pageContext(site, req), { name: institutionId, period, months })
  })

  router.get('/recursos', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const { items, next } = await listReviews(context, actor, { limit: rowsOnPage, cursor: cursorIn(req) })
    const data = {
      nextCursor: next,
      groups: reviewStages.map(stage => ({
        stage,
        rows: items.filter(({ summary }) => stageOf(summary.state) === stage).map(reviewRow),
      })),
    }
    sendPage(res, <ReviewsPage ctx={await pageContext(site, req)} data={data} />)
  })

  router.get('/disputas', async (req, res) => {
    const actor = overseer(req)
    const { items, next } = await listMatching(context, actor, {
      ...{ query: { view: 'disputa' }, order: 'desc', limit: rowsOnPage, cursor: cursorIn(req) },
      matches: () => true,
    })
    const data = { rows: items.map(disputeRow), nextCursor: next }
    sendPage(res, <DisputesPage ctx={await pageContext(site, req)} data={data} />)
  })

  return router
}

interface MonthsFile {
  readonly name: string
  readonly period: PanelPeriod
  readonly months: readonly MonthLine[]
}

function sendMonths(res: Response, { t }: PageContext, { name, period, months }: MonthsFile): void {
  const head = (['sheet.month', 'report.due', 'report.inTime', 'report.late', 'report.silent'] as const).map(
    key => t(key),
  )
  const rows = months.map(({ month, due, onTime, late, unanswered }) => [
    month,
    due,
    onTime,
    late,
    unanswered,
  ])
  res.attachment(`${name}_${period.from}_${period.to}.csv`).type('text/csv; charset=utf-8')
  res.send(csvText(head, rows))
}

function kindIn(values: SentValues) {
  return institutionKinds.find(each => each === values.tipo) ?? null
}

function overseer(req: Request) {
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'seeNationalPanel')) throw new AppError('forbidden')
  return actor
}

function cursorIn({ query: { cursor } }: Request): string | null {
  return typeof cursor === 'string' ? cursor : null
}

/** The year so far, where nothing is asked for. */
function periodIn(
  { context }: Site,
  req: Request,
  values: SentValues,
): { period: PanelPeriod | null; errors: readonly FieldError[] } {
  const language = languageOf(req)
  const today = context.clock.today()
  if (textOf(values, 'desde') === '' && textOf(values, 'hasta') === '')
    return { period: { from: calendarDate(`${yearOf(today)}-01-01`), to: today }, errors: [] }
  const [from, to] = ['desde', 'hasta'].map(name => typedDay(textOf(values, name), today))
  const unread = ['desde', 'hasta'].filter(name => typedDay(textOf(values, name), today) === null)
  if (!from || !to)
    return { period: null, errors: unread.map(name => fieldError(language, name, 'invalid.date')) }
  if (from > to) return { period: null, errors: [{ field: 'hasta', key: 'panel.period.wrong', values: {} }] }
  if (from < knownDays.from || to > knownDays.to)
    return { period: null, errors: [fieldError(language, 'desde', 'panel.period.unknown')] }
  return { period: { from, to }, errors: [] }
}

/** What was typed, or the period that stands in its place. */
function typedPeriod(values: SentValues, period: PanelPeriod | null): SentValues {
  const typed = { desde: textOf(values, 'desde'), hasta: textOf(values, 'hasta') }
  if (period === null || typed.desde !== '') return typed
  return { desde: plainDay(period.from), hasta: plainDay(period.to) }
}

function plainDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

function stageOf(state: RequestState): ReviewStage | null {
  if (state === 'en_revision') return 'por_resolver'
  if (state === 'revision_resuelta') return 'por_cumplir'
  return state === 'revision_vencida' || state === 'incumplida' ? 'vencidos' : null
}

function reviewRow({ summary, request }: Match): ReviewRow {
  const filed = request.events.findLast(isReviewFiled)
  return { request: summary, filedOn: filed?.occurredOn ?? null, ground: filed?.data.ground ?? null }
}

function isReviewFiled(event: RequestEvent): event is Extract<RequestEvent, { type: 'review_filed' }> {
  return event.type === 'review_filed'
}

function disputeRow({ summary, request }: Match): DisputeRow {
  return {
    request: summary,
    facts: testimonyOf(request.events).filter(({ standing }) => standing === 'en_disputa'),
    objections: request.events.filter(isDisputed).map(({ id, actor, occurredOn, data }) => ({
      ...{ id, on: occurredOn, text: data.text },
      by: actor.institutionId === null ? 'organisation' : 'institution',
    })),
  }
}

function isDisputed(event: RequestEvent): event is Extract<RequestEvent, { type: 'disputed' }> {
  return event.type === 'disputed'
}
