import type { Request, Response } from 'express'
import type { VNode } from 'preact'
import { StalePage } from '../../../client/pages/acts/stale-page.tsx'
import type { ActPageData } from '../../../client/pages/acts/act-form.ts'
import { ActPageForm } from '../../../client/pages/acts/act-page.tsx'
import { ResolveForm } from '../../../client/pages/acts/resolve-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { getRequest } from '../../requests/get-request.ts'
import { actorOf } from '../actor.ts'
import { languageOf } from '../language.ts'
import type { ActForm } from './act-pages.tsx'
import { actPageData } from './act-page-data.ts'
import { textOf } from './form-body.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { typedFacts } from './typed-facts.ts'

/** Two people at once: what was added meanwhile, and the form with all that was typed, on the new version. */
export async function showStale(site: Site, req: Request, res: Response, form: ActForm): Promise<void> {
  const request = await getRequest(site.context, actorOf(req), form.request.id)
  const ctx = await pageContext(site, req)
  const seen = Number(textOf(form.values, 'version'))
  const isAllowed = request.allowedActions.some(action => action.type === form.type)
  const data = await actPageData(site, req, {
    ...form,
    request,
    errors: [],
    values: { ...form.values, version: String(request.version) },
  })
  const added = Math.max(1, request.version - (Number.isInteger(seen) ? seen : 0))
  const page = (
    <StalePage
      ctx={ctx}
      data={{
        request,
        // Each version is one change; a change may add more than one event, so this never shows too few.
        newer: request.timeline.slice(0, Math.min(request.timeline.length, added + 1)),
        typed: typedFacts(languageOf(req), data),
        type: form.type,
        again: isAllowed ? formAgain(ctx, data) : null,
      }}
    />
  )
  sendPage(res, page, 409)
}

/** A decision begins again where its words are: what was typed stands in its fields. */
function formAgain(ctx: PageContext, data: ActPageData): VNode {
  if (data.type === 'resolved') return <ResolveForm ctx={ctx} data={data} step="razones" />
  return <ActPageForm ctx={ctx} data={data} />
}
