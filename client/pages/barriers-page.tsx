import type { VNode } from 'preact'
import type { BarrierView } from '../../server/barriers/barrier-view.ts'
import { barrierKinds } from '../../server/domain/barriers.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, sideOf, type PageContext } from '../page-context.ts'
import { BarrierDetail } from '../parts/barrier-list.tsx'
import { CardTable } from '../parts/card-table.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import {
  ChoiceField,
  DateField,
  FileField,
  HiddenFields,
  SelectField,
  TextArea,
  TextField,
  type Option,
} from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { Pager } from '../parts/pager.tsx'
import { evidenceOptions, exampleDay } from './acts/act-page.tsx'

export interface BarriersData {
  readonly barriers: readonly BarrierView[]
  readonly nextCursor: string | null
}

/** What stood in the way, the latest first. */
export function BarriersPage({ ctx, data }: { ctx: PageContext; data: BarriersData }): VNode {
  const { t } = ctx
  const mayAdd = ctx.actor !== null && sideOf(ctx.actor.role) === 'requester'
  return (
    <Layout ctx={ctx} title={t('barriers.title')}>
      <div class="head">
        <div>
          <h1>{t('barriers.title')}</h1>
          <p class="lead">{t('barriers.lead')}</p>
        </div>
        {mayAdd ? (
          <a class="button" href={href(ctx, '/barreras/nueva')}>
            {t('barriers.add')}
          </a>
        ) : null}
      </div>
      {data.barriers.length === 0 ? (
        <p class="empty">{t('barriers.empty')}</p>
      ) : (
        <BarrierTable ctx={ctx} barriers={data.barriers} />
      )}
      <Pager ctx={ctx} path="/barreras" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
    </Layout>
  )
}

function BarrierTable({ ctx, barriers }: { ctx: PageContext; barriers: readonly BarrierView[] }): VNode {
  const { t } = ctx
  return (
    <CardTable
      caption={t('barriers.title')}
      head={[t('barriers.what'), t('new.institution'), t('barriers.when'), t('barriers.detail')]}
      rows={barriers.map(barrier => ({
        key: barrier.id,
        cells: [
          <BarrierName key="what" ctx={ctx} barrier={barrier} />,
          <>
            {barrier.institution.name}
            {ctx.actor !== null && sideOf(ctx.actor.role) === 'requester' ? null : (
              <span class="row-under">{barrier.organisation.name}</span>
            )}
          </>,
          dayText(ctx.language, barrier.occurredOn, 'short'),
          <BarrierDetail key="detail" ctx={ctx} barrier={barrier} />,
        ],
      }))}
    />
  )
}

interface OneProps {
  readonly ctx: PageContext
  readonly barrier: BarrierView
}

function BarrierName({ ctx, barrier }: OneProps): VNode {
  const { t } = ctx
  return (
    <>
      <strong>{t(`barrier.${barrier.kind}`)}</strong>
      {barrier.article ? (
        <span class="row-under">{t('breach.article', { article: barrier.article })}</span>
      ) : null}
    </>
  )
}

export interface BarrierFormData {
  readonly form: FormState
  readonly institutions: readonly Option[]
  /** The request that it is about, which says its institution. */
  readonly request: { readonly id: string; readonly reference: string; readonly institution: string } | null
  readonly maxMegabytes: number
}

interface FormProps {
  readonly ctx: PageContext
  readonly data: BarrierFormData
}

export function BarrierFormPage({ ctx, data }: FormProps): VNode {
  const { t } = ctx
  const { form, request } = data
  const back = href(ctx, request ? `/solicitudes/${request.id}` : '/barreras')
  return (
    <Layout ctx={ctx} title={t('barriers.add')} problem={form.errors.length > 0}>
      <a class="back" href={back}>
        ← {request ? t('act.about', { reference: request.reference }) : t('barriers.title')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('barriers.add')}</h1>
      <p class="lead">{t('barriers.form.lead')}</p>
      <Form ctx={ctx} action="/barreras/nueva" form={form} multipart>
        <WhatHappened ctx={ctx} data={data} />
        <HowItIsKnown ctx={ctx} data={data} />
        <p class="soft">{t('barriers.final')}</p>
        <div class="buttons">
          <Button>{t('barriers.submit')}</Button>
          <a href={back}>{t('form.cancel')}</a>
        </div>
      </Form>
    </Layout>
  )
}

function WhatHappened({ ctx, data }: FormProps): VNode {
  const { t } = ctx
  const { form, request } = data
  const field = (name: string, label: string) => ({ ctx, form, name, label })
  return (
    <>
      {request ? (
        <>
          <HiddenFields form={form} names={['solicitud']} />
          <p class="time-left">{request.institution}</p>
        </>
      ) : (
        <SelectField
          {...field('institutionId', t('new.institution'))}
          empty={t('new.institution.empty')}
          options={data.institutions}
        />
      )}
      <ChoiceField
        {...field('kind', t('barriers.kind'))}
        kind="radio"
        options={barrierKinds.map(kind => ({
          value: kind,
          label: t(`barrier.${kind}`),
          hint: t(`barrier.${kind}.law`),
        }))}
      />
      <DateField
        {...field('occurredOn', t('act.occurredOn'))}
        hint={t('form.date.hint', { example: exampleDay(ctx) })}
      />
    </>
  )
}

function HowItIsKnown({ ctx, data }: FormProps): VNode {
  const { t } = ctx
  const field = (name: string, label: string) => ({ ctx, form: data.form, name, label })
  return (
    <>
      <TextField
        {...field('place', t('barriers.place'))}
        hint={t('barriers.place.hint')}
        maxLength={200}
        optional
      />
      <TextArea
        {...field('note', t('barriers.note'))}
        hint={t('barriers.note.hint')}
        rows={5}
        maxLength={4000}
        optional
      />
      <SelectField {...field('evidenceKind', t('act.evidence'))} options={evidenceOptions(ctx)} />
      <FileField
        {...field('file', t('log.file'))}
        optional
        hint={t('barriers.file.hint')}
        maxMegabytes={data.maxMegabytes}
      />
    </>
  )
}
