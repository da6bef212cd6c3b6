import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { ReportPage } from '../../../client/pages/report-page.tsx'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { hasPermission } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { xlsxType } from '../../reports/annual-report-routes.ts'
import { readSummary, type ReportSummary } from '../../reports/report-summary.ts'
import { reportTask, type MadePart, type PartKind } from '../../reports/report-task.ts'
import { actorFor, requireUser } from '../actor.ts'
import { goneSignal } from '../gone-signal.ts'
import { languageOf } from '../language.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { previewOf } from './report-preview.ts'
import { typedDay } from './typed-day.ts'

/** The Activity 4 report: its figures on screen, and the same ones as PDF, XLSX, CSV and JSON. */
export function reportPages(site: Site): Router {
  const router = Router()

  router.get('/informe', async (req, res) => {
    mayReport(req)
    if (!wasAsked(req)) return show(site, req, res, { values: thisYear(site), errors: [], report: null })
    const part = await made(site, req, res, 'summary')
    if (part)
      await show(site, req, res, { values: askedIn(req), errors: [], report: readSummary(part.bytes) })
  })

  router.get('/informe/actividad-4.pdf', async (req, res) => {
    const part = await made(site, req, res, `pdf_${languageOf(req)}`)
    if (part) res.attachment(part.name).type('application/pdf').send(Buffer.from(part.bytes))
  })

  router.get('/informe/actividad-4.xlsx', async (req, res) => {
    const part = await made(site, req, res, `xlsx_${languageOf(req)}`)
    if (part) res.attachment(part.name).type(xlsxType).send(Buffer.from(part.bytes))
  })

  router.get('/informe/casos.csv', async (req, res) => {
    const part = await made(site, req, res, 'cases')
    if (part) res.attachment(part.name).type('text/csv; charset=utf-8').send(Buffer.from(part.bytes))
  })

  router.get('/informe/cifras.json', async (req, res) => {
    const part = await made(site, req, res, 'figures')
    if (part) res.attachment(part.name).type('application/json').send(Buffer.from(part.bytes))
  })

  return router
}

function mayReport(req: Request) {
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'makeReports')) throw new AppError('forbidden')
  return actor
}

/** Null where the period cannot be: the form that says so has been sent, also in place of a download. */
async function made(site: Site, req: Request, res: Response, kind: PartKind): Promise<MadePart | null> {
  const actor = mayReport(req)
  const values = askedIn(req)
  const { period, errors } = periodIn(site, req, values)
  if (!period) {
    await show(site, req, res, { values, errors, report: null })
    return null
  }
  try {
    const task = reportTask(actor, period, site.context.clock.today())
    const work = { ...task, parts: [kind], size: 'A4', edition: null } as const
    return (await site.press.make(work, { signal: goneSignal(res) }))[0] ?? null
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
  readonly report: ReportSummary | null
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
