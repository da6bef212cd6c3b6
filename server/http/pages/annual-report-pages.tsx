import { Router } from 'express'
import { AnnualReportPage } from '../../../client/pages/unit/annual-report-page.tsx'
import { annualReport } from '../../reports/annual-report.ts'
import { actorFor, requireUser } from '../actor.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'

/** The draft of the year's report of a unit (article 48). */
export function annualReportPages(site: Site): Router {
  const router = Router()

  router.get('/informe-anual', async (req, res) => {
    const { anio } = req.query
    const year = typeof anio === 'string' && anio !== '' ? Number(anio) : null
    const report = await annualReport(site.context, actorFor(requireUser(req)), year)
    sendPage(res, <AnnualReportPage ctx={await pageContext(site, req)} report={report} />)
  })

  return router
}
