import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'

interface CodeProps {
  readonly ctx: PageContext
  readonly form: FormState
}

/** After the password: the code of one's app. */
export function CodePage({ ctx, form }: CodeProps): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('factor.enter.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('factor.enter.title')}</h1>
      <p class="lead">{t('factor.enter.lead')}</p>
      <Form ctx={ctx} action="/entrar/codigo" form={form}>
        <CodeField ctx={ctx} form={form} />
        <Button>{t('nav.signIn')}</Button>
      </Form>
      <a class="back" href={href(ctx, '/entrar')}>
        {t('factor.enter.again')}
      </a>
    </Layout>
  )
}

export interface FactorSetup {
  readonly secret: string
  readonly uri: string
}

/** The secret to be put into an app, and the code that proves it is there. */
export function FactorSetupPage({ ctx, form, setup }: CodeProps & { setup: FactorSetup }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('factor.setup.title')} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, '/cuenta')}>
        ← {t('account.title')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('factor.setup.title')}</h1>
      <p class="lead">{t('factor.setup.lead')}</p>
      <div class="form">
        <p class="preview">
          {t('factor.setup.key')}: <strong class="secret">{setup.secret.match(/.{1,4}/g)?.join(' ')}</strong>
          <br />
          <a href={setup.uri}>{t('factor.setup.open')}</a>
        </p>
      </div>
      <Form ctx={ctx} action="/cuenta/segundo-paso" form={form}>
        <CodeField ctx={ctx} form={form} />
        <Button>{t('factor.setup.submit')}</Button>
      </Form>
    </Layout>
  )
}

/** The one time that the spare codes are on a screen. */
export function SpareCodesPage({ ctx, codes }: { ctx: PageContext; codes: readonly string[] }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('factor.spare.title')}>
      <h1>{t('factor.spare.title')}</h1>
      <p class="lead">{t('factor.spare.lead')}</p>
      <ul class="plain preview form">
        {codes.map(code => (
          <li key={code} class="secret">
            {code}
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={href(ctx, '/cuenta')}>
          {t('factor.spare.done')}
        </a>
      </p>
    </Layout>
  )
}

export function CodeField({ ctx, form }: CodeProps): VNode {
  return (
    <TextField
      {...{ ctx, form, name: 'code' }}
      label={ctx.t('factor.code')}
      hint={ctx.t('factor.code.hint')}
      width="short"
      inputMode="numeric"
      autocomplete="one-time-code"
      maxLength={20}
    />
  )
}
