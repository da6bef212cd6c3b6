import type { VNode } from 'preact'
import type { BarrierView } from '../../server/barriers/barrier-view.ts'
import { dayText } from '../dates.ts'
import { href, sideOf, type PageContext } from '../page-context.ts'
import { Icon } from './icon.tsx'

interface OneProps {
  readonly ctx: PageContext
  readonly barrier: BarrierView
}

export function BarrierDetail({ ctx, barrier }: OneProps): VNode {
  const { t } = ctx
  const foreign = ctx.language === 'es' ? undefined : 'es'
  return (
    <>
      {barrier.place ? <span lang={foreign}>{barrier.place}. </span> : null}
      {barrier.note ? (
        <span class="prose" lang={foreign}>
          {barrier.note}
        </span>
      ) : null}
      <span class="row-under">
        {t('timeline.evidence', { kind: t(`evidence.${barrier.evidence}`) })}
        {barrier.files.map(file => (
          <>
            {' '}
            <a key={file.sha256} href={href(ctx, `/barreras/${barrier.id}/archivos/${file.sha256}`)}>
              {file.name}
            </a>
          </>
        ))}
        {barrier.requestId ? (
          <>
            {' · '}
            <a href={href(ctx, `/solicitudes/${barrier.requestId}`)}>{t('notices.request')}</a>
          </>
        ) : null}
      </span>
    </>
  )
}

/** On the page of the request that they were about. */
export function BarriersOfRequest({
  ctx,
  requestId,
  barriers,
}: {
  ctx: PageContext
  requestId: string
  barriers: readonly BarrierView[]
}): VNode | null {
  const { t } = ctx
  const mayAdd = ctx.actor !== null && sideOf(ctx.actor.role) === 'requester'
  if (barriers.length === 0 && !mayAdd) return null
  return (
    <section class="card" aria-labelledby="barreras">
      <h2 id="barreras">{t('barriers.title')}</h2>
      {barriers.length === 0 ? null : (
        <ul class="plain actions-list">
          {barriers.map(barrier => (
            <li key={barrier.id}>
              <Icon name="warning" /> <strong>{t(`barrier.${barrier.kind}`)}</strong>,{' '}
              {dayText(ctx.language, barrier.occurredOn, 'short')}.{' '}
              <BarrierDetail ctx={ctx} barrier={{ ...barrier, requestId: null }} />
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? (
        <p>
          <a href={href(ctx, `/barreras/nueva?solicitud=${requestId}`)}>{t('barriers.addHere')}</a>
        </p>
      ) : null}
    </section>
  )
}
