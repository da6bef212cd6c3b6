import type { VNode } from 'preact'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import type { PageContext } from '../../page-context.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { DateField, HiddenFields, SelectField, type Option } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { BackToEditions } from './editions-page.tsx'

export interface EditionFormData {
  readonly form: FormState
  /** Of the draft that is changed; null for a new one. */
  readonly id: string | null
  /** Published editions that may be corrected. */
  readonly published: readonly Option[]
}

export function EditionFormPage({ ctx, data }: { ctx: PageContext; data: EditionFormData }): VNode {
  const { t } = ctx
  const { form, id, published } = data
  const title = t(id === null ? 'editions.add' : 'editions.edit')
  const field = (name: string) => ({ ctx, form, name })
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <BackToEditions ctx={ctx} />
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <Form ctx={ctx} action={id === null ? '/informes/nueva' : `/informes/${id}/editar`} form={form}>
        <HiddenFields form={form} names={['version']} />
        <div class="field-pair">
          <DateField {...field('from')} label={t('editions.from')} hint={t('filters.date.hint')} />
          <DateField {...field('to')} label={t('editions.to')} hint={t('filters.date.hint')} />
        </div>
        <DateField {...field('asOf')} label={t('editions.asOf')} hint={t('editions.asOf.hint')} optional />
        {published.length > 0 ? (
          <SelectField
            {...field('supersedes')}
            label={t('editions.supersedes')}
            empty={t('editions.supersedes.none')}
            options={published}
          />
        ) : null}
        <Button>{t('activities.save')}</Button>
      </Form>
    </Layout>
  )
}
