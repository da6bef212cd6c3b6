import type { VNode } from 'preact'
import type { MessageKey } from '../../server/i18n/es.ts'
import { Layout } from '../layout.tsx'
import type { PageContext } from '../page-context.ts'

type Part = readonly [title: MessageKey, ...paragraphs: MessageKey[]]

const accessibility: readonly Part[] = [
  ['acc.standard', 'acc.standard.1', 'acc.standard.2', 'acc.standard.3'],
  ['acc.limits', 'acc.limits.1', 'acc.limits.2', 'acc.limits.3'],
  ['acc.contact', 'acc.contact.1', 'acc.contact.2', 'acc.date'],
]

const privacy: readonly Part[] = [
  ['priv.public', 'priv.public.1', 'priv.public.2'],
  ['priv.visits', 'priv.visits.1', 'priv.visits.2', 'priv.visits.3'],
  ['priv.accounts', 'priv.accounts.1', 'priv.accounts.2'],
  ['priv.kept', 'priv.kept.1'],
  ['priv.rights', 'priv.rights.1'],
]

/** What works, what is missing, and whom to tell. */
export function AccessibilityPage({ ctx }: { ctx: PageContext }): VNode {
  return <TextPage ctx={ctx} title="accessibility.title" lead="acc.lead" parts={accessibility} />
}

/** What is published, what is kept, and what people may ask for. */
export function PrivacyPage({ ctx }: { ctx: PageContext }): VNode {
  return <TextPage ctx={ctx} title="privacy.title" lead="priv.lead" parts={privacy} />
}

interface TextProps {
  readonly ctx: PageContext
  readonly title: MessageKey
  readonly lead: MessageKey
  readonly parts: readonly Part[]
}

function TextPage({ ctx, title, lead, parts }: TextProps): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t(title)} description={t(lead)}>
      <h1>{t(title)}</h1>
      <p class="lead">{t(lead)}</p>
      <div class="text">
        {parts.map(([heading, ...paragraphs]) => (
          <section key={heading}>
            <h2>{t(heading)}</h2>
            {paragraphs.map(key => (
              <p key={key}>{t(key)}</p>
            ))}
          </section>
        ))}
      </div>
    </Layout>
  )
}
