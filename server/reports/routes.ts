import { Router, type Request } from 'express'
import { renderPdf } from '../../reports/pdf/render-pdf.ts'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import { makeReport } from './make-report.ts'
import { reportQuery } from './schemas.ts'

/** /api/v1/reports/activity-4: the same figures as JSON, as the PDF that is sent, and as its list of cases. */
export function reportRoutes(context: Context): Router {
  const router = Router()

  router.get('/activity-4', async (req, res) => {
    res.json((await made(context, req)).figures)
  })

  router.get('/activity-4.pdf', async (req, res) => {
    const { document, figures } = await made(context, req)
    const { from, to } = figures.period
    res.attachment(`informe-actividad-4_${from}_${to}.pdf`).type('application/pdf')
    await renderPdf(document, res)
  })

  router.get('/activity-4.csv', async (req, res) => {
    const { document } = await made(context, req)
    const file = document.attachments.find(({ name }) => name.startsWith('casos_'))
    if (!file) throw new RangeError('The report has no list of cases')
    res.attachment(file.name).type('text/csv; charset=utf-8').send(Buffer.from(file.bytes))
  })

  return router
}

function made(context: Context, req: Request) {
  const { language, ...query } = parse(reportQuery, req.query)
  return makeReport(context, actorOf(req), { ...query, language: language ?? languageOf(req) })
}
