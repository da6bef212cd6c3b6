import { Router, type Request, type Response } from 'express'
import Joi from 'joi'
import { article48Document } from '../../reports/article-48/document.ts'
import { article48Json } from '../../reports/article-48/figures.ts'
import { article48Workbook } from '../../reports/article-48/workbook.ts'
import { workbookBytes } from '../../reports/workbook.ts'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import { translator, type Language } from '../i18n/translate.ts'
import { annualReport, type AnnualReport } from './annual-report.ts'
import { printReport } from './print-report.ts'

const yearQuery = Joi.object<{ year: number | null; language: Language | null }>({
  year: Joi.number().integer().empty('').allow(null).default(null),
  language: Joi.string().valid('es', 'en').empty('').allow(null).default(null),
})

/** /api/v1/reports/annual-report: the own institution's yearly report of article 48 as JSON, XLSX and PDF. */
export function annualReportRoutes(context: Context): Router {
  const router = Router()

  router.get('/annual-report', async (req, res) => {
    const { report } = await asked(context, req)
    res.type('application/json').send(article48Json(report))
  })

  router.get('/annual-report.xlsx', async (req, res) => {
    const { report, language } = await asked(context, req)
    await sendAnnualWorkbook(context, res, report, language)
  })

  router.get('/annual-report.pdf', async (req, res) => {
    const { report, language } = await asked(context, req)
    await sendAnnualPdf(context, res, report, language)
  })

  return router
}

async function asked(context: Context, req: Request) {
  const { year, language } = parse(yearQuery, req.query)
  const report = await annualReport(context, actorOf(req), year)
  return { report, language: language ?? languageOf(req) }
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function sendAnnualWorkbook(
  context: Context,
  res: Response,
  report: AnnualReport,
  language: Language,
): Promise<void> {
  const workbook = article48Workbook(report, reportLanguage(language), noticeIn(context, language).notice)
  res
    .attachment(`${nameOf(report)}.xlsx`)
    .type(xlsxType)
    .send(await workbookBytes(workbook))
}

/** @throws AppError 'missing-glyph' */
export async function sendAnnualPdf(
  context: Context,
  res: Response,
  report: AnnualReport,
  language: Language,
): Promise<void> {
  const document = article48Document({
    figures: report,
    language: reportLanguage(language),
    ...noticeIn(context, language),
  })
  await printReport(document, () => res.attachment(`${nameOf(report)}.pdf`).type('application/pdf'))
}

function nameOf({ year, asOf }: AnnualReport): string {
  return `informe-anual_${year}_${asOf}`
}

function reportLanguage(language: Language): 'es-GT' | 'en' {
  return language === 'es' ? 'es-GT' : 'en'
}

/** A paper on invented data must never pass for one on real ones. */
function noticeIn({ config }: Context, language: Language): { notice?: string } {
  return config.demo ? { notice: translator(language)('tools.demo') } : {}
}
