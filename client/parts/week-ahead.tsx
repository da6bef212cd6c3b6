import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { addDays } from '../../server/domain/calendar/calendar-date.ts'
import type { Warning } from '../../server/domain/request/week-ahead.ts'
import { dayText } from '../dates.ts'
import { href, type PageContext } from '../page-context.ts'
import { Icon } from './icon.tsx'

export interface WeekWarning {
  readonly kind: Warning['kind']
  readonly on: CalendarDate
  readonly requests: readonly { readonly id: string; readonly reference: string; readonly title: string }[]
}

/**
 * What breaks this week if nothing happens, in sentences: each names its day and its requests. A phone shows the
 * first and folds the others, so that the list itself is not far.
 */
export function WeekAhead({ ctx, warnings }: { ctx: PageContext; warnings: readonly WeekWarning[] }): VNode {
  const { t } = ctx
  return (
    <section class="week" aria-labelledby="semana">
      <h2 id="semana">{t('week.title')}</h2>
      {warnings.length === 0 ? <p>{t('week.calm')}</p> : null}
      <Warnings ctx={ctx} warnings={warnings.slice(0, 1)} />
      {warnings.length > 1 ? (
        <details class="week-which">
          <summary>{t('week.more', { count: warnings.length - 1 })}</summary>
          <Warnings ctx={ctx} warnings={warnings.slice(1)} />
        </details>
      ) : null}
    </section>
  )
}

function Warnings({ ctx, warnings }: { ctx: PageContext; warnings: readonly WeekWarning[] }): VNode {
  const { t } = ctx
  return (
    <ul class="plain">
      {warnings.map(({ kind, on, requests }) => (
        <li class="week-line" key={`${kind} ${on}`}>
          <Icon name={kind === 'prorroga' ? 'clock' : 'warning'} />
          <div>
            <p>{t(`week.${kind}`, { ...when(ctx, on), count: requests.length })}</p>
            {requests.length > fewEnough ? (
              <details class="week-which">
                <summary>{t('week.which', { count: requests.length })}</summary>
                <Links ctx={ctx} kind={kind} requests={requests} />
              </details>
            ) : (
              <Links ctx={ctx} kind={kind} requests={requests} />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** More would fill a phone's first screen: there they are folded. */
const fewEnough = 2

function Links({
  ctx,
  kind,
  requests,
}: { ctx: PageContext } & Pick<WeekWarning, 'kind' | 'requests'>): VNode {
  return (
    <ul class="week-links">
      {requests.map(({ id, reference, title }) => (
        <li key={id}>
          <a href={href(ctx, linkTo(kind, id))}>
            {reference}
            <span class="hidden" lang={ctx.language === 'es' ? undefined : 'es'}>
              : {title}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A warning about an extension leads to where it is given. */
function linkTo(kind: WeekWarning['kind'], id: string): string {
  return kind === 'prorroga' ? `/solicitudes/${id}/actos/extended` : `/solicitudes/${id}`
}

function when({ language, today }: PageContext, on: CalendarDate) {
  const near = on === today ? 'today' : on === addDays(today, 1) ? 'tomorrow' : 'later'
  return { when: near, day: dayText(language, on, 'weekday') }
}
