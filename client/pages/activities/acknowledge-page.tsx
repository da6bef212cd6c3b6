import type { VNode } from 'preact'
import type { AcknowledgementView } from '../../../server/dissemination/acknowledgement-view.ts'
import { dayText, instantText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FactsList } from '../../parts/facts-list.tsx'
import { TextArea } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { periodText } from './dissemination-parts.tsx'

export interface AcknowledgeData {
  readonly token: string
  readonly delivery: AcknowledgementView
  readonly form: FormState
}

interface AcknowledgeProps {
  readonly ctx: PageContext
  readonly data: AcknowledgeData
}

/** Opened by a signed link, without an account: says what is acknowledged before it is. */
export function AcknowledgePage({ ctx, data }: AcknowledgeProps): VNode {
  const { t, language } = ctx
  const { token, delivery, form } = data
  const at = delivery.acknowledgedAt
  const title = t(at ? 'acknowledge.done' : 'acknowledge.title')
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <p class="lead">
        {at ? t('acknowledge.done.lead', { at: instantText(language, at) }) : t('acknowledge.lead')}
      </p>
      <div class="form">
        <FactsList facts={factsOf(ctx, delivery)} />
      </div>
      {at ? null : (
        <Form ctx={ctx} action={`/acuse/${token}`} form={form}>
          <Button>{t('acknowledge.confirm')}</Button>
        </Form>
      )}
      <p class="register-files">
        <a href={href(ctx, `/informe/verificar?sha256=${delivery.reportSha256}`)}>
          {t('acknowledge.verify')}
        </a>
      </p>
      <h2>{t('acknowledge.answer.title')}</h2>
      {delivery.answers.map(answer => (
        <blockquote key={answer.text} class="card prose words" lang={language === 'es' ? undefined : 'es'}>
          {answer.text}
        </blockquote>
      ))}
      <Form ctx={ctx} action={`/acuse/${token}/responder`} form={form}>
        <TextArea
          {...{ ctx, form, name: 'text' }}
          label={t('acknowledge.answer')}
          hint={t('acknowledge.answer.hint')}
          rows={5}
          maxLength={4000}
        />
        <Button kind="secondary">{t('acknowledge.send')}</Button>
      </Form>
    </Layout>
  )
}

function factsOf(ctx: PageContext, delivery: AcknowledgementView) {
  const { t, language } = ctx
  return [
    { name: t('acknowledge.to'), value: delivery.institution ?? t('acknowledge.regulator') },
    { name: t('dissemination.report'), value: periodText(ctx, delivery) },
    { name: t('dissemination.sha256'), value: <span class="hash small">{delivery.reportSha256}</span> },
    { name: t('dissemination.means'), value: t(`dissemination.means.${delivery.means}`) },
    { name: t('dissemination.day'), value: dayText(language, delivery.day, 'long') },
  ]
}
