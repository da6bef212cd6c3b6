import type { VNode } from 'preact'
import { href, type PageContext } from '../page-context.ts'

/** What one can do with a list as it stands: take it along, or keep its address. */
export function ListTools({ ctx, query }: { ctx: PageContext; query: URLSearchParams }): VNode {
  const { t } = ctx
  const kept = new URLSearchParams(query)
  kept.delete('cursor')
  const text = kept.toString() === '' ? '' : `?${kept}`
  return (
    <p class="list-tools">
      {t('list.download')} <a href={href(ctx, `/solicitudes/lista.csv${text}`)}>CSV</a>{' '}
      <a href={href(ctx, `/solicitudes/lista.json${text}`)}>JSON</a>
      {ctx.actor ? (
        <>
          {' '}
          <a href={href(ctx, `/vistas/nueva${text}`)}>{t('list.save')}</a>
        </>
      ) : null}
    </p>
  )
}
