import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { channels } from '../../server/domain/request/events.ts'
import { requestKinds } from '../../server/domain/request/states.ts'
import type { SimilarRequest } from '../../server/requests/find-similar.ts'
import type { DeadlinePreview } from '../../server/requests/preview-deadline.ts'
import { dayText } from '../dates.ts'
import { errorOf, valueOf, valuesOf, type FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, sideOf, type PageContext } from '../page-context.ts'
import { DeadlinePreviewBox } from '../parts/deadline-preview.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import {
  ChoiceField,
  DateField,
  FileField,
  HiddenFields,
  SelectField,
  TextArea,
  TextField,
  type FieldProps,
  type Option,
} from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { Icon } from '../parts/icon.tsx'
import {
  InstitutionChoices,
  foundInstitutions,
  type InstitutionOption,
} from '../parts/institution-choices.tsx'
import { evidenceOptions, exampleDay } from './acts/act-page.tsx'

/** When one of the chosen institutions would have to answer. */
export interface PreviewAt {
  readonly institution: string
  readonly preview: DeadlinePreview
}

export interface LogRequestData {
  readonly form: FormState
  readonly institutions: readonly InstitutionOption[]
  /** The other institutions were just searched: the answer is there. */
  readonly searching?: boolean
  /** For a unit that types a spoken request: whose it is. */
  readonly organisations: readonly Option[]
  readonly previews: readonly PreviewAt[]
  /** What may be the same request: asked about once, before it is logged. */
  readonly similar: readonly SimilarRequest[]
  readonly maxMegabytes: number
}

interface LogProps {
  readonly ctx: PageContext
  readonly data: LogRequestData
}

const previewed = ['institutionId', 'institutionIds', 'kind', 'receivedOn', 'receivedTime'] as const

export function LogRequestPage({ ctx, data }: LogProps): VNode {
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
        preview={{ path: '/solicitudes/nueva/vista', fields: previewed }}
      >
        <HiddenFields form={form} names={['borrador']} />
        <Similar ctx={ctx} data={data} />
        <Institutions ctx={ctx} data={data} />
        <WhatWasAsked ctx={ctx} data={data} />
        <Receipt ctx={ctx} data={data} />
        <Buttons ctx={ctx} data={data} />
      </Form>
    </Layout>
  )
}

function Institutions({ ctx, data }: LogProps): VNode {
  const { t } = ctx
  const { form, institutions } = data
  const field = fieldMaker(ctx, form)
  const isUnit = ctx.actor !== null && sideOf(ctx.actor.role) === 'unit'
  return (
    <>
      <SelectField
        {...field('institutionId', t('new.institution'))}
        empty={t('new.institution.empty')}
        options={institutions}
      />
      {isUnit ? (
        <SelectField
          {...field('organisationId', t('fact.requester'))}
          empty={t('form.choose')}
          options={data.organisations}
        />
      ) : (
        <Others ctx={ctx} data={data} />
      )}
    </>
  )
}

/** Below so many the list is its own search. */
const searchAbove = 12

/** The same text went to several: the boxes, and above them a search that needs no script. */
function Others({ ctx, data }: LogProps): VNode {
  const { t } = ctx
  const { form, institutions, searching = false } = data
  const field = fieldMaker(ctx, form)
  const chosen = valuesOf(form, 'institutionIds')
  const typed = valueOf(form, 'otherSearch')
  const others = institutions.filter(({ value }) => value !== valueOf(form, 'institutionId'))
  const found = foundInstitutions(others, typed, chosen)
  const isOpen = searching || chosen.length > 0 || errorOf(form, 'institutionIds') !== null
  return (
    <details class="more" id="otras" open={isOpen}>
      <summary>{t('log.many')}</summary>
      <div class="more-body">
        {others.length > searchAbove ? <OtherSearch ctx={ctx} data={data} /> : null}
        {typed === '' ? null : (
          <p class="found" tabIndex={-1} data-focus={searching ? '' : undefined}>
            {t('log.others.found', { found: found.length, count: others.length })}
          </p>
        )}
        <InstitutionChoices
          {...field('institutionIds', t('log.others'))}
          hint={t('log.others.hint')}
          options={found}
          searched={typed !== ''}
        />
      </div>
    </details>
  )
}

/** What was searched last goes along: Enter in the box then searches and does not send the form. */
function OtherSearch({ ctx, data: { form } }: LogProps): VNode {
  const { t } = ctx
  const field = fieldMaker(ctx, form)
  return (
    <div class="inner-search">
      <input type="hidden" name="otherSearched" value={valueOf(form, 'otherSearch')} />
      <TextField {...field('otherSearch', t('log.others.search'))} type="search" maxLength={100} />
      <Button kind="secondary" name="step" value="search">
        {t('log.others.show')}
      </Button>
    </div>
  )
}

function WhatWasAsked({ ctx, data }: LogProps): VNode {
  const { t } = ctx
  const field = fieldMaker(ctx, data.form)
  return (
    <>
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
    </>
  )
}

function Receipt({ ctx, data }: LogProps): VNode {
  const { t } = ctx
  const field = fieldMaker(ctx, data.form)
  return (
    <>
      <h2>{t('log.receipt')}</h2>
      <ChoiceField
        {...field('channel', t('log.channel'))}
        kind="radio"
        options={channels.map(channel => ({
          value: channel,
          label: t(`log.channel.${channel}`),
          hint: t(`log.channel.${channel}.hint`),
        }))}
      />
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
        <Previews ctx={ctx} previews={data.previews} />
      </div>
      <p>
        <Button kind="secondary" name="step" value="preview">
          {t('new.preview')}
        </Button>
      </p>
      <Proof ctx={ctx} data={data} />
    </>
  )
}

function Proof({ ctx, data }: LogProps): VNode {
  const { t } = ctx
  const field = fieldMaker(ctx, data.form)
  return (
    <>
      <TextField
        {...field('caseNumber', t('new.caseNumber'))}
        optional
        width="medium"
        maxLength={120}
        hint={t('new.caseNumber.hint')}
      />
      <SelectField
        {...field('evidenceKind', t('new.evidence'))}
        hint={t('new.evidence.hint')}
        options={evidenceOptions(ctx)}
      />
      <FileField
        {...field('file', t('log.file'))}
        optional
        hint={t('log.file.hint')}
        maxMegabytes={data.maxMegabytes}
      />
    </>
  )
}

function Buttons({ ctx, data }: LogProps): VNode {
  const { t } = ctx
  return (
    <div class="buttons">
      {data.similar.length > 0 ? (
        <Button name="step" value="anyway">
          {t('log.anyway')}
        </Button>
      ) : (
        <Button>{t('new.submit')}</Button>
      )}
      <Button kind="secondary" name="step" value="draft">
        {t('log.saveDraft')}
      </Button>
      <a href={href(ctx, '/solicitudes')}>{t('form.cancel')}</a>
    </div>
  )
}

/** A hint, not a refusal: it may well be another request. */
function Similar({ ctx, data }: LogProps): VNode | null {
  const { t } = ctx
  if (data.similar.length === 0) return null
  return (
    <section class="free" role="alert" aria-labelledby="parecidas" tabIndex={-1} data-focus="">
      <h2 id="parecidas">
        <Icon name="warning" /> {t('log.similar.title', { count: data.similar.length })}
      </h2>
      <ul>
        {data.similar.map(({ id, reference, title, receivedOn, why }) => (
          <li key={id}>
            <a href={href(ctx, `/solicitudes/${id}`)} lang={ctx.language === 'es' ? undefined : 'es'}>
              {title}
            </a>{' '}
            <span class="soft small">
              {t(`log.similar.${why}`, { reference, day: shortDay(ctx, receivedOn) })}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('log.similar.what')}</p>
    </section>
  )
}

function shortDay(ctx: PageContext, day: CalendarDate): string {
  return dayText(ctx.language, day, 'short')
}

/** One in full; of several, each one's day, with the reckoning folded below it. */
export function Previews({ ctx, previews }: { ctx: PageContext; previews: readonly PreviewAt[] }): VNode {
  const [only, ...others] = previews
  if (only === undefined || others.length === 0)
    return <DeadlinePreviewBox ctx={ctx} preview={only?.preview ?? null} />
  return (
    <>
      <h2 class="deadline-title">
        <Icon name="clock" /> {ctx.t('log.previews', { count: previews.length })}
      </h2>
      <ul class="plain previews">
        {previews.map(({ institution, preview }) => (
          <li key={institution}>
            <strong>{institution}</strong>:{' '}
            {ctx.t('log.preview.due', { day: dayText(ctx.language, preview.dueOn, 'long') })}
          </li>
        ))}
      </ul>
    </>
  )
}

function fieldMaker(ctx: PageContext, form: FormState): (name: string, label: string) => FieldProps {
  return (name, label) => ({ ctx, form, name, label })
}
