import type { VNode } from 'preact'
import type { BarrierView } from '../../server/barriers/barrier-view.ts'
import { href, type PageContext } from '../page-context.ts'
import { BarriersOfRequest } from './barrier-list.tsx'
import { Icon } from './icon.tsx'

export interface RequestTools {
  /** Null for those who are not shown barriers. */
  readonly barriers: readonly BarrierView[] | null
  /** The term to answer has run out: silence can be certified. */
  readonly certificate: boolean
  /** A review can be sought, or could be if it were filed late. */
  readonly review: boolean
  /** Whether the answer is to be rated by the reader, or its rating to be seen; null where there is neither. */
  readonly rating: 'rate' | 'see' | null
}

interface ToolsProps {
  readonly ctx: PageContext
  readonly requestId: string
  readonly tools: RequestTools
}

/** Papers to take to the institution, and what stood in the way. */
export function Tools({ ctx, requestId, tools }: ToolsProps): VNode {
  return (
    <>
      {tools.certificate || tools.review ? <Papers ctx={ctx} requestId={requestId} tools={tools} /> : null}
      {tools.rating === null ? null : (
        <p class="card">
          <a href={href(ctx, `/solicitudes/${requestId}/calificacion`)}>{ctx.t(`ratings.${tools.rating}`)}</a>
        </p>
      )}
      {tools.barriers === null ? null : (
        <BarriersOfRequest ctx={ctx} requestId={requestId} barriers={tools.barriers} />
      )}
    </>
  )
}

function Papers({ ctx, requestId, tools }: ToolsProps): VNode {
  const { t } = ctx
  return (
    <section class="card" aria-labelledby="papeles">
      <h2 id="papeles">{t('tools.title')}</h2>
      <ul class="plain actions-list">
        {tools.review ? (
          <li>
            <a href={href(ctx, `/solicitudes/${requestId}/revision`)}>{t('tools.review')}</a>
          </li>
        ) : null}
        {tools.certificate ? (
          <li>
            <Icon name="file" />{' '}
            <a href={`/api/v1/requests/${requestId}/silence-certificate.pdf?language=${ctx.language}`}>
              {t('tools.certificate')}
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
