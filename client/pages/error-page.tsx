import type { VNode } from 'preact'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'

export interface ErrorPageData {
  readonly title: string
  readonly detail: string
  readonly status: number
  /** The account has a one-time password: its own comes first. */
  readonly mustChange?: boolean
  /** After how long it may be tried again, where that is known. */
  readonly minutes?: number | null
}

interface ErrorProps {
  readonly ctx: PageContext
  readonly data: ErrorPageData
}

/** What went wrong, what to do, and a way on. */
export function ErrorPage({ ctx, data }: ErrorProps): VNode {
  const { t } = ctx
  const [first, ...others] = waysOn(ctx, data)
  return (
    <Layout ctx={ctx} title={data.title}>
      <p class="request-reference">{t('errorPage.code', { status: data.status })}</p>
      <h1>{data.title}</h1>
      <p class="lead">{data.detail}</p>
      {data.minutes ? <p>{t('errorPage.wait', { minutes: data.minutes })}</p> : null}
      {mayHaveTyped(data) ? <p>{t('errorPage.again')}</p> : null}
      <p class="buttons">
        {first ? (
          <a class="button" href={first.href}>
            {first.label}
          </a>
        ) : null}
        {others.map(way => (
          <a key={way.href} class="button button-secondary" href={way.href}>
            {way.label}
          </a>
        ))}
      </p>
    </Layout>
  )
}

interface Way {
  readonly href: string
  readonly label: string
}

/** The likeliest first; never back to the page that has just refused. */
function waysOn(ctx: PageContext, data: ErrorPageData): readonly Way[] {
  const { t, actor } = ctx
  const home = { href: href(ctx, ''), label: t('errorPage.home') }
  const requests = { href: href(ctx, '/solicitudes'), label: t('errorPage.requests') }
  const signIn = { href: href(ctx, '/entrar'), label: t('errorPage.signIn') }
  if (data.mustChange) return [{ href: href(ctx, '/cuenta'), label: t('account.submit') }]
  const last = actor === null ? signIn : requests
  if (data.status === 404) return [{ ...requests, label: t('errorPage.search') }, home]
  if (data.status === 410) return [{ href: href(ctx, '/recuperar'), label: t('errorPage.recover') }, home]
  if (!isPassing(data)) return [home, last]
  return [{ href: href(ctx, `${ctx.path}${ctx.query}`), label: t('errorPage.back') }, home, last]
}

/** What may be over by the next try. */
function isPassing({ status }: ErrorPageData): boolean {
  return status === 429 || status >= 500
}

function mayHaveTyped({ status }: ErrorPageData): boolean {
  return [403, 409, 412, 413, 422, 429].includes(status) || status >= 500
}
