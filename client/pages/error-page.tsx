import type { VNode } from 'preact'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'

export interface ErrorPageData {
  readonly title: string
  readonly detail: string
  readonly status: number
  /** The account has a one-time password: its own comes first. */
  readonly mustChange?: boolean
}

/** What went wrong, what to do, and a way on. */
export function ErrorPage({ ctx, data }: { ctx: PageContext; data: ErrorPageData }): VNode {
  const { t } = ctx
  const mayHaveTyped = data.status === 403 || data.status === 409 || data.status === 412 || data.status >= 500
  return (
    <Layout ctx={ctx} title={data.title}>
      <p class="request-reference">{data.status}</p>
      <h1>{data.title}</h1>
      <p class="lead">{data.detail}</p>
      {mayHaveTyped ? <p>{t('errorPage.again')}</p> : null}
      <p class="buttons">
        <a class="button" href={href(ctx, data.mustChange ? '/cuenta' : '')}>
          {t(data.mustChange ? 'account.submit' : 'errorPage.home')}
        </a>
        {ctx.actor === null ? (
          <a class="button button-secondary" href={href(ctx, '/entrar')}>
            {t('errorPage.signIn')}
          </a>
        ) : (
          <a class="button button-secondary" href={href(ctx, '/solicitudes')}>
            {t('errorPage.requests')}
          </a>
        )}
      </p>
    </Layout>
  )
}
