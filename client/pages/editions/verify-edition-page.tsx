import type { VNode } from 'preact'
import { instantText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { Icon } from '../../parts/icon.tsx'
import type { PublicEdition } from './public-parts.tsx'

export interface VerifyEditionData {
  readonly code: string
  /** As the seal prints it. */
  readonly digest: string
  readonly found:
    { readonly verdict: 'unknown' } | ({ readonly verdict: 'genuine' | 'superseded' } & PublicEdition)
}

interface VerifyEditionProps {
  readonly ctx: PageContext
  readonly data: VerifyEditionData
}

/** Where the symbol in a report's seal leads: whether that edition still stands. */
export function VerifyEditionPage({ ctx, data }: VerifyEditionProps): VNode {
  const { t } = ctx
  const { found, code, digest } = data
  const isGenuine = found.verdict === 'genuine'
  return (
    <Layout ctx={ctx} title={t('verify.title')} description={t('verify.lead')}>
      <h1>{t('verify.title')}</h1>
      <section class={`band band-${isGenuine ? 'done' : 'warning'}`} aria-labelledby="resultado">
        <Icon name={isGenuine ? 'check' : 'warning'} />
        <div>
          <h2 class="band-title" id="resultado">
            {t(`verifyEdition.${found.verdict}`, { code })}
          </h2>
          <p>{resultText(ctx, data)}</p>
          <p class="soft small hash">{digest}</p>
          {found.verdict === 'unknown' ? null : <SeeEdition ctx={ctx} found={found} />}
        </div>
      </section>
      <p>{t('verifyEdition.file')}</p>
      <p>
        <a href={href(ctx, '/informe/verificar')}>{t('twin.verify')}</a>
      </p>
    </Layout>
  )
}

function SeeEdition({ ctx, found: { edition, newer } }: { ctx: PageContext; found: PublicEdition }): VNode {
  const { code } = newer ?? edition
  return (
    <p>
      <a href={href(ctx, `/informes/${code}`)}>{ctx.t('verify.see', { code })}</a>
    </p>
  )
}

function resultText({ t, language }: PageContext, { found }: VerifyEditionData): string {
  if (found.verdict === 'unknown') return t('verifyEdition.unknown.lead')
  const { edition, newer } = found
  const at = edition.publishedAt ? instantText(language, edition.publishedAt) : '–'
  return newer
    ? t('verifyEdition.superseded.lead', { at, by: newer.code })
    : t('verifyEdition.genuine.lead', { at })
}
