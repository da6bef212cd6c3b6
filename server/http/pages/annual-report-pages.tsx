import { Router, type Request } from 'express'
import { AnnualReportPage } from '../../../client/pages/unit/annual-report-page.tsx'
import { annualReport } from '../../reports/annual-report.ts'
import { sendAnnualPdf, sendAnnualWorkbook } from '../../reports/annual-report-routes.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'

/** The year's report of a unit (article 48): on screen, as a spreadsheet and as a PDF. */
export function annualReportPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/informe-anual', async (req, res) => {
    const report = await asked(site, req)
    sendPage(res, <AnnualReportPage ctx={await pageContext(site, req)} report={report} />)
  })

  router.get('/informe-anual.xlsx', async (req, res) => {
    const report = await asked(site, req)
    await sendAnnualWorkbook(context, res.set(asPrivate), report, languageOf(req))
  })

  router.get('/informe-anual.pdf', async (req, res) => {
    const report = await asked(site, req)
    await sendAnnualPdf(context, res.set(asPrivate), report, languageOf(req))
  })

  return router
}

const asPrivate = { 'Cache-Control': 'private, no-store' } as const

function asked(site: Site, req: Request) {
  const { anio } = req.query
  const year = typeof anio === 'string' && anio !== '' ? Number(anio) : null
  return annualReport(site.context, actorFor(requireUser(req)), year)
}
