import { Router, type Request, type Response } from 'express'
import { xlsxType } from '../../reports/annual-report-routes.ts'
import { readSummary } from '../../reports/report-summary.ts'
import { reportTask, type MadePart, type PartKind } from '../../reports/report-task.ts'
import { goneSignal } from '../gone-signal.ts'
import { languageOf } from '../language.ts'
import type { SentValues } from './form-body.ts'
import { isSwitch } from './language-pages.ts'
import type { Site } from './page-of.ts'
import { takeDraft } from './page-session.ts'
import { periodIn, reportDays, reportErrors } from './report-form.ts'
import { mayReport, showReport } from './report-screen.tsx'
import { queryOf } from './request-pages.tsx'

/** The Activity 4 report: its figures on screen, and the same ones as PDF, XLSX, CSV and JSON. */
export function reportPages(site: Site): Router {
  const router = Router()

  router.get('/informe', async (req, res) => {
    mayReport(req)
    if (!wasAsked(req)) {
      const values = takeDraft(req) ?? thisYear(site)
      return showReport(site, req, res, { values, errors: [], report: null })
    }
    if (isSwitch(queryOf(req)))
      return showReport(site, req, res, { values: askedIn(req), errors: [], report: null })
    const part = await made(site, req, res, 'summary')
    if (part)
      await showReport(site, req, res, { values: askedIn(req), errors: [], report: readSummary(part.bytes) })
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

/** Null where the period cannot be: the form that says so has been sent, also in place of a download. */
async function made(site: Site, req: Request, res: Response, kind: PartKind): Promise<MadePart | null> {
  const actor = mayReport(req)
  const values = askedIn(req)
  const { period, errors } = periodIn(values, languageOf(req), site.context.clock.today())
  if (!period) {
    await showReport(site, req, res, { values, errors, report: null })
    return null
  }
  try {
    const task = reportTask(actor, period, site.context.clock.today())
    const work = { ...task, parts: [kind], size: 'A4', edition: null } as const
    return (await site.press.make(work, { signal: goneSignal(res) }))[0] ?? null
  } catch (error) {
    const wrong = reportErrors(error, languageOf(req), values)
    if (!wrong) throw error
    await showReport(site, req, res, { values, errors: wrong, report: null })
    return null
  }
}

function wasAsked(req: Request): boolean {
  return [...reportDays, 'papel'].some(name => name in req.query)
}

/** As typed; a day that was given twice is shown whole, and is no day. */
function askedIn(req: Request): SentValues {
  const entries = [...reportDays, 'papel'].flatMap((name): [string, string][] => {
    const value = req.query[name]
    const texts = (Array.isArray(value) ? value : [value]).filter(text => typeof text === 'string')
    return texts.length === 0 ? [] : [[name, texts.join(' ').slice(0, 200)]]
  })
  return Object.fromEntries(entries)
}

function thisYear({ context }: Site): SentValues {
  const year = context.clock.today().slice(0, 4)
  return { desde: `01/01/${year}`, hasta: `31/12/${year}` }
}
