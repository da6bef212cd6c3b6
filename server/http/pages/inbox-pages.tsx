import { Router, type Request } from 'express'
import { PublicHomePage } from '../../../client/pages/home-page.tsx'
import { InboxPage, type InboxGroup, type InboxRow } from '../../../client/pages/inbox-page.tsx'
import { primaryAction } from '../../../client/parts/next-step.tsx'
import { partiesFor } from '../../domain/request/decide.ts'
import type { Actor, Role } from '../../domain/request/events.ts'
import { actionsFrom, transitionFor } from '../../domain/request/transitions.ts'
import { AppError } from '../../errors.ts'
import { listRequests, type ListRequests } from '../../requests/list-requests.ts'
import type { RequestSummary } from '../../requests/request-view.ts'
import { actorFor, requireUser, userOf } from '../actor.ts'
import { languageOf } from '../language.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'

const rowsInGroup = 20

/** Where each begins the day. */
const startOf: Readonly<Record<Role, string>> = {
  organisation_member: '/inicio',
  organisation_admin: '/inicio',
  uip_officer: '/bandeja',
  uip_head: '/bandeja',
  regulator: '/solicitudes',
  coordinator: '/solicitudes',
  system_admin: '/usuarios',
  system: '/solicitudes',
  public: '/solicitudes',
}

export function inboxPages(site: Site): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const user = userOf(req)
    if (user) return res.redirect(302, `/${languageOf(req)}${startOf[user.role]}`)
    return sendPage(res, <PublicHomePage ctx={await pageContext(site, req)} />)
  })

  router.get('/bandeja', async (req, res) => {
    const user = requireUser(req)
    if (user.institutionId === null) throw new AppError('forbidden')
    const institution = await site.context.stores.institutions.find(user.institutionId)
    const data = { institution: institution?.name ?? '', groups: await groups(site, req) }
    sendPage(res, <InboxPage ctx={await pageContext(site, req)} data={data} />)
  })

  return router
}

function rows(site: Site, req: Request, view: ListRequests['view'], state: ListRequests['state'] = null) {
  return listRequests(site.context, actorFor(requireUser(req)), {
    view,
    state,
    search: null,
    institutionId: null,
    organisationId: null,
    receivedFrom: null,
    receivedTo: null,
    order: view === 'todas' ? 'desc' : 'asc',
    limit: rowsInGroup,
    cursor: null,
  })
}

/** A decision that nobody has notified has no term of its own, and is the first thing to finish. */
async function groups(site: Site, req: Request): Promise<InboxGroup[]> {
  const actor = actorFor(requireUser(req))
  const [late, soon, later, decided] = await Promise.all([
    rows(site, req, 'vencidas'),
    rows(site, req, 'pronto'),
    rows(site, req, 'adelante'),
    rows(site, req, 'en_curso', 'resuelta'),
  ])
  const group = (
    urgency: InboxGroup['urgency'],
    items: readonly RequestSummary[],
    hasMore: boolean,
  ): InboxGroup => ({
    urgency,
    rows: distinct(items)
      .map(request => inboxRow(actor, request))
      .filter(({ primary, request }) => primary !== null || isOwed(request)),
    hasMore,
  })
  return [
    group('vencida', late.items, late.next !== null),
    group('pronto', [...decided.items, ...soon.items], soon.next !== null),
    group('adelante', later.items, later.next !== null),
  ]
}

function inboxRow(actor: Actor, request: RequestSummary): InboxRow {
  const allowedActions = partiesFor(actor).flatMap(party =>
    actionsFrom(party, request.state).map(type => ({
      type,
      article: transitionFor(party, request.state, type)?.article ?? null,
      from: null,
      until: null,
    })),
  )
  return { request, primary: primaryAction({ allowedActions }, 'unit') }
}

function isOwed({ deadline }: RequestSummary): boolean {
  return deadline !== null && deadline.clock !== 'K5'
}

function distinct(items: readonly RequestSummary[]): RequestSummary[] {
  return [...new Map(items.map(item => [item.id, item])).values()]
}
