import type { VNode } from 'preact'
import { instantText } from '../dates.ts'
import { href, type PageContext } from '../page-context.ts'

export interface NoticeView {
  readonly id: string
  readonly at: Date
  /** Already in the reader's language. */
  readonly title: string
  readonly text: string
  readonly requestId: string | null
  /** Another page that it is about, below the language. */
  readonly path?: string | null
  readonly unread: boolean
}

export function NoticeList({ ctx, notices }: { ctx: PageContext; notices: readonly NoticeView[] }): VNode {
  return (
    <ul class="plain notices">
      {notices.map(({ id, at, title, text, requestId, path, unread }) => (
        <li key={id} class="notice">
          <p class="notice-title">
            {unread ? <span class="tag tag-soon">{ctx.t('notices.unread')}</span> : null}{' '}
            <strong>{title}</strong>
          </p>
          <p class="notice-text">{text}</p>
          <p class="soft small">
            {instantText(ctx.language, at)}
            {requestId ? (
              <>
                {' · '}
                <a href={href(ctx, `/solicitudes/${requestId}`)}>
                  {ctx.t('notices.request')}
                  <span class="hidden">: {title}</span>
                </a>
              </>
            ) : null}
            {path ? (
              <>
                {' · '}
                <a href={href(ctx, path)}>
                  {ctx.t('notices.open')}
                  <span class="hidden">: {title}</span>
                </a>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
