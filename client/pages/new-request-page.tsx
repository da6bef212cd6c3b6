import type { VNode } from 'preact'
import { channels } from '../../server/domain/request/events.ts'
import { requestKinds } from '../../server/domain/request/states.ts'
import type { DeadlinePreview } from '../../server/requests/preview-deadline.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, sideOf, type PageContext } from '../page-context.ts'
import { DeadlinePreviewBox } from '../parts/deadline-preview.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import {
  DateField,
  FileField,
  SelectField,
  TextArea,
  TextField,
  type FieldProps,
  type Option,
} from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { evidenceOptions, exampleDay } from './acts/act-page.tsx'

export interface NewRequestData {
  readonly form: FormState
  readonly institutions: readonly Option[]
  /** For a unit that types a spoken request: whose it is. */
  readonly organisations: readonly Option[]
  readonly preview: DeadlinePreview | null
  readonly maxMegabytes: number
}

interface NewRequestProps {
  readonly ctx: PageContext
  readonly data: NewRequestData
}

export function NewRequestPage({ ctx, data }: NewRequestProps): VNode {
  const { t } = ctx
  const { form } = data
  return (
    <Layout ctx={ctx} title={t('new.title')} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, '/solicitudes')}>
        ← {t('nav.requests')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('new.title')}</h1>
      <p class="lead">{t('act.filed.lead')}</p>
      <Form
        ctx={ctx}
        action="/solicitudes/nueva"
        form={form}
        multipart
        preview={{ path: '/plazos/vista', fields: ['institutionId', 'kind', 'receivedOn', 'receivedTime'] }}
      >
        <WhatWasAsked ctx={ctx} data={data} />
        <Receipt ctx={ctx} data={data} />
        <div class="buttons">
          <Button>{t('new.submit')}</Button>
          <a href={href(ctx, '/solicitudes')}>{t('form.cancel')}</a>
        </div>
      </Form>
    </Layout>
  )
}

function WhatWasAsked({ ctx, data }: NewRequestProps): VNode {
  const { t } = ctx
  const field = fieldMaker(ctx, data.form)
  const isUnit = ctx.actor !== null && sideOf(ctx.actor.role) === 'unit'
  return (
    <>
      <SelectField
        {...field('institutionId', t('new.institution'))}
        empty={t('new.institution.empty')}
        options={data.institutions}
      />
      {isUnit ? (
        <SelectField
          {...field('organisationId', t('fact.requester'))}
          empty={t('form.choose')}
          options={data.organisations}
        />
      ) : null}
      <SelectField
        {...field('kind', t('new.kind'))}
        options={requestKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextField
        {...field('title', t('new.requestTitle'))}
        hint={t('new.requestTitle.hint')}
        maxLength={200}
      />
      <TextArea {...field('body', t('new.body'))} hint={t('new.body.hint')} rows={8} maxLength={20_000} />
      <SelectField
        {...field('channel', t('new.channel'))}
        options={channels.map(channel => ({ value: channel, label: t(`channel.${channel}`) }))}
      />
    </>
  )
}

function Receipt({ ctx, data }: NewRequestProps): VNode {
  const { t } = ctx
  const field = fieldMaker(ctx, data.form)
  return (
    <>
      <div class="field-pair">
        <DateField
          {...field('receivedOn', t('new.receivedOn'))}
          hint={t('new.receivedOn.hint', { example: exampleDay(ctx) })}
        />
        <TextField
          {...field('receivedTime', t('new.receivedTime'))}
          optional
          width="short"
          maxLength={5}
          hint={t('new.receivedTime.hint')}
        />
      </div>
      <div class="preview" id="plazo" aria-live="polite">
        <DeadlinePreviewBox ctx={ctx} preview={data.preview} />
      </div>
      <p>
        <Button kind="secondary" name="step" value="preview">
          {t('new.preview')}
        </Button>
      </p>
      <SelectField
        {...field('evidenceKind', t('new.evidence'))}
        hint={t('new.evidence.hint')}
        options={evidenceOptions(ctx)}
      />
      <FileField
        {...field('file', t('new.file'))}
        optional
        hint={t('act.file.hint')}
        maxMegabytes={data.maxMegabytes}
      />
    </>
  )
}

function fieldMaker(ctx: PageContext, form: FormState): (name: string, label: string) => FieldProps {
  return (name, label) => ({ ctx, form, name, label })
}
