import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import type { PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { FactsList } from '../parts/facts-list.tsx'
import { TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'

export interface AccountData {
  readonly email: string
  readonly mustChange: boolean
  readonly form: FormState
}

export function AccountPage({ ctx, data }: { ctx: PageContext; data: AccountData }): VNode {
  const { t, actor } = ctx
  const { form } = data
  const password = (name: string) => ({ ctx, form, name, type: 'password', width: 'medium' }) as const
  return (
    <Layout ctx={ctx} title={t('account.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('account.title')}</h1>
      <div class="form">
        <FactsList
          facts={[
            { name: t('account.email'), value: data.email },
            { name: t('account.role'), value: t(`role.${actor?.role ?? 'public'}`) },
          ]}
        />
      </div>
      <h2>{t('account.password')}</h2>
      {data.mustChange ? <p class="free">{t('account.mustChange')}</p> : null}
      <Form ctx={ctx} action="/cuenta" form={form}>
        <TextField {...password('current')} label={t('account.current')} autocomplete="current-password" />
        <TextField
          {...password('next')}
          label={t('account.next')}
          hint={t('account.next.hint')}
          autocomplete="new-password"
        />
        <Button>{t('account.submit')}</Button>
      </Form>
    </Layout>
  )
}
