import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { VNode } from 'preact'
import { PlainSummaryPage, PublicChapterPage } from '../../../client/pages/editions/public-chapter-page.tsx'
import {
  PublicEditionPage,
  type PublicEditionData,
} from '../../../client/pages/editions/public-edition-page.tsx'
import { VerifyEditionPage } from '../../../client/pages/editions/verify-edition-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { chaptersOf } from '../../../client/report/chapters.ts'
import { newestEdition, publishedEdition, verifyEdition } from '../../editions/published-edition.ts'
import { AppError } from '../../errors.ts'
import { createFigureCases } from './figure-cases.ts'
import { languageOf } from '../language.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { casesFile, casesPage } from './public-cases-pages.tsx'
import { codeIn, publicEditionOf } from './public-edition-of.ts'
import { sendPublicPage } from './public-page.ts'

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
    const data = await publicEditionOf(site, req, code)
    // Published before pages were kept: its record has its files.
    if (data === null) return toRecord(site, req, res, code)
    const ctx = await pageContext(site, req)
    sendPublicPage(req, res, ctx, render(ctx, data, req))
  }
}

async function toRecord({ context }: Site, req: Request, res: Response, code: string): Promise<void> {
  const { edition } = await publishedEdition(context, code)
  res.redirect(302, `/${languageOf(req)}/informes/${edition.id}`)
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
