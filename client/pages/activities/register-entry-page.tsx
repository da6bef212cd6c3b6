import type { VNode } from 'preact'
import { valueOf, type FormState } from '../../form-state.ts'
import { instantText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FactsList, type Fact } from '../../parts/facts-list.tsx'
import { HiddenFields, TextArea } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { BackToRegister, registerPaths, type RegisterName } from './register-list-page.tsx'

export interface CorrectionLine {
  readonly at: Date
  readonly reason: string
  /** What stood there before, by its label. */
  readonly before: readonly { readonly field: string; readonly value: string }[]
}

export interface RegisterEntryData {
  readonly name: RegisterName
  readonly id: string
  readonly title: string
  readonly facts: readonly Fact[]
  readonly below: VNode | null
  readonly annulled: boolean
  readonly corrections: readonly CorrectionLine[]
  readonly mayKeep: boolean
  /** Of the annulment. */
  readonly form: FormState
}

interface EntryProps {
  readonly ctx: PageContext
  readonly data: RegisterEntryData
}

export function RegisterEntryPage({ ctx, data }: EntryProps): VNode {
  const { t } = ctx
  const { name, id, title, facts, below, annulled, mayKeep, form } = data
  const isOpen = mayKeep && !annulled
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <BackToRegister ctx={ctx} name={name} />
      <ErrorSummary ctx={ctx} form={form} />
      <div class="head">
        <h1>
          {title} {annulled ? <span class="tag tag-muted">{t('activities.annulled')}</span> : null}
        </h1>
        {isOpen ? (
          <a class="button" href={href(ctx, `${registerPaths[name]}/${id}/corregir`)}>
            {t('activities.correct')}
          </a>
        ) : null}
      </div>
      <div class="form">
        <FactsList facts={facts} />
      </div>
      {below}
      <h2>{t('activities.history')}</h2>
      <Corrections ctx={ctx} data={data} />
      {isOpen ? <Annul ctx={ctx} data={data} /> : null}
    </Layout>
  )
}

function Corrections({ ctx, data: { corrections } }: EntryProps): VNode {
  const { t, language } = ctx
  if (corrections.length === 0) return <p class="soft">{t('activities.history.none')}</p>
  return (
    <ul class="plain form">
      {corrections.map(({ at, reason, before }) => (
        <li key={String(at.getTime())} class="notice">
          <p class="soft small">{instantText(language, at)}</p>
          <p lang={language === 'es' ? undefined : 'es'}>{reason}</p>
          {before.map(({ field, value }) => (
            <p key={field} class="soft small">
              {t('activities.before', { field, value })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Annul({ ctx, data: { name, id, form } }: EntryProps): VNode {
  const { t } = ctx
  return (
    <details class="form annul" open={form.errors.length > 0 || valueOf(form, 'reason') !== ''}>
      <summary>{t('activities.annul')}</summary>
      <p class="soft">{t('activities.annul.lead')}</p>
      <Form ctx={ctx} action={`${registerPaths[name]}/${id}/anular`} form={form}>
        <HiddenFields form={form} names={['version']} />
        <TextArea {...{ ctx, form, name: 'reason' }} label={t('activities.annul.reason')} rows={2} />
        <Button kind="danger">{t('activities.annul')}</Button>
      </Form>
    </details>
  )
}
