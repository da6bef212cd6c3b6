import type { VNode } from 'preact'
import { Layout } from '../layout.tsx'
import type { PageContext } from '../page-context.ts'

export function AccessibilityPage({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('accessibility.title')}>
      <h1>{t('accessibility.title')}</h1>
      <p class="prose">{t('accessibility.text')}</p>
      <p class="prose">{t('accessibility.contact')}</p>
    </Layout>
  )
}

export function PrivacyPage({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('privacy.title')}>
      <h1>{t('privacy.title')}</h1>
      <p class="prose">{t('privacy.text')}</p>
    </Layout>
  )
}
