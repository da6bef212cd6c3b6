import { Router, type Request } from 'express'
import {
  InboxPage,
  inboxShares,
  type InboxData,
  type InboxGroup,
  type InboxRow,
  type InboxShare,
} from '../../../client/pages/inbox-page.tsx'
import { primaryAction } from '../../../client/parts/next-step.tsx'
import type { WeekWarning } from '../../../client/parts/week-ahead.tsx'
import { colleaguesOf } from '../../casework/view-casework.ts'
import { partiesFor } from '../../domain/request/decide.ts'
import type { Actor } from '../../domain/request/events.ts'
import { actionsFrom, transitionFor } from '../../domain/request/transitions.ts'
import { weekAhead } from '../../domain/request/week-ahead.ts'
import { AppError } from '../../errors.ts'
import { countViews, listRequests, type ListRequests } from '../../requests/list-requests.ts'
import type { RequestSummary } from '../../requests/request-view.ts'
import { actorFor, requireUser } from '../actor.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'

const rowsInGroup = 20
const mostCounted = 1000
/** How many rows are read for the filter and the week: what is due later than the first 200 is not this week's. */
const mostRead = 200

/** The unit's queue: what breaks this week, and each request with the one thing to do. */
export function unitInboxPages(site: Site): Router {
  const router = Router()

  router.get('/bandeja', async (req, res) => {
    const { institutionId } = requireUser(req)
    if (institutionId === null) throw new AppError('forbidden')
    const data = await inboxData(site, req, institutionId)
    sendPage(res, <InboxPage ctx={await pageContext(site, req)} data={data} />)
  })

  return router
}

async function inboxData(site: Site, req: Request, institutionId: string): Promise<InboxData> {
  const { context } = site
  const user = requireUser(req)
  const actor = actorFor(user)
  const share = inboxShares.find(each => each === req.query.encargo) ?? 'todas'
  const [read, counts, institution] = await Promise.all([
    readGroups(site, actor, share),
    countViews(context, actor, mostCounted),
    context.stores.institutions.find(institutionId),
  ])
  const all = read.flatMap(({ items }) => items)
  const assigneeOf = await assignees(site, institutionId, all)
  const isWanted = ({ id }: RequestSummary) => isOfShare(share, assigneeOf.get(id)?.id ?? null, user.id)
  const wanted = all.filter(isWanted)
  const total = { vencida: counts.vencidas, pronto: counts.pronto, adelante: counts.adelante }
  return {
    institution: institution?.name ?? '',
    share,
    count: counts.vencidas + counts.pronto + counts.adelante,
    week: institution ? await warningsOf(site, institution, wanted) : [],
    groups: read.map(({ urgency, items, isWhole }): InboxGroup => {
      const rows = items.filter(isWanted)
      return {
        urgency,
        rows: rows
          .slice(0, rowsInGroup)
          .map(request => inboxRow(actor, request, assigneeOf.get(request.id)?.name ?? null)),
        count: share === 'todas' ? total[urgency] : isWhole ? rows.length : null,
        hasMore: !isWhole || rows.length > rowsInGroup,
      }
    }),
  }
}

interface ReadGroup {
  readonly urgency: InboxGroup['urgency']
  readonly items: readonly RequestSummary[]
  readonly isWhole: boolean
}

/** What is late is not of the days to come: where all are shown, no more of it is read than stands on the page. */
async function readGroups(site: Site, actor: Actor, share: InboxShare): Promise<ReadGroup[]> {
  const mostLate = share === 'todas' ? rowsInGroup : mostRead
  const [late, soon, later] = await Promise.all([
    read(site, actor, 'vencidas', mostLate),
    read(site, actor, 'pronto', mostRead),
    read(site, actor, 'adelante', mostRead),
  ])
  return [
    { urgency: 'vencida', items: late.items, isWhole: late.next === null },
    { urgency: 'pronto', items: soon.items, isWhole: soon.next === null },
    { urgency: 'adelante', items: later.items, isWhole: later.next === null },
  ]
}

function read(site: Site, actor: Actor, view: ListRequests['view'], limit: number) {
  return listRequests(site.context, actor, {
    ...{ view, limit, state: null, search: null, institutionId: null, organisationId: null },
    ...{ receivedFrom: null, receivedTo: null, order: 'asc' as const, cursor: null },
  })
}

async function assignees({ context }: Site, institutionId: string, requests: readonly RequestSummary[]) {
  const colleagues = await colleaguesOf(context, institutionId)
  const nameOf = new Map(colleagues.map(({ id, name }) => [id, name]))
  const held = await context.stores.casework.assignees(
    requests.map(({ id }) => id),
    institutionId,
  )
  // Who has left the unit has nothing in hand any more.
  return new Map(
    [...held].flatMap(([requestId, id]) => {
      const name = nameOf.get(id)
      return name === undefined ? [] : [[requestId, { id, name }] as const]
    }),
  )
}

function isOfShare(share: InboxShare, assigneeId: string | null, userId: string): boolean {
  if (share === 'mias') return assigneeId === userId
  return share === 'todas' || assigneeId === null
}

async function warningsOf(
  { context }: Site,
  institution: Parameters<typeof context.calendars.lawOf>[0],
  requests: readonly RequestSummary[],
): Promise<WeekWarning[]> {
  const law = await context.calendars.lawOf(institution)
  const byId = new Map(requests.map(request => [request.id, request]))
  return weekAhead([...byId.values()], law, context.clock.today()).map(({ kind, on, ids }) => ({
    kind,
    on,
    requests: ids.flatMap(id => {
      const request = byId.get(id)
      return request ? [{ id, reference: request.reference, title: request.title }] : []
    }),
  }))
}

function inboxRow(actor: Actor, request: RequestSummary, assignee: string | null): InboxRow {
  const allowedActions = partiesFor(actor).flatMap(party =>
    actionsFrom(party, request.state).map(type => ({
      type,
      article: transitionFor(party, request.state, type)?.article ?? null,
      from: null,
      until: null,
    })),
  )
  return {
    request,
    assignee,
    primary: primaryAction({ allowedActions }, 'unit'),
    mayExtend: allowedActions.some(({ type }) => type === 'extended') && request.kind === 'access',
  }
}
