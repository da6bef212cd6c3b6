import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Router, type Request } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { RequestPage } from '../../../client/pages/request-page.tsx'
import { RequestsPage, type RequestsPageData } from '../../../client/pages/requests-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { requestStates } from '../../domain/request/states.ts'
import { getRequest } from '../../requests/get-request.ts'
import { readAddress } from '../../requests/list-address.ts'
import { countViews, listRequests } from '../../requests/list-requests.ts'
import { openAttachment } from '../../requests/open-attachment.ts'
import { actorOf } from '../actor.ts'
import { sendFile } from '../send-file.ts'
import { caseworkFor } from './casework-pages.tsx'
import { institutionOptions } from './choices.ts'
import { addressOf } from './download-pages.ts'
import { textOf, type SentValues } from './form-body.ts'
import { formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { takeDraft } from './page-session.ts'
import { sendPublicPage } from './public-page.ts'
import { toolsFor } from './request-tools.ts'

const rowsOnPage = 25
const mostCounted = 1000

/** The list, a request, its files: the public sees what is published. */
export function requestPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/solicitudes', async (req, res) => {
    const ctx = await pageContext(site, req)
    const data = await listData(site, req, ctx)
    const page = <RequestsPage ctx={ctx} data={data} />
    if (data.form.errors.length > 0) sendPage(res, page, 422)
    else sendPublicPage(req, res, ctx, page)
  })

  router.get('/solicitudes/:requestId', async (req, res) => {
    const { requestId } = req.params
    const request = await getRequest(context, actorOf(req), requestId)
    const [casework, tools, ctx] = await Promise.all([
      caseworkFor(site, req, requestId, { values: takeDraft(req) ?? {}, errors: [] }),
      toolsFor(site, actorOf(req), request),
      pageContext(site, req),
    ])
    const page = <RequestPage ctx={ctx} request={request} casework={casework} tools={tools} />
    sendPublicPage(req, res, ctx, page)
  })

  router.get('/solicitudes/:requestId/archivos/:sha256', async (req, res) => {
    const { requestId, sha256 } = req.params
    const { attachment, content } = await openAttachment(context, actorOf(req), { requestId, sha256 })
    sendFile(res, attachment)
    await pipeline(content, res)
  })

  return router
}

async function listData(site: Site, req: Request, ctx: PageContext): Promise<RequestsPageData> {
  const { context } = site
  const actor = actorOf(req)
  const values = queryOf(req)
  const { input, errors } = listInput(req, values, ctx)
  const [{ items, next }, counts, institutions] = await Promise.all([
    listRequests(context, actor, input),
    countViews(context, actor, mostCounted),
    institutionOptions(context),
  ])
  const options = institutions.map(({ value, label }) => ({ id: value, name: label }))
  return {
    view: input.view,
    counts: {
      todas: counts.todas ?? 0,
      vencidas: counts.vencidas ?? 0,
      pronto: counts.pronto ?? 0,
      adelante: counts.adelante ?? 0,
      en_curso: counts.en_curso ?? 0,
    },
    mostCounted,
    order: input.order,
    form: formWith(values, errors, randomUUID),
    chips: chips(ctx, values, options),
    institutions: actor.institutionId === null ? options : [],
    rows: items,
    nextCursor: next,
  }
}

export function queryOf(req: Request): SentValues {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(req.query))
    if (typeof value === 'string') values[name] = value.slice(0, 2000)
  return values
}

/** What the address asks for; an unreadable day is said and left out, and the list is still shown. */
function listInput(req: Request, values: SentValues, { t, today }: PageContext) {
  const { input, wrongDays } = readAddress(addressOf(req), today)
  const errors = wrongDays.map((field): FieldError => {
    const label = t(field === 'desde' ? 'filters.from' : 'filters.to')
    return { field, key: 'invalid.date', values: { label } }
  })
  const page = { limit: rowsOnPage, cursor: textOf(values, 'cursor') || null }
  return { input: { ...input, ...page }, errors }
}

type Chip = RequestsPageData['chips'][number]

function chips(
  ctx: PageContext,
  values: SentValues,
  institutions: readonly { id: string; name: string }[],
): Chip[] {
  const { t } = ctx
  const words = (name: string, value: string): string => {
    const state = requestStates.find(one => one === value)
    if (name === 'estado') return state ? t(`state.${state}`) : value
    if (name === 'institucion') return institutions.find(({ id }) => id === value)?.name ?? value
    if (name === 'desde') return t('chip.desde', { value })
    return name === 'hasta' ? t('chip.hasta', { value }) : t('chip.q', { value })
  }
  return ['q', 'estado', 'institucion', 'desde', 'hasta'].flatMap(name => {
    const value = textOf(values, name)
    return value === '' ? [] : [{ name, value, label: words(name, value) }]
  })
}
