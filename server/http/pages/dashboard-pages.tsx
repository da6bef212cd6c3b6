import { randomUUID } from 'node:crypto'
import { Router, type Request } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { chartOf, drawingOf } from '../../../client/open-charts/all-charts.ts'
import { chartIds } from '../../../client/open-charts/figure-chart.ts'
import { DashboardPage } from '../../../client/pages/dashboard-page.tsx'
import { isSector } from '../../../client/sectors.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { knownDays } from '../../domain/calendar/statutory-base.ts'
import { AppError } from '../../errors.ts'
import type { MessageKey } from '../../i18n/es.ts'
import { translator } from '../../i18n/translate.ts'
import { csvText } from '../../open-data/csv.ts'
import { mostMinutesOld } from '../../open-data/open-data.ts'
import { lastTwelveMonths, type Selection } from '../../open-data/selection.ts'
import { languageOf } from '../language.ts'
import { institutionOptions } from './choices.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { sendPublicPage, sendPublicText } from './public-page.ts'
import { queryOf } from './request-pages.tsx'
import { typedDay } from './typed-day.ts'

/** The public dashboard, and each of its charts as a file. */
export function dashboardPages(site: Site): Router {
  const { context, openData } = site
  const router = Router()

  router.get('/tablero', async (req, res) => {
    const values = queryOf(req)
    const { selection, errors } = selectionIn(site, req, values)
    const ctx = await pageContext(site, req)
    const institutions = await institutionOptions(context)
    const data = {
      form: formWith(shownValues(values, selection), errors, randomUUID),
      institutions,
      figures: selection && (await openData.figures(selection)),
      who: selection && whoIs(req, selection, institutions),
      mostMinutesOld,
    }
    const page = <DashboardPage ctx={ctx} data={data} />
    if (errors.length > 0) sendPage(res, page, 422)
    else sendPublicPage(req, res, ctx, page)
  })

  router.get('/tablero/:file', async (req, res) => {
    const [, asked = '', format = ''] = /^([a-z-]+)\.(csv|svg)$/.exec(req.params.file) ?? []
    const id = chartIds.find(one => one === asked)
    const { selection } = selectionIn(site, req, queryOf(req))
    if (!id || !selection) throw new AppError('not-found')
    const chart = chartOf(await pageContext(site, req), await openData.figures(selection), id)
    const name = `${id}_${selection.from}_${selection.to}.${format}`
    if (format === 'csv') {
      res.attachment(name)
      return sendPublicText(req, res, 'text/csv; charset=utf-8', csvText(chart.head, chart.rows))
    }
    const drawing = drawingOf(chart, 'wide')
    if (drawing === null) throw new AppError('not-found')
    res.attachment(name)
    return sendPublicText(req, res, 'image/svg+xml', standalone(drawing))
  })

  return router
}

/** On its own, a drawing has no page to take its letters from. */
function standalone(svg: string): string {
  return svg.replace('<svg ', '<svg font-family="Noto Sans, Segoe UI, Roboto, Arial, sans-serif" ')
}

interface Chosen {
  readonly selection: Selection | null
  readonly errors: readonly FieldError[]
}

/** What the address asks for; without a period, the last twelve months. */
export function selectionIn(site: Site, req: Request, values: SentValues): Chosen {
  const today = site.context.clock.today()
  const usual = lastTwelveMonths(today)
  const dayIn = (name: string, otherwise: CalendarDate) => {
    const text = textOf(values, name)
    return text === '' ? otherwise : typedDay(text, today)
  }
  const [from, to] = [dayIn('desde', usual.from), dayIn('hasta', usual.to)]
  const faults = faultsIn(from, to)
  const errors = faults.map(([field, key]) => fieldError(languageOf(req), field, key))
  if (!from || !to || errors.length > 0) return { selection: null, errors }
  const sector = textOf(values, 'sector')
  const kind = isSector(sector) ? sector : null
  return { selection: { from, to, kind, institutionId: textOf(values, 'institucion') || null }, errors }
}

function faultsIn(
  from: CalendarDate | null,
  to: CalendarDate | null,
): readonly (readonly ['desde' | 'hasta', MessageKey])[] {
  if (!from) return [['desde', 'invalid.date']]
  if (!to) return [['hasta', 'invalid.date']]
  if (from < knownDays.from) return [['desde', 'figures.outside']]
  if (to > knownDays.to) return [['hasta', 'figures.outside']]
  return from > to ? [['hasta', 'figures.backwards']] : []
}

/** The form says which period is shown, also where the address left it out. */
function shownValues(values: SentValues, selection: Selection | null): SentValues {
  if (selection === null) return values
  const written = (day: string) => day.split('-').reverse().join('/')
  return {
    ...values,
    desde: textOf(values, 'desde') || written(selection.from),
    hasta: textOf(values, 'hasta') || written(selection.to),
  }
}

function whoIs(
  req: Request,
  { kind, institutionId }: Selection,
  institutions: readonly { readonly value: string; readonly label: string }[],
): string | null {
  const institution = institutions.find(({ value }) => value === institutionId)
  if (institution) return institution.label
  return kind === null ? null : translator(languageOf(req))(`sectors.${kind}`).toLowerCase()
}
