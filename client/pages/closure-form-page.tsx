import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { ClockId } from '../../server/domain/request/states.ts'
import { dayText } from '../dates.ts'
import { valueOf, type FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { FactsList } from '../parts/facts-list.tsx'
import { DateField, HiddenFields, TextArea, TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { InstitutionChoices, type InstitutionOption } from '../parts/institution-choices.tsx'
import { exampleDay } from './acts/act-page.tsx'

export interface ClosureFormData {
  readonly form: FormState
  readonly institutions: readonly InstitutionOption[]
}

const action = '/dias-inhabiles/nuevo'

export function ClosureFormPage({ ctx, data }: { ctx: PageContext; data: ClosureFormData }): VNode {
  const { t } = ctx
  const { form } = data
  return (
    <Layout ctx={ctx} title={t('closures.add')} problem={form.errors.length > 0}>
      <Back ctx={ctx} />
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('closures.add')}</h1>
      <p class="lead">{t('closures.add.lead')}</p>
      <ClosureFields ctx={ctx} data={data} />
    </Layout>
  )
}

function ClosureFields({ ctx, data }: { ctx: PageContext; data: ClosureFormData }): VNode {
  const { t } = ctx
  const { form } = data
  const field = (name: string) => ({ ctx, form, name })
  return (
    <Form ctx={ctx} action={action} form={form}>
      <TextArea
        {...field('days')}
        label={t('closures.days')}
        hint={t('closures.days.hint', { example: exampleDay(ctx) })}
        rows={4}
        maxLength={1000}
      />
      <TextField
        {...field('name')}
        label={t('closures.name')}
        hint={t('closures.name.hint')}
        maxLength={200}
      />
      <TextField
        {...field('source')}
        label={t('closures.source.label')}
        hint={t('closures.source.hint')}
        maxLength={300}
      />
      <DateField
        {...field('publishedOn')}
        label={t('closures.publishedOn')}
        optional
        hint={t('filters.date.hint')}
      />
      <InstitutionChoices
        {...field('institutionIds')}
        label={t('closures.institutions')}
        hint={t('closures.institutions.hint')}
        options={data.institutions}
      />
      <Button name="step" value="preview">
        {t('closures.preview')}
      </Button>
    </Form>
  )
}

export interface MovedDeadline {
  readonly requestId: string
  readonly reference: string
  readonly title: string
  readonly clock: ClockId
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface ClosureCheckData {
  readonly form: FormState
  readonly moved: readonly MovedDeadline[]
  /** How many move in all; `moved` may be only the first of them. */
  readonly count: number
  /** Days among them that no office counted anyway. */
  readonly idle: readonly CalendarDate[]
}

/** Before anything is kept: which open deadlines move, and from what day to what day. */
export function ClosureCheckPage({ ctx, data }: { ctx: PageContext; data: ClosureCheckData }): VNode {
  const { t } = ctx
  const { form, moved, count } = data
  return (
    <Layout ctx={ctx} title={t('closures.confirm.title')}>
      <Back ctx={ctx} />
      <h1>{t('closures.confirm.title')}</h1>
      <p class="lead">{t('closures.confirm.lead', { count })}</p>
      <div class="form">
        <FactsList
          facts={[
            {
              name: t('closures.days'),
              value: valueOf(form, 'days')
                .trim()
                .replaceAll(/\s*\n\s*/g, '; '),
            },
            { name: t('closures.name'), value: valueOf(form, 'name') },
            { name: t('closures.source.label'), value: valueOf(form, 'source') },
          ]}
        />
      </div>
      {data.idle.map(day => (
        <p class="free" key={day}>
          {t('closures.idle', { day: dayText(ctx.language, day, 'long') })}
        </p>
      ))}
      {moved.length > 0 ? <Moved ctx={ctx} moved={moved} /> : null}
      {moved.length < count ? (
        <p class="soft">{t('closures.moreMoved', { shown: moved.length, count })}</p>
      ) : null}
      <Form ctx={ctx} action={action} form={form}>
        <HiddenFields form={form} names={['days', 'name', 'source', 'publishedOn', 'institutionIds']} />
        <div class="buttons">
          <Button name="step" value="confirm">
            {t('closures.confirm')}
          </Button>
          <Button kind="secondary" name="step" value="edit">
            {t('closures.change')}
          </Button>
        </div>
      </Form>
    </Layout>
  )
}

function Moved({ ctx, moved }: { ctx: PageContext; moved: readonly MovedDeadline[] }): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={t('closures.confirm.title')}
      head={[t('column.request'), t('closures.clock'), t('closures.before'), t('closures.after')]}
      labelled={[2, 3]}
      rows={moved.map(({ requestId, reference, title, clock, from, to }) => ({
        key: `${requestId} ${clock}`,
        cells: [
          <span key="title">
            <a href={href(ctx, `/solicitudes/${requestId}`)}>{reference}</a>{' '}
            <span class="row-under">{title}</span>
          </span>,
          t(`clock.${clock}`),
          dayText(language, from, 'short'),
          <strong key="to">{dayText(language, to, 'short')}</strong>,
        ],
      }))}
    />
  )
}

function Back({ ctx }: { ctx: PageContext }): VNode {
  return (
    <a class="back" href={href(ctx, '/dias-inhabiles')}>
      ← {ctx.t('closures.title')}
    </a>
  )
}
