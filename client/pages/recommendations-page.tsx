import type { VNode } from 'preact'
import type { Recommendation } from '../../server/recommendations/recommendation-register.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { NothingHere } from '../parts/nothing-here.tsx'
import { addressee, StateTag } from './activities/recommendation-parts.tsx'

interface RecommendationsProps {
  readonly ctx: PageContext
  readonly items: readonly Recommendation[]
}

/** What reports ask of the reader's institution. */
export function RecommendationsPage({ ctx, items }: RecommendationsProps): VNode {
  const { t } = ctx
  const title = t('recommendation.mine.title')
  return (
    <Layout ctx={ctx} title={title}>
      <h1>{title}</h1>
      <p class="lead">{t('recommendation.mine.lead')}</p>
      {items.length === 0 ? (
        <NothingHere ctx={ctx} text="recommendation.mine.empty" to="/informes" next="empty.reports" />
      ) : (
        <CardTable
          caption={title}
          head={[
            t('recommendation.text'),
            t('recommendation.edition'),
            t('recommendation.state'),
            t('recommendation.words.count'),
          ]}
          labelled={[1, 3]}
          rows={items.map(item => ({
            key: item.id,
            cells: [
              <span key="text">
                <a class="row-title" href={href(ctx, `/recomendaciones/${item.id}`)}>
                  {item.text}
                </a>
                {item.institutionId === null ? (
                  <span class="row-under">{addressee(ctx, item, new Map())}</span>
                ) : null}
              </span>,
              <span key="edition" class="nowrap">
                {item.edition}
              </span>,
              <StateTag key="state" ctx={ctx} state={item.state} />,
              item.words.length,
            ],
          }))}
        />
      )}
    </Layout>
  )
}
