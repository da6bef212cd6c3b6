import type { VNode } from 'preact'
import { statableFacts, type StatableFact } from '../../server/domain/request/events.ts'
import type { RequestView, TestimonyView } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import { href, sideOf, type PageContext } from '../page-context.ts'
import { actHref } from './next-step.tsx'

interface RepliesProps {
  readonly ctx: PageContext
  readonly request: RequestView
}

/** What the organisation stated of the unit, and how the unit answers it: with its own record, or by disputing it. */
export function Replies({ ctx, request }: RepliesProps): VNode | null {
  const { t } = ctx
  const open = request.testimony.filter(isUnanswered)
  if (open.length === 0 || sideOf(ctx.actor?.role ?? null) !== 'unit') return null
  return (
    <section class="card" aria-labelledby="respuesta">
      <h2 id="respuesta">{t('reply.title')}</h2>
      <p>{t('reply.lead', { count: open.length })}</p>
      <ul class="plain">
        {open.map(one => (
          <Reply key={one.fact} ctx={ctx} request={request} one={one} />
        ))}
      </ul>
    </section>
  )
}

function isUnanswered({ organisation, standing }: TestimonyView): boolean {
  return organisation !== null && standing !== 'coinciden'
}

function Reply({ ctx, request, one }: RepliesProps & { one: TestimonyView }): VNode {
  const { t, language } = ctx
  const fact = statableFacts.find(known => known === one.fact)
  const day = one.organisation ? dayText(language, one.organisation.on, 'plain') : ''
  return (
    <li class="casework-note">
      <p>{t('reply.fact', { fact: fact ? t(`event.${fact}`) : one.fact, day })}</p>
      <p class="row-actions">
        {fact && mayRecord(request, fact) ? (
          <a class="button button-secondary" href={actHref(ctx, request.id, { type: fact })}>
            {t('reply.own')}
          </a>
        ) : null}
        <a
          class="button button-secondary"
          href={href(ctx, `/solicitudes/${request.id}/actos/disputed?sobre=${one.fact}`)}
        >
          {t('reply.dispute')}
        </a>
      </p>
    </li>
  )
}

function mayRecord({ allowedActions }: RequestView, fact: StatableFact): boolean {
  return allowedActions.some(({ type }) => type === fact)
}
