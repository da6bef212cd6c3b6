import type { VNode } from 'preact'
import type { PanelFigures } from '../../../server/reports/national-panel.ts'
import { href, type PageContext } from '../../page-context.ts'

export interface FirstThing {
  readonly path: string
  readonly text: string
}

interface FirstProps {
  readonly ctx: PageContext
  /** What is broken today, or null where nothing is. */
  readonly overdue: FirstThing | null
  readonly others: readonly FirstThing[]
}

/** What those who oversee look at next: first what is broken today. */
export function FirstThings({ ctx, overdue, others }: FirstProps): VNode {
  const { t } = ctx
  return (
    <section class="card first-things screen-only" aria-labelledby="primero">
      <h2 id="primero">{t('next.title')}</h2>
      <p>{t(overdue ? 'first.overdue' : 'first.calm')}</p>
      {overdue ? (
        <p>
          <a class="button next-button" href={href(ctx, overdue.path)}>
            {overdue.text}
          </a>
        </p>
      ) : null}
      <ul class="plain actions-list">
        {others.map(({ path, text }) => (
          <li key={path}>
            <a href={href(ctx, path)}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where requests that are overdue today are listed, if there are any. */
export function overdueThing(
  { t }: PageContext,
  { overdueNow }: PanelFigures,
  institutionId: string | null = null,
): FirstThing | null {
  if (overdueNow === 0) return null
  const where = institutionId === null ? '' : `&institucion=${institutionId}`
  return {
    path: `/solicitudes?vista=vencidas&orden=asc${where}`,
    text: t('first.seeOverdue', { count: overdueNow }),
  }
}
