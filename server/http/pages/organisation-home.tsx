import { Router, type Request } from 'express'
import {
  OrganisationHomePage,
  type HomeGroup,
  type OrganisationHomeData,
} from '../../../client/pages/organisation-home-page.tsx'
import { addDays, type CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { NoticeRule } from '../../domain/notices.ts'
import { noticeText } from '../../i18n/notice-text.ts'
import { countView, listRequests, type ListRequests } from '../../requests/list-requests.ts'
import type { RequestSummary } from '../../requests/request-view.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf } from './form-body.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash } from './page-session.ts'

const rowsInGroup = 20
/** Of what is due from today on: the first, and enough more to know that there are. */
const rowsAhead = 60
const mostCounted = 1000
/** How far back terms of the organisation's own are looked for. */
const latestRequests = 200

/** What an organisation sees first. Others are led to where they begin their day. */
export function organisationHome(site: Site): Router {
  const router = Router()

  router.get('/inicio', async (req, res) => {
    if (requireUser(req).organisationId === null) return res.redirect(302, `/${languageOf(req)}`)
    const ctx = await pageContext(site, req)
    return sendPage(res, <OrganisationHomePage ctx={ctx} data={await homeData(site, req)} />)
  })

  router.post('/borradores/descartar', async (req, res) => {
    const { id: userId } = requireUser(req)
    const { values } = await readForm(site.context, req)
    await site.context.stores.drafts.remove(textOf(values, 'id'), userId)
    setFlash(req, { tone: 'done', key: 'orgHome.discarded', values: {} })
    res.redirect(303, `/${languageOf(req)}/inicio`)
  })

  return router
}

async function homeData(site: Site, req: Request): Promise<OrganisationHomeData> {
  const { context } = site
  const today = context.clock.today()
  const weekEnd = addDays(today, 6)
  const [overdue, soon, later, latest, inProgress, replies, drafts] = await Promise.all([
    rows(site, req, { view: 'vencidas', limit: rowsInGroup }),
    rows(site, req, { view: 'pronto', limit: rowsAhead }),
    rows(site, req, { view: 'adelante', limit: rowsAhead }),
    rows(site, req, { view: 'todas', limit: latestRequests }),
    countView(context, actorFor(requireUser(req)), 'en_curso', mostCounted),
    repliesOf(site, req),
    context.stores.drafts.list(requireUser(req).id, rowsInGroup),
  ])
  const ahead = [...soon.items, ...later.items].filter(row => (owedOn(row) ?? '') >= today)
  const week = ahead.filter(row => (owedOn(row) ?? '') <= weekEnd)
  const afterThat = ahead.map(owedOn).filter(day => day !== null && day > weekEnd)
  return {
    own: firstOf(latest.items.filter(row => isOwnTerm(row, today, weekEnd)).toSorted(byDue)),
    overdue: { rows: overdue.items, hasMore: overdue.next !== null },
    thisWeek: firstOf(week),
    replies: replies.slice(0, mostReplies),
    replyCount: replies.length,
    draftDays: context.config.draftDays,
    drafts: drafts.map(({ id, title, savedAt }) => ({ id, title, savedAt })),
    inProgress,
    inProgressIsMore: inProgress === mostCounted,
    nextDue: afterThat.toSorted()[0] ?? null,
    hasRequests: latest.items.length > 0,
  }
}

/** The day on which the institution owes something; null where the term is the organisation's own. */
function owedOn({ deadline }: RequestSummary): CalendarDate | null {
  return deadline === null || deadline.party === 'requester' ? null : deadline.dueOn
}

function isOwnTerm({ deadline }: RequestSummary, from: CalendarDate, to: CalendarDate): boolean {
  return deadline?.party === 'requester' && deadline.dueOn >= from && deadline.dueOn <= to
}

function byDue(a: RequestSummary, b: RequestSummary): number {
  return (a.deadline?.dueOn ?? '').localeCompare(b.deadline?.dueOn ?? '')
}

function firstOf(items: readonly RequestSummary[]): HomeGroup {
  return { rows: items.slice(0, rowsInGroup), hasMore: items.length > rowsInGroup }
}

function rows(site: Site, req: Request, { view, limit }: Pick<ListRequests, 'view' | 'limit'>) {
  return listRequests(site.context, actorFor(requireUser(req)), {
    view,
    limit,
    state: null,
    search: null,
    institutionId: null,
    organisationId: null,
    receivedFrom: null,
    receivedTo: null,
    order: view === 'todas' ? 'desc' : 'asc',
    cursor: null,
  })
}

/** What an institution did: reminders and broken terms have their own place on the page. */
const replyRules: readonly NoticeRule[] = [
  'admitted',
  'clarification_requested',
  'referred',
  'extended',
  'resolved',
  'notified',
  'delivered',
  'review_decided',
  'review_notified',
  'complied',
  'disputed',
]

const mostReplies = 5

async function repliesOf({ context }: Site, req: Request) {
  const language = languageOf(req)
  const { items } = await context.stores.notifications.list(requireUser(req).id, {
    onlyUnread: true,
    limit: 50,
    after: null,
  })
  return items
    .filter(({ rule }) => replyRules.includes(rule))
    .map(notice => {
      const { subject, text } = noticeText(language, notice)
      return {
        id: notice.id,
        at: notice.createdAt,
        title: subject,
        text,
        requestId: notice.requestId,
        unread: true,
      }
    })
}
