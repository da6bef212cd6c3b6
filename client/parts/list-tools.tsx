import type { VNode } from 'preact'
import type { Role } from '../../server/domain/request/events.ts'
import { href, sideOf, type PageContext } from '../page-context.ts'

/** What one can do with a list as it stands: take it along, or keep its address. */
export function ListTools({ ctx, query }: { ctx: PageContext; query: URLSearchParams }): VNode {
  const { t } = ctx
  const kept = new URLSearchParams(query)
  kept.delete('cursor')
  const text = kept.toString() === '' ? '' : `?${kept}`
  return (
    <p class="list-tools" id="descargar">
      {t('list.download')} <a href={href(ctx, `/solicitudes/lista.csv${text}`)}>CSV</a>{' '}
      <a href={href(ctx, `/solicitudes/lista.json${text}`)}>JSON</a>
      {ctx.actor ? (
        <>
          {' '}
          <a href={href(ctx, `/vistas/nueva${text}`)}>{t('list.save')}</a>{' '}
          <a href={href(ctx, '/vistas')}>{t('views.title')}</a>
          <OfRole ctx={ctx} role={ctx.actor.role} />
        </>
      ) : null}
    </p>
  )
}

/** An organisation brings its log in here; those who oversee find what organisations met. */
function OfRole({ ctx, role }: { ctx: PageContext; role: Role }): VNode | null {
  const { t } = ctx
  if (sideOf(role) === 'requester')
    return (
      <>
        {' '}
        <a href={href(ctx, '/importar')}>{t('import.title')}</a>
      </>
    )
  if (role !== 'regulator' && role !== 'coordinator') return null
  return (
    <>
      {' '}
      <a href={href(ctx, '/barreras')}>{t('barriers.title')}</a>
    </>
  )
}
