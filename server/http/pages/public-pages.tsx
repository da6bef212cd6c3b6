import { Router } from 'express'
import { DataPage } from '../../../client/pages/data-page.tsx'
import { HelpPage } from '../../../client/pages/help-page.tsx'
import { AccessibilityPage, PrivacyPage } from '../../../client/pages/text-page.tsx'
import { datasetNames, datasetOf } from '../../open-data/datasets.ts'
import { materialOf } from '../../open-data/material.ts'
import { mostMinutesOld } from '../../open-data/open-data.ts'
import { presentSnapshot } from '../../open-data/present-snapshot.ts'
import { licence } from '../../open-data/write-dataset.ts'
import { languageOf } from '../language.ts'
import { newsFeed } from './news-feed.ts'
import { pageContext, type Site } from './page-of.ts'
import { sendPublicPage, sendPublicText } from './public-page.ts'

/** Open data, the law and help, accessibility and privacy: for anyone. */
export function publicPages(site: Site): Router {
  const router = Router()

  router.get('/datos', async (req, res) => {
    const ctx = await pageContext(site, req)
    const material = await materialOf(site.context, site.openData)
    const { asOf, takenAt } = material.record
    const datasets = datasetNames.map(name => datasetOf(name, material))
    const snapshots = (await site.context.stores.snapshots.list()).map(presentSnapshot)
    sendPublicPage(
      req,
      res,
      ctx,
      <DataPage ctx={ctx} data={{ datasets, licence, asOf, takenAt, mostMinutesOld, snapshots }} />,
    )
  })

  router.get('/novedades.atom', async (req, res) => {
    sendPublicText(req, res, 'application/atom+xml; charset=utf-8', await newsFeed(site, languageOf(req)))
  })

  router.get('/ayuda', async (req, res) => {
    const ctx = await pageContext(site, req)
    sendPublicPage(req, res, ctx, <HelpPage ctx={ctx} />)
  })

  router.get('/accesibilidad', async (req, res) => {
    const ctx = await pageContext(site, req)
    sendPublicPage(req, res, ctx, <AccessibilityPage ctx={ctx} />)
  })

  router.get('/privacidad', async (req, res) => {
    const ctx = await pageContext(site, req)
    sendPublicPage(req, res, ctx, <PrivacyPage ctx={ctx} />)
  })

  return router
}
