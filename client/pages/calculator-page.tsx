import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { requestKinds } from '../../server/domain/request/states.ts'
import type { DeadlinePreview } from '../../server/requests/preview-deadline.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { DeadlinePreviewBox } from '../parts/deadline-preview.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { DateField, SelectField, TextField, type Option } from '../parts/fields.tsx'
import { Button } from '../parts/form.tsx'
import { exampleDay } from './acts/act-page.tsx'

export interface CalculatorData {
  readonly form: FormState
  readonly institutions: readonly Option[]
  readonly preview: DeadlinePreview | null
  /** The day that was typed; null while none can be read. */
  readonly receivedOn: CalendarDate | null
}

/** For anyone, by GET: the answer has an address. */
export function CalculatorPage({ ctx, data }: { ctx: PageContext; data: CalculatorData }): VNode {
  const { t } = ctx
  const { form, preview } = data
  return (
    <Layout
      ctx={ctx}
      title={t('calculator.title')}
      description={t('calculator.lead')}
      problem={form.errors.length > 0}
    >
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('calculator.title')}</h1>
      <p class="lead">{t('calculator.lead')}</p>
      <CalculatorForm ctx={ctx} data={data} />
      {preview ? (
        <section class="deadline deadline-ok calculator-answer">
          <DeadlinePreviewBox ctx={ctx} preview={preview} open>
            {data.receivedOn === preview.countedReceipt ? null : (
              <p>
                {t('calculator.countedFrom', { day: dayText(ctx.language, preview.countedReceipt, 'long') })}
              </p>
            )}
            <p class="buttons">
              <a class="button button-secondary" href={href(ctx, `/plazos/vence.ics${ctx.query}`)}>
                {t('calculator.ics')}
              </a>
              <span class="soft small">{t('calculator.link')}</span>
            </p>
          </DeadlinePreviewBox>
        </section>
      ) : null}
    </Layout>
  )
}

function CalculatorForm({ ctx, data }: { ctx: PageContext; data: CalculatorData }): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form: data.form, name })
  return (
    <form id="plazos" class="form" method="get" action={href(ctx, '/plazos')} novalidate>
      <DateField
        {...field('receivedOn')}
        label={t('new.receivedOn')}
        hint={t('new.receivedOn.hint', { example: exampleDay(ctx) })}
      />
      <TextField
        {...field('receivedTime')}
        label={t('new.receivedTime')}
        optional
        width="short"
        maxLength={5}
        hint={t('new.receivedTime.hint')}
      />
      <SelectField
        {...field('kind')}
        label={t('new.kind')}
        options={requestKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <SelectField
        {...field('institutionId')}
        label={t('calculator.institution')}
        hint={t('calculator.institution.hint')}
        empty={t('calculator.noInstitution')}
        options={data.institutions}
      />
      <TextField
        {...field('corte')}
        label={t('calculator.cutoff')}
        optional
        width="short"
        maxLength={5}
        hint={t('calculator.cutoff.hint')}
      />
      <Button>{t('calculator.submit')}</Button>
    </form>
  )
}
