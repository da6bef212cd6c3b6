import { Router } from 'express'
import { PublicHomePage } from '../../../client/pages/home-page.tsx'
import type { Role } from '../../domain/request/events.ts'
import { userOf } from '../actor.ts'
import { newestEdition } from '../../editions/published-edition.ts'
import { languageOf } from '../language.ts'
import { mostMinutesOld } from '../../open-data/open-data.ts'
import { lastTwelveMonths } from '../../open-data/selection.ts'
import { pageContext, type Site } from './page-of.ts'
import { sendPublicPage } from './public-page.ts'
import { publishedSummaries } from './published-summaries.ts'

const mostLatest = 5

/** Where each begins the day. */
const startOf: Readonly<Record<Role, string>> = {
  organisation_member: '/inicio',
  organisation_admin: '/inicio',
  uip_officer: '/bandeja',
  uip_head: '/bandeja',
  regulator: '/panel',
  coordinator: '/panel',
  system_admin: '/usuarios',
  system: '/solicitudes',
  public: '/solicitudes',
}

export function inboxPages(site: Site): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const user = userOf(req)
    if (user) return res.redirect(302, `/${languageOf(req)}${startOf[user.role]}`)
    const { openData } = site
    const record = await openData.record()
    const all = { ...lastTwelveMonths(record.asOf), kind: null, institutionId: null }
    const ctx = await pageContext(site, req)
    const data = {
      figures: await openData.figures(all),
      latest: await publishedSummaries(site, await resolvedLast(openData)),
      mostMinutesOld,
      newest: await newestEdition(site.context),
    }
    return sendPublicPage(req, res, ctx, <PublicHomePage ctx={ctx} data={data} />)
  })

  return router
}

async function resolvedLast(openData: Site['openData']): Promise<readonly string[]> {
  return (await openData.news(mostLatest, 'resolved')).map(({ requestId }) => requestId)
}
