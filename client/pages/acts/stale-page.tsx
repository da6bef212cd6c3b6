import type { VNode } from 'preact'
import type { RequestView, TimelineEntry } from '../../../server/requests/request-view.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { FactsList, type Fact } from '../../parts/facts-list.tsx'
import type { FormAct } from './act-form.ts'
import { Timeline } from '../../parts/timeline.tsx'

export interface StaleData {
  readonly request: RequestView
  /** What was added since the form was opened. */
  readonly newer: readonly TimelineEntry[]
  /** What was typed, by the label that asked for it. */
  readonly typed: readonly Fact[]
  /** The form again, with what was typed; null where the act is no longer allowed. */
  readonly again: VNode | null
  readonly type: FormAct
}

/** Two people at once: what changed meanwhile and what was typed, both whole. */
export function StalePage({ ctx, data }: { ctx: PageContext; data: StaleData }): VNode {
  const { t } = ctx
  const { request, newer, typed, again } = data
  return (
    <Layout ctx={ctx} title={t('act.stale.title')}>
      <a class="back" href={href(ctx, `/solicitudes/${request.id}`)}>
        ← {t('act.about', { reference: request.reference })}
      </a>
      <h1>{t('act.stale.title')}</h1>
      <p class="lead">{t('act.stale.lead')}</p>
      <h2>{t('act.stale.theirs')}</h2>
      <Timeline ctx={ctx} request={{ ...request, timeline: newer }} />
      <p>
        <a href={href(ctx, `/solicitudes/${request.id}`)}>{t('act.stale.open')}</a>
      </p>
      <h2>{t('act.stale.yours')}</h2>
      {again ?? (
        <>
          <p class="free">
            {t('act.stale.closed', { act: t(`act.${data.type}`), state: t(`state.${request.state}`) })}
          </p>
          <FactsList facts={typed} />
          <p>{t('act.stale.closed.next')}</p>
        </>
      )}
    </Layout>
  )
}
