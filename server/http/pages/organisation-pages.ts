import { Router } from 'express'
import { barrierPages } from './barrier-pages.tsx'
import { downloadPages } from './download-pages.ts'
import { feedPages } from './feed-pages.ts'
import { importPages } from './import-pages.tsx'
import { logRequestPages } from './log-request-pages.tsx'
import { organisationHome } from './organisation-home.tsx'
import type { Site } from './page-of.ts'
import { ratingPages } from './rating-pages.tsx'
import { reviewPages } from './review-pages.tsx'
import { savedViewPages } from './saved-view-pages.tsx'
import { userPages } from './user-pages.tsx'

/** The screens of a civil organisation. They stand before the page of one request, whose address would take theirs. */
export function organisationPages(site: Site): Router {
  const first = Router().use(organisationHome(site), logRequestPages(site), barrierPages(site))
  return first.use(
    ratingPages(site),
    reviewPages(site),
    downloadPages(site),
    savedViewPages(site),
    feedPages(site),
    userPages(site),
    importPages(site),
  )
}
