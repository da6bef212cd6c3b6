import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { InstitutionPage } from '../../../client/pages/institution-page.tsx'
import { InstitutionsPage } from '../../../client/pages/institutions-page.tsx'
import { foldName } from '../../domain/names.ts'
import { hasPermission } from '../../domain/permissions.ts'
import {
  institutionLines,
  institutionRecord,
  type InstitutionLine,
} from '../../open-data/institution-record.ts'
import { mostMinutesOld } from '../../open-data/open-data.ts'
import type { Institution } from '../../store/institution-store.ts'
import { actorOf } from '../actor.ts'
import { textOf, type SentValues } from './form-body.ts'
import { formWith } from './form-faults.ts'
import { pageContext, type Site } from './page-of.ts'
import { sendPublicPage } from './public-page.ts'
import { publishedSummaries } from './published-summaries.ts'
import { queryOf } from './request-pages.tsx'

const onPage = 60

/** The register of institutions with what is on record of each: public. */
export function institutionPages(site: Site): Router {
  const { context, openData } = site
  const router = Router()

  router.get('/instituciones', async (req, res) => {
    const values = queryOf(req)
    const ctx = await pageContext(site, req)
    const { lines, figures } = await institutionLines(openData, await registerByName(site))
    const found = lines.filter(line => isSought(line, values))
    const start = startIn(values)
    const data = {
      form: formWith(values, [], randomUUID),
      lines: found.slice(start, start + onPage),
      count: found.length,
      nextCursor: start + onPage < found.length ? String(start + onPage) : null,
      figures,
      mayAdd: hasPermission(actorOf(req), 'manageInstitutions'),
      mostMinutesOld,
    }
    sendPublicPage(req, res, ctx, <InstitutionsPage ctx={ctx} data={data} />)
  })

  router.get('/instituciones/:institutionId', async (req, res, next) => {
    const institution = await context.stores.institutions.find(req.params.institutionId)
    // Another page may have that address.
    if (!institution) return next()
    const record = await institutionRecord(context, openData, institution)
    const ctx = await pageContext(site, req)
    const data = {
      ...record,
      requests: await publishedSummaries(site, record.latest),
      mayEdit: hasPermission(actorOf(req), 'manageInstitutions'),
      mostMinutesOld,
    }
    return sendPublicPage(req, res, ctx, <InstitutionPage ctx={ctx} data={data} />)
  })

  return router
}

async function registerByName({ context: { stores } }: Site): Promise<Institution[]> {
  const institutions: Institution[] = []
  for await (const institution of stores.institutions.all()) institutions.push(institution)
  return institutions.sort((a, b) => a.name.localeCompare(b.name, 'es'))
}

/** Every word stands in the name or is the acronym's beginning. */
function isSought({ name, acronym, kind }: InstitutionLine, values: SentValues): boolean {
  const sector = textOf(values, 'sector')
  if (sector !== '' && sector !== kind) return false
  const text = `${foldName(name)} ${foldName(acronym)}`
  return foldName(textOf(values, 'q'))
    .split(' ')
    .every(word => text.includes(word))
}

function startIn(values: SentValues): number {
  const typed = textOf(values, 'cursor')
  return /^\d{1,6}$/.test(typed) ? Number(typed) : 0
}
