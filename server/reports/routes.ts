import { Router, type Request } from 'express'
import { figuresJson } from '../../reports/activity-4/attachments.ts'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import { makeReport } from './make-report.ts'
import { printReport } from './print-report.ts'
import { reportQuery } from './schemas.ts'

/**
 * /api/v1/reports/activity-4: the figures as JSON, byte for byte the file that the PDF embeds, the PDF itself,
 * and its list of cases, whose rows the figures' `caseRows` count.
 */
export function reportRoutes(context: Context): Router {
  const router = Router()

  router.get('/activity-4', async (req, res) => {
    res.type('application/json').send(figuresJson((await made(context, req)).figures))
  })

  router.get('/activity-4.pdf', async (req, res) => {
    const { document, figures } = await made(context, req)
    const { from, to } = figures.period
    const name = `informe-actividad-4_${from}_${to}.pdf`
    await printReport(document, () => res.attachment(name).type('application/pdf'))
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
