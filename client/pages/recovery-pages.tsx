import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { HiddenFields, TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'

interface RecoveryProps {
  readonly ctx: PageContext
  readonly form: FormState
}

/** Asks for the address; without a mail server it says who can help instead. */
export function RecoveryPage({ ctx, form, mail }: RecoveryProps & { mail: boolean }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('recovery.title')} problem={form.errors.length > 0}>
      <BackToSignIn ctx={ctx} />
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('recovery.title')}</h1>
      <p class="lead">{t(mail ? 'recovery.lead' : 'recovery.noMail')}</p>
      {mail ? (
        <Form ctx={ctx} action="/recuperar" form={form}>
          <TextField
            ctx={ctx}
            form={form}
            name="email"
            type="email"
            width="medium"
            autocomplete="username"
            label={t('signIn.email')}
          />
          <Button>{t('recovery.submit')}</Button>
        </Form>
      ) : null}
    </Layout>
  )
}

/** The same for every address: it tells nobody whether there is an account. */
export function RecoverySentPage({ ctx, minutes }: { ctx: PageContext; minutes: number }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('recovery.sent.title')}>
      <h1>{t('recovery.sent.title')}</h1>
      <p class="lead">{t('recovery.sent', { minutes })}</p>
      <p>{t('recovery.sent.nothing')}</p>
      <BackToSignIn ctx={ctx} />
    </Layout>
  )
}

/** Where the letter's link leads. Opening it uses nothing up. */
export function NewPasswordPage({ ctx, form }: RecoveryProps): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('recovery.new.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('recovery.new.title')}</h1>
      <p class="lead">{t('recovery.new.lead')}</p>
      <Form ctx={ctx} action="/recuperar/nueva" form={form}>
        <HiddenFields form={form} names={['enlace']} />
        <TextField
          ctx={ctx}
          form={form}
          name="next"
          type="password"
          width="medium"
          autocomplete="new-password"
          label={t('account.next')}
          hint={t('account.next.hint')}
        />
        <Button>{t('account.submit')}</Button>
      </Form>
    </Layout>
  )
}

function BackToSignIn({ ctx }: { ctx: PageContext }): VNode {
  return (
    <a class="back" href={href(ctx, '/entrar')}>
      ← {ctx.t('signIn.title')}
    </a>
  )
}
