import type { Request, Response } from 'express'
import { StalePage } from '../../../client/pages/acts/stale-page.tsx'
import { ActPageForm } from '../../../client/pages/acts/act-page.tsx'
import { getRequest } from '../../requests/get-request.ts'
import type { Language } from '../../i18n/translate.ts'
import { actorOf } from '../actor.ts'
import { languageOf } from '../language.ts'
import type { ActForm } from './act-pages.tsx'
import { actPageData } from './act-page-data.ts'
import { textOf } from './form-body.ts'
import { labelOf } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'

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
        typed: typedFacts(languageOf(req), form),
        again: isAllowed && form.type !== 'resolved' ? <ActPageForm ctx={ctx} data={data} /> : null,
      }}
    />
  )
  sendPage(res, page, 409)
}

const ours = new Set(['version', 'idempotencyKey', 'step', 'from', 'fileSha256', 'evidenceKind'])

function typedFacts(language: Language, { values }: ActForm) {
  return Object.keys(values)
    .filter(name => !ours.has(name) && textOf(values, name) !== '')
    .map(name => ({ name: labelOf(language, name), value: textOf(values, name) }))
}
