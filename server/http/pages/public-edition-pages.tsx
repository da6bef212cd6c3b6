import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { VNode } from 'preact'
import { PublicCasesPage } from '../../../client/pages/editions/public-cases-page.tsx'
import { PlainSummaryPage, PublicChapterPage } from '../../../client/pages/editions/public-chapter-page.tsx'
import {
  PublicEditionPage,
  type PublicEditionData,
} from '../../../client/pages/editions/public-edition-page.tsx'
import { VerifyEditionPage } from '../../../client/pages/editions/verify-edition-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { chaptersOf } from '../../../client/report/chapters.ts'
import {
  keptReportOf,
  newestEdition,
  publishedEdition,
  verifyEdition,
} from '../../editions/published-edition.ts'
import { AppError } from '../../errors.ts'
import { csvText } from '../register/csv-text.ts'
import { createFigureCases, printedAt, type ReadCases } from './figure-cases.ts'
import { languageOf } from '../language.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { sendPublicPage, sendPublicText } from './public-page.ts'

/**
 * The published report for anyone, at `/informes/A4-2026-1`: made from what the edition kept when it was published.
 * A draft and an edition in reply are not found, whoever asks.
 */
export function publicEditionPages(site: Site): Router {
  const router = Router()
  const readCases = createFigureCases(site.context)

  router.get('/informe/verificar', verifyFromSeal(site))

  router.get('/informes/ultimo', async (req, res) => {
    const newest = await newestEdition(site.context)
    res.redirect(302, `/${languageOf(req)}/informes${newest ? `/${newest.code}` : ''}`)
  })

  router.get(
    '/informes/:code',
    ofEdition(site, (ctx, data) => <PublicEditionPage ctx={ctx} data={data} />),
  )

  router.get(
    '/informes/:code/resumen',
    ofEdition(site, (ctx, data) => <PlainSummaryPage ctx={ctx} data={data} />),
  )

  router.get('/informes/:code/casos', casesPage(site, readCases))
  router.get('/informes/:code/casos.csv', casesFile(site, readCases))

  router.get(
    '/informes/:code/:chapter',
    ofEdition(site, (ctx, data, req) => {
      const chapter = chaptersOf(data.report.blocks).find(({ heading }) => heading.id === req.params.chapter)
      if (!chapter) throw new AppError('not-found')
      return <PublicChapterPage ctx={ctx} data={{ ...data, chapter }} />
    }),
  )

  return router
}

type Render = (ctx: PageContext, data: PublicEditionData, req: Request) => VNode

/** Other addresses below /informes name an edition by its id: they are not for here. */
function ofEdition(site: Site, render: Render): RequestHandler {
  return async (req, res, next) => {
    const code = codeIn(req)
    if (code === null) return next()
    const data = await dataOf(site, req, code)
    // Published before pages were kept: its record has its files.
    if (data === null) return toRecord(site, req, res, code)
    const ctx = await pageContext(site, req)
    sendPublicPage(req, res, ctx, render(ctx, data, req))
  }
}

function codeIn(req: Request): string | null {
  const code = String(req.params.code)
  return /^A4-\d{4}-\d+$/.test(code) ? code : null
}

async function dataOf({ context }: Site, req: Request, code: string): Promise<PublicEditionData | null> {
  const published = await publishedEdition(context, code)
  const report = await keptReportOf(context, published.edition, languageOf(req))
  return report && { ...published, report }
}

async function toRecord({ context }: Site, req: Request, res: Response, code: string): Promise<void> {
  const { edition } = await publishedEdition(context, code)
  res.redirect(302, `/${languageOf(req)}/informes/${edition.id}`)
}

/** Cases on a page of a list. */
const onPage = 200

function casesPage(site: Site, readCases: ReadCases): RequestHandler {
  return async (req, res, next) => {
    const code = codeIn(req)
    if (code === null) return next()
    const data = await dataOf(site, req, code)
    if (data === null) throw new AppError('not-found')
    const opens = opensIn(req)
    const found = await readCases(data.edition, opens, languageOf(req))
    const from = startIn(req, found.rows.length)
    const rows = found.rows.slice(from - 1, from - 1 + onPage)
    const next200 = from + onPage
    const ctx = await pageContext(site, req)
    const label = printedAt(data.report, opens) ?? opens.join(', ')
    const shown = {
      ...data,
      ...{ label, opens, of: found.of, repeated: found.repeated, total: found.rows.length, from, rows },
      next: next200 > found.rows.length ? null : next200,
    }
    sendPublicPage(req, res, ctx, <PublicCasesPage ctx={ctx} data={shown} />)
  }
}

function casesFile(site: Site, readCases: ReadCases): RequestHandler {
  return async (req, res, next) => {
    const code = codeIn(req)
    if (code === null) return next()
    const { edition } = await publishedEdition(site.context, code)
    const { rows } = await readCases(edition, opensIn(req), languageOf(req))
    const header = ['caso', 'institucion', 'recibida', 'vence', 'situacion']
    const lines = rows.map(row => [row.reference, row.institution, row.receivedOn, row.dueOn, row.situation])
    res.attachment(`casos_${code}.csv`)
    sendPublicText(req, res, 'text/csv; charset=utf-8', csvText(header, lines))
  }
}

/** A number is the sum of three lists at most; an address made by hand may not ask for a thousand. */
const mostOpened = 10

/** @throws AppError 'not-found' where none is named */
function opensIn(req: Request): readonly string[] {
  const asked = [req.query.cifra].flat().filter(each => typeof each === 'string')
  if (asked.length === 0 || asked.length > mostOpened) throw new AppError('not-found')
  return asked
}

function startIn(req: Request, total: number): number {
  const asked = Number(req.query.desde ?? 1)
  return Number.isInteger(asked) && asked >= 1 && asked <= Math.max(total, 1) ? asked : 1
}

/** The address in a seal names the edition and the digest of its data; without them it is another page. */
function verifyFromSeal(site: Site): RequestHandler {
  return async (req, res, next) => {
    const { edicion: code, datos: digest } = req.query
    if (typeof code !== 'string' || typeof digest !== 'string') return next()
    const asked = { code: code.slice(0, 40), digest: digest.slice(0, 64).toLowerCase() }
    const data = { ...asked, found: await verifyEdition(site.context, asked) }
    sendPage(res, <VerifyEditionPage ctx={await pageContext(site, req)} data={data} />)
  }
}
