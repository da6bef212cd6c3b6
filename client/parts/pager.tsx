import type { VNode } from 'preact'
import { href, type PageContext } from '../page-context.ts'

interface PagerProps {
  readonly ctx: PageContext
  readonly path: string
  readonly query: URLSearchParams
  readonly nextCursor: string | null
}

/** By cursor: rows added meanwhile shift nothing. The way back is the browser's, or the first page. */
export function Pager({ ctx, path, query, nextCursor }: PagerProps): VNode | null {
  const onFirst = !query.has('cursor')
  if (onFirst && nextCursor === null) return null
  return (
    <nav class="pager" aria-label={ctx.t('pager.label')}>
      {onFirst ? null : (
        <a href={href(ctx, withParam(path, query, 'cursor', null))}>{ctx.t('pager.first')}</a>
      )}
      {nextCursor === null ? null : (
        <a class="button button-secondary" href={href(ctx, withParam(path, query, 'cursor', nextCursor))}>
          {ctx.t('pager.next')}
        </a>
      )}
    </nav>
  )
}

/** The same address with one parameter set, or left out. */
export function withParam(path: string, query: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(query)
  next.delete(name)
  if (value !== null) next.set(name, value)
  const text = next.toString()
  return text === '' ? path : `${path}?${text}`
}
