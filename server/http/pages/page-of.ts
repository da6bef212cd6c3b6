import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import type { VNode } from 'preact'
import { renderPage } from '../../../client/render.tsx'
import type { PageActor, PageContext } from '../../../client/page-context.ts'
import type { Auth } from '../../auth/auth.ts'
import type { Context } from '../../context.ts'
import type { EditionPrinter } from '../../editions/edition-printer.ts'
import { translator } from '../../i18n/translate.ts'
import type { OpenData } from '../../open-data/open-data.ts'
import type { Press } from '../../reports/press.ts'
import type { ReportJobs } from '../../reports/report-jobs.ts'
import type { RollUps } from '../../roll-ups/roll-ups.ts'
import type { User } from '../../store/user-store.ts'
import { userOf } from '../actor.ts'
import { csrfTokenOf } from '../csrf.ts'
import { languageOf } from '../language.ts'
import { formPathOf, takeFlash } from './page-session.ts'

/** What the pages' routes share. */
export interface Site {
  readonly context: Context
  readonly auth: Auth
  readonly openData: OpenData
  readonly rollUps: RollUps
  readonly press: Press
  readonly printer: EditionPrinter
  readonly reportJobs: ReportJobs
  /** Every page says that its data are invented. */
  readonly demo: boolean
}

/** What a page knows of the request besides its own data. */
export async function pageContext({ context, demo }: Site, req: Request): Promise<PageContext> {
  const language = languageOf(req)
  const user = userOf(req)
  const query = req.originalUrl.indexOf('?')
  return {
    language,
    t: translator(language),
    path: formPathOf(req)
      .replace(/^\/(es|en)(?=\/|$)/, '')
      .replace(/\/$/, ''),
    query: query < 0 ? '' : req.originalUrl.slice(query),
    actor: user && (await pageActor(context, user)),
    csrf: csrfTokenOf(req),
    flash: takeFlash(req),
    demo,
    today: context.clock.today(),
  }
}

const mostUnread = 100

async function pageActor(
  { stores }: Context,
  { id, role, organisationId, institutionId }: User,
): Promise<PageActor> {
  const [unread, organisation, institution] = await Promise.all([
    stores.notifications.countUnread(id, mostUnread),
    organisationId && stores.organisations.find(organisationId),
    institutionId && stores.institutions.find(institutionId),
  ])
  const side = institution ? `UIP · ${institution.acronym}` : organisation ? organisation.name : null
  return { role, side, unread, owner: ownerOf(id) }
}

function ownerOf(userId: string): string {
  return createHash('sha256').update(`drafts\n${userId}`).digest('hex').slice(0, 16)
}

/** Pages are of one reader and one moment: nothing between us and the browser may keep them. */
export function sendPage(res: Response, page: VNode, status = 200): void {
  res.status(status).set('Cache-Control', 'private, no-store').type('html').send(renderPage(page))
}
