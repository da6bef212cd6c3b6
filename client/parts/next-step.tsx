import type { VNode } from 'preact'
import type { EventType } from '../../server/domain/request/events.ts'
import type { AllowedAction, RequestView } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import { href, sideOf, type PageContext } from '../page-context.ts'

/** What most moves a request on, first. */
const priority: readonly EventType[] = [
  'notified',
  'review_notified',
  'complied',
  'review_decided',
  'clarified',
  'resolved',
  'admitted',
  'delivered',
  'review_filed',
  'amparo_noted',
]

/** For an organisation there is always one: to say what the institution did. */
const organisationPriority: readonly EventType[] = [...priority, 'stated']

/** One next step: what is to be done and what happens otherwise, decided by the same state as the deadline. */
export function NextStep({ ctx, request }: { ctx: PageContext; request: RequestView }): VNode {
  const side = sideOf(ctx.actor?.role ?? null)
  const primary = primaryAction(request, side)
  const day = request.deadline ? dayText(ctx.language, request.deadline.dueOn, 'plain') : ''
  const late = request.deadline !== null && request.deadline.dueOn < ctx.today ? 'yes' : 'no'
  return (
    <section class="card next" aria-labelledby="siguiente">
      <h2 id="siguiente">{ctx.t('next.title')}</h2>
      <p>{ctx.t(`next.${request.state}`, { side, late, day: day || '—' })}</p>
      {primary ? (
        <p>
          <a class="button next-button" href={actHref(ctx, request.id, primary)}>
            {ctx.t(`act.${primary.type}`)}
          </a>
        </p>
      ) : null}
    </section>
  )
}

export function primaryAction(
  request: { readonly allowedActions: readonly AllowedAction[] },
  side: ReturnType<typeof sideOf>,
): AllowedAction | null {
  const open = request.allowedActions
  const order = side === 'requester' ? organisationPriority : priority
  return (
    order.map(type => open.find(action => action.type === type)).find(action => action !== undefined) ?? null
  )
}

/** The other acts allowed today, each with its window where the law sets one. */
export function OtherActions({ ctx, request }: { ctx: PageContext; request: RequestView }): VNode | null {
  const primary = primaryAction(request, sideOf(ctx.actor?.role ?? null))
  const others = request.allowedActions.filter(action => action !== primary)
  if (others.length === 0) return null
  return (
    <section class="card actions" aria-labelledby="acciones">
      <h2 id="acciones">{ctx.t('actions.title')}</h2>
      <ul class="plain actions-list">
        {others.map(action => (
          <li key={action.type}>
            <a href={actHref(ctx, request.id, action)}>{ctx.t(`act.${action.type}`)}</a>
            {action.until ? (
              <span class="soft small">
                {' '}
                {ctx.t('actions.until', { day: dayText(ctx.language, action.until, 'short') })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function actHref(ctx: PageContext, requestId: string, { type }: { readonly type: EventType }): string {
  return href(ctx, `/solicitudes/${requestId}/actos/${type}`)
}
