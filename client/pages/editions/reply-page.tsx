import type { VNode } from 'preact'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { challengeable } from '../../../server/domain/editions/edition.ts'
import type { InstitutionPage, PageFigure } from '../../../server/editions/edition-printer.ts'
import type { ChallengeView, ReplyView } from '../../../server/editions/edition-view.ts'
import { formatsFor } from '../../../server/i18n/format.ts'
import { isMessageKey } from '../../../server/i18n/translate.ts'
import { dayText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { SelectField, TextArea } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { SwitchHere } from '../../parts/switch-here.tsx'
import { BackToEditions } from './editions-page.tsx'

export interface ReplyPageData {
  readonly editionId: string
  readonly code: string
  readonly until: CalendarDate
  readonly page: InstitutionPage
  readonly reply: ReplyView | null
  readonly challenges: readonly ChallengeView[]
  /** The reader is the head of this unit, and the term runs. */
  readonly mayReply: boolean
  readonly form: FormState
}

interface ReplyProps {
  readonly ctx: PageContext
  readonly data: ReplyPageData
}

export function ReplyPage({ ctx, data }: ReplyProps): VNode {
  const { t, language, today } = ctx
  const { code, until, page, form, mayReply } = data
  const title = t('heard.title', { code })
  const day = dayText(language, until, 'long')
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <BackToEditions ctx={ctx} />
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <p class="lead">
        <strong>{page.name}</strong>. {t('heard.lead')}
      </p>
      <p class={today > until ? 'soft' : 'free'}>
        {t(today > until ? 'heard.over' : 'heard.until', { until: day })}
      </p>
      <Figures ctx={ctx} page={page} />
      <Challenges ctx={ctx} data={data} />
      <h2>{t('heard.reply.title')}</h2>
      <Reply ctx={ctx} data={data} />
      {mayReply ? <ChallengeForm ctx={ctx} data={data} /> : null}
    </Layout>
  )
}

function Figures({ ctx, page }: { ctx: PageContext; page: InstitutionPage }): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="cifras">
      <h2 id="cifras">{t('heard.figures')}</h2>
      <ul class="figures">
        {page.figures.map(figure => (
          <li key={figure.code} class="figure">
            <span class="figure-label">{figureName(ctx, figure.code)}</span>
            <span class="figure-value">{figureValue(ctx, figure)}</span>
            <span class="figure-n">{figureNote(ctx, figure)}</span>
          </li>
        ))}
        <li class="figure">
          <span class="figure-label">{t('editions.figure.T9')}</span>
          <span class="figure-value">{medianText(ctx, page)}</span>
          <span class="figure-n">{t('heard.n', { n: page.medianN })}</span>
        </li>
      </ul>
      <p>
        <a href={href(ctx, `/solicitudes?institucion=${page.institutionId}`)}>{t('heard.cases')}</a>
      </p>
    </section>
  )
}

/** Of fewer than ten there are data, and no median. */
function medianText({ t }: PageContext, { medianDays, medianN }: InstitutionPage): string {
  if (medianN === 0) return t('heard.none')
  return medianDays === null ? t('panel.few', { n: medianN }) : t('heard.days', { days: medianDays })
}

function figureName({ t }: PageContext, code: string): string {
  const key = `editions.figure.${code}`
  return isMessageKey(key) ? t(key) : code
}

function figureValue({ t, language }: PageContext, { count, n, rate }: PageFigure): string {
  if (n === null) return String(count)
  if (n === 0) return t('heard.none')
  return rate === null ? t('heard.of', { count, n }) : formatsFor(language).percent(rate)
}

function figureNote({ t, language }: PageContext, { count, n, low, high }: PageFigure): string {
  if (n === null) return t('heard.n', { n: count })
  const counts = t('heard.of', { count, n })
  if (low === null || high === null) return t('heard.n', { n })
  const { percent } = formatsFor(language)
  return `${counts}; ${t('heard.interval', { low: percent(low), high: percent(high) })}`
}

function Reply({ ctx, data }: ReplyProps): VNode {
  const { t, language } = ctx
  const { editionId, reply, mayReply, form } = data
  if (reply) {
    return (
      <blockquote class="prose words card" lang={language === 'es' ? undefined : 'es'}>
        {reply.text}
      </blockquote>
    )
  }
  if (!mayReply) return <p class="soft">{t('editions.replies.none')}</p>
  return (
    <Form ctx={ctx} action={`/informes/${editionId}/responder`} form={form}>
      <TextArea
        {...{ ctx, form, name: 'text' }}
        label={t('heard.reply')}
        hint={t('heard.reply.hint')}
        rows={8}
        maxLength={10000}
      />
      <Button>{t('heard.reply.submit')}</Button>
    </Form>
  )
}

function Challenges({ ctx, data: { challenges } }: ReplyProps): VNode | null {
  const { t, language } = ctx
  if (challenges.length === 0) return null
  const lang = language === 'es' ? undefined : 'es'
  return (
    <>
      <h2>{t('editions.challenges')}</h2>
      {challenges.map(({ id, figure, claim, state, reason }) => (
        <article key={id} class="card">
          <p>
            <strong>{t(`editions.figure.${figure}`)}</strong>{' '}
            <span class={`tag tag-${state === 'abierta' ? 'soon' : 'done'}`}>
              {t(`editions.challenge.${state}`)}
            </span>
          </p>
          <blockquote class="prose words" lang={lang}>
            {claim}
          </blockquote>
          {reason === null ? null : (
            <p lang={lang}>
              <strong>{t('editions.decision')}:</strong> {reason}
            </p>
          )}
        </article>
      ))}
    </>
  )
}

function ChallengeForm({ ctx, data: { editionId, form } }: ReplyProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2>{t('heard.challenge.title')}</h2>
      <Form ctx={ctx} action={`/informes/${editionId}/impugnar`} form={form}>
        <SelectField
          {...{ ctx, form, name: 'figure' }}
          label={t('heard.challenge.figure')}
          empty={t('form.choose')}
          options={challengeable.map(value => ({ value, label: t(`editions.figure.${value}`) }))}
        />
        <TextArea
          {...{ ctx, form, name: 'claim' }}
          label={t('heard.challenge.claim')}
          hint={t('heard.challenge.claim.hint')}
          rows={4}
          maxLength={10000}
        />
        <Button kind="secondary">{t('heard.challenge.submit')}</Button>
        <SwitchHere ctx={ctx} />
      </Form>
    </>
  )
}
