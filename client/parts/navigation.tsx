import type { ComponentChildren, VNode } from 'preact'
import type { Role } from '../../server/domain/request/events.ts'
import type { MessageKey } from '../../server/i18n/es.ts'
import { href, type PageContext } from '../page-context.ts'

interface NavigationItem {
  readonly path: string
  readonly key: MessageKey
}

const home = { path: '/inicio', key: 'nav.home' } as const
const requests = { path: '/solicitudes', key: 'nav.requests' } as const
const messages = { path: '/mensajes', key: 'nav.messages' } as const
const log = { path: '/bitacora', key: 'nav.log' } as const
const texts = { path: '/textos', key: 'nav.texts' } as const
const dashboard = { path: '/tablero', key: 'nav.dashboard' } as const
const data = { path: '/datos', key: 'nav.data' } as const
const help = { path: '/ayuda', key: 'nav.help' } as const
const annual = { path: '/informe-anual', key: 'nav.annual' } as const
const panel = { path: '/panel', key: 'nav.panel' } as const
const reviews = { path: '/recursos', key: 'nav.reviews' } as const
const disputes = { path: '/disputas', key: 'nav.disputes' } as const
const inbox = { path: '/bandeja', key: 'nav.inbox' } as const
const report = { path: '/informe', key: 'nav.report' } as const
const institutions = { path: '/instituciones', key: 'nav.institutions' } as const
const closures = { path: '/dias-inhabiles', key: 'nav.closures' } as const
const activities = { path: '/actividades', key: 'nav.activities' } as const
const recommendations = { path: '/recomendaciones', key: 'nav.recommendations' } as const
const editions = { path: '/informes', key: 'nav.editions' } as const
const reports = { path: '/informes', key: 'nav.reports' } as const
const calculator = { path: '/plazos', key: 'nav.calculator' } as const
const users = { path: '/usuarios', key: 'nav.users' } as const
const team = { path: '/equipo', key: 'nav.team' } as const
const views = { path: '/vistas', key: 'nav.views' } as const
const barriers = { path: '/barreras', key: 'nav.barriers' } as const

/** First what each comes here to do; the calculator is at the foot of every page. */
const items: { readonly [R in Role]: readonly NavigationItem[] } = {
  organisation_member: [home, requests, views, barriers, closures, calculator],
  organisation_admin: [home, requests, views, barriers, report, closures, team],
  uip_officer: [inbox, requests, annual, recommendations, closures, calculator],
  uip_head: [inbox, requests, reviews, report, editions, recommendations, annual, closures, team],
  regulator: [panel, requests, reviews, disputes, report, editions, activities, institutions, closures],
  coordinator: [panel, requests, activities, report, editions, reviews, disputes, institutions, closures],
  system_admin: [users, institutions, closures, messages, log, texts, requests],
  system: [],
  public: [requests, dashboard, institutions, reports, data, calculator, help],
}

interface NavigationProps {
  readonly ctx: PageContext
  /** What stands in the bar above on wide screens and at the end of the menu on phones. */
  readonly account?: ComponentChildren
}

/** One line on wide screens; on a phone folded, with where one is on its handle. It needs no script. */
export function Navigation({ ctx, account = null }: NavigationProps): VNode {
  return (
    <nav class="nav" aria-label={ctx.t('nav.label')}>
      <details class="menu">
        <summary class="menu-handle">
          <span>{ctx.t('nav.menu')}</span>
          <Unread ctx={ctx} unread={ctx.actor?.unread ?? 0} />
          <Here ctx={ctx} />
        </summary>
        <MenuList ctx={ctx} />
        <div class="menu-account">{account}</div>
      </details>
    </nav>
  )
}

function Here({ ctx }: { ctx: PageContext }): VNode | null {
  const role = ctx.actor?.role ?? 'public'
  const current = items[role].find(({ path }) => isCurrent(ctx.path, path))
  return current ? <span class="menu-here">{ctx.t(current.key)}</span> : null
}

function MenuList({ ctx }: { ctx: PageContext }): VNode {
  const role = ctx.actor?.role ?? 'public'
  return (
    <ul class="nav-list">
      {items[role].map(item => (
        <NavigationLink key={item.path} ctx={ctx} item={item} />
      ))}
      {ctx.actor ? <Notices ctx={ctx} unread={ctx.actor.unread} /> : null}
      {role === 'organisation_member' || role === 'organisation_admin' ? (
        <NavigationLink ctx={ctx} item={{ path: '/solicitudes/nueva', key: 'nav.newRequest' }} end />
      ) : null}
    </ul>
  )
}

interface LinkProps {
  readonly ctx: PageContext
  readonly item: NavigationItem
  readonly end?: boolean
}

function NavigationLink({ ctx, item, end = false }: LinkProps): VNode {
  const current = isCurrent(ctx.path, item.path)
  return (
    <li class={end ? 'nav-item nav-end' : 'nav-item'}>
      <a class="nav-link" href={href(ctx, item.path)} aria-current={current ? 'page' : undefined}>
        {ctx.t(item.key)}
      </a>
    </li>
  )
}

function Notices({ ctx, unread }: { ctx: PageContext; unread: number }): VNode {
  return (
    <li class="nav-item">
      <a
        class="nav-link"
        href={href(ctx, '/avisos')}
        aria-current={isCurrent(ctx.path, '/avisos') ? 'page' : undefined}
      >
        {ctx.t('nav.notices')}
        <Unread ctx={ctx} unread={unread} />
      </a>
    </li>
  )
}

function Unread({ ctx, unread }: { ctx: PageContext; unread: number }): VNode | null {
  if (unread === 0) return null
  return (
    <span class="count count-soon">
      {unread} <span class="hidden">{ctx.t('nav.unread')}</span>
    </span>
  )
}

function isCurrent(path: string, item: string): boolean {
  if (path === item) return true
  return item !== '/solicitudes/nueva' && path !== '/solicitudes/nueva' && path.startsWith(`${item}/`)
}
