import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { HiddenFields, TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'

export interface SignInData {
  readonly form: FormState
  /** The session ended while something was being written: it is kept and goes on after signing in. */
  readonly resuming: boolean
}

export function SignInPage({ ctx, data }: { ctx: PageContext; data: SignInData }): VNode {
  const { t } = ctx
  const { form } = data
  return (
    <Layout ctx={ctx} title={t('signIn.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('signIn.title')}</h1>
      <p class="lead">{t(data.resuming ? 'signIn.resuming' : 'signIn.lead')}</p>
      <Form ctx={ctx} action="/entrar" form={form}>
        <HiddenFields form={form} names={['next', 'draft']} />
        <TextField
          ctx={ctx}
          form={form}
          name="email"
          type="email"
          width="medium"
          autocomplete="username"
          label={t('signIn.email')}
        />
        <TextField
          ctx={ctx}
          form={form}
          name="password"
          type="password"
          width="medium"
          autocomplete="current-password"
          label={t('signIn.password')}
        />
        <Button>{t('nav.signIn')}</Button>
      </Form>
      <p>
        <a class="lone-link" href={href(ctx, '/recuperar')}>
          {t('recovery.title')}
        </a>
      </p>
      <h2>{t('signIn.noAccount')}</h2>
      <p class="prose">{t('signIn.noAccount.text')}</p>
      <p>
        <a href={href(ctx, '/plazos')}>{t('signIn.calculator')}</a>
      </p>
    </Layout>
  )
}
