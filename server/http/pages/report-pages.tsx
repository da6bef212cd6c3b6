import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import type { PageContext } from '../../../client/page-context.ts'
import { ReportPage, type ReportPreview } from '../../../client/pages/report-page.tsx'
import { figuresJson } from '../../../reports/activity-4/attachments.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { hasPermission } from '../../domain/permissions.ts'
import type { GroupFigures } from '../../domain/statistics/indicators.ts'
import { AppError } from '../../errors.ts'
import { formatsFor } from '../../i18n/format.ts'
import { makeReport, type MadeReport } from '../../reports/make-report.ts'
import { printReport } from '../../reports/print-report.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { typedDay } from './typed-day.ts'

/** The Activity 4 report: its figures on screen, and the same ones as PDF, CSV and JSON. */
export function reportPages(site: Site): Router {
  const router = Router()

  router.get('/informe', async (req, res) => {
    mayReport(req)
    if (!wasAsked(req)) return show(site, req, res, { values: thisYear(site), errors: [], report: null })
    const report = await made(site, req, res)
    if (report) await show(site, req, res, { values: askedIn(req), errors: [], report })
  })

  router.get('/informe/actividad-4.pdf', async (req, res) => {
    const report = await made(site, req, res)
    if (!report) return
    const { from, to } = report.figures.period
    const name = `informe-actividad-4_${from}_${to}.pdf`
    await printReport(report.document, () => res.attachment(name).type('application/pdf'))
  })

  router.get('/informe/casos.csv', async (req, res) => {
    const report = await made(site, req, res)
    if (!report) return
    const file = report.document.attachments.find(({ name }) => name.startsWith('casos_'))
    if (!file) throw new AppError('not-found')
    res.attachment(file.name).type('text/csv; charset=utf-8').send(Buffer.from(file.bytes))
  })

  router.get('/informe/cifras.json', async (req, res) => {
    const report = await made(site, req, res)
    if (!report) return
    const { from, to } = report.figures.period
    res.attachment(`cifras_${from}_${to}.json`).type('application/json').send(figuresJson(report.figures))
  })

  return router
}

function mayReport(req: Request) {
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'makeReports')) throw new AppError('forbidden')
  return actor
}

/** Null where the period cannot be: the form that says so has been sent, also in place of a download. */
async function made(site: Site, req: Request, res: Response): Promise<MadeReport | null> {
  const actor = mayReport(req)
  const values = askedIn(req)
  const { period, errors } = periodIn(site, req, values)
  if (!period) {
    await show(site, req, res, { values, errors, report: null })
    return null
  }
  try {
    return await makeReport(site.context, actor, { ...period, language: languageOf(req) })
  } catch (error) {
    const wrong = reportErrors(error, req, values)
    if (!wrong) throw error
    await show(site, req, res, { values, errors: wrong, report: null })
    return null
  }
}

/** In the form's words: those of the API speak of acts, and write days another way. */
function reportErrors(error: unknown, req: Request, values: SentValues): readonly FieldError[] | null {
  const code = error instanceof AppError ? error.code : null
  const language = languageOf(req)
  if (code === 'period-invalid')
    return [fieldError(language, 'hasta', 'report.wrong.period', { from: textOf(values, 'desde') })]
  if (code === 'in-the-future') return [fieldError(language, 'al', 'invalid.date.future')]
  return formErrors(error, language, 'hasta')
}

const asked = ['desde', 'hasta', 'al'] as const

function wasAsked(req: Request): boolean {
  return asked.some(name => name in req.query)
}

/** As typed; a day that was given twice is shown whole, and is no day. */
function askedIn(req: Request): SentValues {
  const entries = asked.flatMap((name): [string, string][] => {
    const value = req.query[name]
    const texts = (Array.isArray(value) ? value : [value]).filter(text => typeof text === 'string')
    return texts.length === 0 ? [] : [[name, texts.join(' ').slice(0, 200)]]
  })
  return Object.fromEntries(entries)
}

interface Asked {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly asOf: CalendarDate | null
}

function periodIn(
  { context }: Site,
  req: Request,
  values: SentValues,
): { period: Asked | null; errors: readonly FieldError[] } {
  const today = context.clock.today()
  const [from, to, asOf] = asked.map(name => typedDay(textOf(values, name), today))
  const errors = asked.flatMap(name => {
    const text = textOf(values, name)
    if (text === '') return name === 'al' ? [] : [fieldError(languageOf(req), name, 'invalid.required')]
    return typedDay(text, today) === null ? [fieldError(languageOf(req), name, 'invalid.date')] : []
  })
  return { period: from && to && errors.length === 0 ? { from, to, asOf: asOf ?? null } : null, errors }
}

function thisYear({ context }: Site): SentValues {
  const year = context.clock.today().slice(0, 4)
  return { desde: `01/01/${year}`, hasta: `31/12/${year}` }
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly report: MadeReport | null
}

async function show(
  site: Site,
  req: Request,
  res: Response,
  { values, errors, report }: Shown,
): Promise<void> {
  const ctx = await pageContext(site, req)
  const preview = report && previewOf(ctx, report)
  const data = { form: formWith(values, errors, randomUUID), preview }
  sendPage(res, <ReportPage ctx={ctx} data={data} />, errors.length > 0 ? 422 : 200)
}

/** The first figures of the report, said as it says them: with n, and "sin datos" where there are none. */
function previewOf(ctx: PageContext, { figures }: MadeReport): ReportPreview {
  const { t } = ctx
  const { percent, number } = formatsFor(ctx.language)
  const { volume, timeliness, days } = figures.indicators
  const share = ({ rate, count, n }: { rate: number | null; count: number; n: number | null }) => {
    if (n === null || n === 0) return t('report.none')
    return rate === null ? t('report.of', { count, n }) : percent(rate)
  }
  const names = new Map(figures.institutions.map(({ id, name }) => [id, name]))
  return {
    ...figures.period,
    asOf: figures.asOf,
    figures: [
      { label: t('report.figure.received'), value: number(volume.received.count), n: volume.received.count },
      { label: t('report.figure.onTime'), value: share(timeliness.onTime), n: timeliness.onTime.n ?? 0 },
      {
        label: t('report.figure.unanswered'),
        value: share(timeliness.unanswered),
        n: timeliness.unanswered.n ?? 0,
      },
      {
        label: t('report.figure.median'),
        value:
          days.working.median === null ? t('report.none') : t('report.days', { days: days.working.median }),
        n: days.working.n,
      },
    ],
    institutions: figures.byInstitution.filter(hasCases).map(({ key, onTime, late, unanswered }) => ({
      id: key,
      name: names.get(key) ?? key,
      due: onTime.n ?? 0,
      inTime: onTime.count,
      late: late.count,
      silent: unanswered.count,
    })),
  }
}

/** An institution without a request received or due in the period has no figures: 0 would read as one. */
function hasCases({ received, onTime }: GroupFigures): boolean {
  return received.count > 0 || (onTime.n ?? 0) > 0
}
