import type { VNode } from 'preact'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'

/** For those who are not signed in: what this is, and what can be done without an account. */
export function PublicHomePage({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('home.public.title')}>
      <h1>{t('home.public.title')}</h1>
      <p class="lead">{t('home.public.lead')}</p>
      <p class="buttons">
        <a class="button" href={href(ctx, '/plazos')}>
          {t('home.public.calculator')}
        </a>
        <a class="button button-secondary" href={href(ctx, '/solicitudes')}>
          {t('home.public.requests')}
        </a>
        <a href={href(ctx, '/entrar')}>{t('nav.signIn')}</a>
      </p>
    </Layout>
  )
}
