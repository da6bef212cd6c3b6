import type { VNode } from 'preact'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FactsList, type Fact } from '../../parts/facts-list.tsx'
import { HiddenFields, TextArea } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { BackToRegister, registerPaths, registerWords, type RegisterName } from './register-list-page.tsx'

export interface RegisterFormData {
  readonly name: RegisterName
  readonly form: FormState
  readonly fields: VNode
  /** Of the entry that is corrected; null for a new one. */
  readonly id: string | null
  /** What is kept now, where somebody else corrected it while this was being typed. */
  readonly stale: readonly Fact[] | null
}

export function RegisterFormPage({ ctx, data }: { ctx: PageContext; data: RegisterFormData }): VNode {
  const { t } = ctx
  const { name, form, fields, id, stale } = data
  const words = registerWords[name]
  const title = t(id === null ? words.add : words.correct)
  const base = registerPaths[name]
  const field = (fieldName: string) => ({ ctx, form, name: fieldName })
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <BackToRegister ctx={ctx} name={name} />
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      {stale ? <Stale ctx={ctx} facts={stale} /> : null}
      <Form ctx={ctx} action={id === null ? `${base}/nueva` : `${base}/${id}/corregir`} form={form}>
        <HiddenFields form={form} names={['version']} />
        {fields}
        {id === null ? null : (
          <TextArea
            {...field('reason')}
            label={t('activities.reason')}
            hint={t('activities.reason.hint')}
            rows={2}
            maxLength={1000}
          />
        )}
        <div class="buttons">
          <Button>{t(id === null ? 'activities.save' : 'activities.saveCorrection')}</Button>
          <a href={href(ctx, id === null ? base : `${base}/${id}`)}>{t('form.cancel')}</a>
        </div>
      </Form>
    </Layout>
  )
}

function Stale({ ctx, facts }: { ctx: PageContext; facts: readonly Fact[] }): VNode {
  return (
    <section class="form" aria-labelledby="ahora">
      <p class="free">{ctx.t('activities.stale')}</p>
      <h2 id="ahora">{ctx.t('activities.stale.now')}</h2>
      <FactsList facts={facts} />
    </section>
  )
}
