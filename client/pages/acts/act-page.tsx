import type { VNode } from 'preact'
import { evidenceKinds } from '../../../server/domain/request/events.ts'
import { dayText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { daysLeftText } from '../../parts/deadline.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { DateField, FileField, SelectField, type FieldProps } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { ActFields } from './act-fields.tsx'
import type { ActPageData, ActProps } from './act-form.ts'
import { checkedActs } from './checked-acts.ts'
import { RequestVersion } from './request-version.tsx'

/** One act, only its own questions. */
export function ActPage({ ctx, data }: ActProps): VNode {
  const { t } = ctx
  const act = t(`act.${data.type}`)
  return (
    <Layout ctx={ctx} title={`${act} (${data.request.reference})`} problem={data.form.errors.length > 0}>
      <ActHead ctx={ctx} data={data} title={act} />
      <ActPageForm ctx={ctx} data={data} />
    </Layout>
  )
}

/** Also under what changed meanwhile, where somebody else was quicker. */
export function ActPageForm({ ctx, data }: ActProps): VNode {
  const { t } = ctx
  return (
    <Form ctx={ctx} action={actPath(data)} form={data.form} multipart={hasFile(data)}>
      <RequestVersion request={data.request} form={data.form} />
      <ActFields ctx={ctx} data={data} />
      {data.type === 'corrected' ? null : <WhenAndProof ctx={ctx} data={data} />}
      <p class="soft">{t('act.notFinal')}</p>
      <div class="buttons">
        <Submit ctx={ctx} data={data} />
        <a href={href(ctx, `/solicitudes/${data.request.id}`)}>{t('form.cancel')}</a>
      </div>
    </Form>
  )
}

/** What cannot be taken back is looked through first. */
function Submit({ ctx, data }: ActProps): VNode {
  const { t } = ctx
  if (checkedActs.includes(data.type))
    return (
      <Button name="step" value="revisar">
        {t('act.continue')}
      </Button>
    )
  return <Button>{t('act.submit')}</Button>
}

export function actPath({ request, type }: ActPageData): string {
  return `/solicitudes/${request.id}/actos/${type}`
}

/** What the act does, by which article, and how much time there is. */
export function ActHead({ ctx, data, title }: ActProps & { title: string }): VNode {
  const { t } = ctx
  const { request, action, type } = data
  return (
    <>
      <a class="back" href={href(ctx, `/solicitudes/${request.id}`)}>
        ← {t('act.about', { reference: request.reference })}
      </a>
      <ErrorSummary ctx={ctx} form={data.form} />
      <h1>{title}</h1>
      <p class="request-reference" lang={ctx.language === 'es' ? undefined : 'es'}>
        {request.title} · {request.institution.name}
      </p>
      <TimeLeft ctx={ctx} data={data} />
      <p class="lead">{t(`act.${type}.lead`)}</p>
      {action?.article ? <p class="soft small">{t('act.article', { article: action.article })}</p> : null}
    </>
  )
}

function TimeLeft({ ctx, data }: ActProps): VNode | null {
  const { deadline } = data.request
  if (deadline === null) return null
  return (
    <p class="time-left">
      <strong>{ctx.t(`clock.${deadline.clock}`)}</strong>:{' '}
      {daysLeftText(ctx, deadline.workingDaysLeft, deadline.dueOn)} (
      {dayText(ctx.language, deadline.dueOn, 'long')})
    </p>
  )
}

export function WhenAndProof({ ctx, data }: ActProps): VNode {
  const { t } = ctx
  const field = (name: string, label: string): FieldProps => ({ ctx, form: data.form, name, label })
  return (
    <>
      <DateField
        {...field('occurredOn', t('act.occurredOn'))}
        hint={t('form.date.hint', { example: exampleDay(ctx) })}
      />
      <SelectField {...field('evidenceKind', t('act.evidence'))} options={evidenceOptions(ctx)} />
      <FileField
        {...field('file', t('act.file'))}
        optional
        hint={t('act.file.hint')}
        maxMegabytes={data.maxMegabytes}
      />
    </>
  )
}

export function evidenceOptions(ctx: PageContext) {
  return evidenceKinds.map(kind => ({ value: kind, label: ctx.t(`evidence.${kind}`) }))
}

/** Today, as people here write it: 23/11/2026. */
export function exampleDay({ today }: PageContext): string {
  const [year, month, day] = today.split('-')
  return `${day}/${month}/${year}`
}

function hasFile({ type }: ActPageData): boolean {
  return type !== 'corrected'
}
