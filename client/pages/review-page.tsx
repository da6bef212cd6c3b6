import type { VNode } from 'preact'
import { reviewGrounds } from '../../server/domain/request/events.ts'
import type { ClockView, RequestView } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ClockWorking } from '../parts/deadline-box.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { SelectField, TextArea, TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { Icon } from '../parts/icon.tsx'
import { actHref } from '../parts/next-step.tsx'

export interface ReviewData {
  readonly request: RequestView
  /** The days to seek it (K5). */
  readonly clock: ClockView
  readonly form: FormState
  readonly suggested: (typeof reviewGrounds)[number]
  readonly certificate: boolean
}

interface ReviewProps {
  readonly ctx: PageContext
  readonly data: ReviewData
}

/** What a review appeal needs, what of it is there already, and the letter. */
export function ReviewPage({ ctx, data }: ReviewProps): VNode {
  const { t } = ctx
  const { request, form } = data
  return (
    <Layout ctx={ctx} title={`${t('review.title')} (${request.reference})`} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, `/solicitudes/${request.id}`)}>
        ← {t('act.about', { reference: request.reference })}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('review.title')}</h1>
      <p class="request-reference" lang={ctx.language === 'es' ? undefined : 'es'}>
        {request.title} · {request.institution.name}
      </p>
      <p class="lead">{t('act.review_filed.lead')}</p>
      <Term ctx={ctx} data={data} />
      <Checklist ctx={ctx} data={data} />
      <h2>{t('review.letter')}</h2>
      <p>{t('review.letter.lead')}</p>
      <Letter ctx={ctx} data={data} />
      <After ctx={ctx} data={data} />
    </Layout>
  )
}

function Term({ ctx, data }: ReviewProps): VNode {
  const { t } = ctx
  const { clock } = data
  const late = clock.dueOn < ctx.today
  const day = dayText(ctx.language, clock.dueOn, 'long')
  return (
    <section class={`deadline deadline-${late ? 'late' : 'soon'}`} aria-labelledby="plazo-revision">
      <p class="deadline-what">{t('clock.K5')}</p>
      <h2 id="plazo-revision" class="deadline-title">
        <Icon name={late ? 'warning' : 'clock'} />
        {t(late ? 'review.late' : 'review.until', { day })}
      </h2>
      <p class="deadline-plain">{t(late ? 'review.late.text' : 'clock.K5.plain')}</p>
      <ClockWorking ctx={ctx} clock={clock} />
    </section>
  )
}

/** Articles 54 to 57, each with what the record already has. */
function Checklist({ ctx, data }: ReviewProps): VNode {
  const { t } = ctx
  const { request, certificate } = data
  return (
    <section class="card" aria-labelledby="lista">
      <h2 id="lista">{t('review.check')}</h2>
      <ul class="plain checklist">
        {itemsOf(ctx, data).map(({ done, text }) => (
          <li key={text}>
            <Icon name={done ? 'check' : 'pause'} />
            <span>
              <strong>{t(done ? 'review.done' : 'review.todo')}</strong> {text}
            </span>
          </li>
        ))}
      </ul>
      <p class="soft">{t('review.check.defects')}</p>
      {certificate ? (
        <p>
          <a href={`/api/v1/requests/${request.id}/silence-certificate.pdf?language=es`}>
            {t('review.certificate')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

interface Item {
  readonly done: boolean
  readonly text: string
}

function itemsOf(ctx: PageContext, data: ReviewData): Item[] {
  const { t } = ctx
  const { request } = data
  return [
    { done: true, text: t('review.check.authority', { institution: request.institution.name }) },
    { done: true, text: t('review.check.ground', { ground: t(`review-ground.${data.suggested}`) }) },
    {
      done: request.caseNumber !== null,
      text: request.caseNumber
        ? t('review.check.case', { number: request.caseNumber })
        : t('review.check.noCase'),
    },
    { done: false, text: t('review.check.who') },
    {
      done: true,
      text: t('review.check.date', { day: dayText(ctx.language, data.clock.startedOn, 'long') }),
    },
    { done: true, text: t('review.check.act') },
    {
      done: request.attachments.length > 0,
      text: t('review.check.files', { count: request.attachments.length }),
    },
  ]
}

/** Sent as a form, so that a name stands in no address; nothing of it is kept. */
function Letter({ ctx, data }: ReviewProps): VNode {
  const { t } = ctx
  const { form, request } = data
  const field = (name: string, label: string) => ({ ctx, form, name, label })
  return (
    <Form ctx={ctx} action={`/solicitudes/${request.id}/revision`} form={form} keepsNothing>
      <SelectField
        {...field('ground', t('act.review.ground'))}
        options={reviewGrounds.map(ground => ({ value: ground, label: t(`review-ground.${ground}`) }))}
      />
      <TextArea
        {...field('text', t('act.review.text'))}
        hint={t('review.text.hint')}
        rows={6}
        maxLength={6000}
        optional
      />
      <TextField
        {...field('name', t('review.name'))}
        hint={t('review.name.hint')}
        maxLength={120}
        autocomplete="name"
        optional
      />
      <TextField
        {...field('notices', t('review.notices'))}
        hint={t('review.notices.hint')}
        maxLength={200}
        optional
      />
      <Button>{t('review.download')}</Button>
    </Form>
  )
}

function After({ ctx, data }: ReviewProps): VNode | null {
  const { t } = ctx
  const { request } = data
  const mayFile = request.allowedActions.some(({ type }) => type === 'review_filed')
  if (!mayFile) return null
  return (
    <section aria-labelledby="despues">
      <h2 id="despues">{t('review.after')}</h2>
      <p>{t('review.after.text')}</p>
      <p>
        <a class="button button-secondary" href={actHref(ctx, request.id, { type: 'review_filed' })}>
          {t('review.record')}
        </a>
      </p>
    </section>
  )
}
