import type { VNode } from 'preact'
import type { DeadlineMove } from '../../../server/recounts/tell-moves.ts'
import { dayText } from '../../dates.ts'
import { valueOf, type FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FactsList, type Fact } from '../../parts/facts-list.tsx'
import { ChoiceField, HiddenFields, SelectField, TextField, type Option } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'

export const institutionFields = [
  'name',
  'acronym',
  'kind',
  'inCapital',
  'hours',
  'cutoff',
  'address',
  'phone',
  'email',
  'website',
  'active',
] as const

export interface InstitutionFormData {
  /** Null for one that is being added. */
  readonly institutionId: string | null
  readonly form: FormState
  readonly kinds: readonly Option[]
  /** What somebody else saved meanwhile, where that is so; what was typed stands in the form. */
  readonly theirs: readonly Fact[] | null
}

interface FormProps {
  readonly ctx: PageContext
  readonly data: InstitutionFormData
}

export function InstitutionFormPage({ ctx, data }: FormProps): VNode {
  const { t } = ctx
  const { form, institutionId, theirs } = data
  const title = t(institutionId === null ? 'office.add' : 'office.edit')
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <Back ctx={ctx} institutionId={institutionId} />
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <p class="lead">{t('office.lead')}</p>
      {theirs === null ? null : (
        <section class="free" aria-labelledby="ahora">
          <h2 id="ahora">{t('act.stale.title')}</h2>
          <p>{t('office.stale')}</p>
          <FactsList facts={theirs} />
        </section>
      )}
      <Form ctx={ctx} action={pathOf(institutionId)} form={form}>
        <HiddenFields form={form} names={['version']} />
        <Fields ctx={ctx} data={data} />
        <div class="buttons">
          <Button name="step" value="revisar">
            {t(institutionId === null ? 'office.submit.add' : 'act.continue')}
          </Button>
          <a href={href(ctx, institutionId === null ? '/instituciones' : `/instituciones/${institutionId}`)}>
            {t('form.cancel')}
          </a>
        </div>
      </Form>
    </Layout>
  )
}

function Fields({ ctx, data }: FormProps): VNode {
  const { t } = ctx
  const { form, institutionId } = data
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <TextField {...field('name')} label={t('institutions.name')} maxLength={200} />
      <TextField {...field('acronym')} label={t('institutions.acronym')} width="short" maxLength={40} />
      <SelectField {...field('kind')} label={t('panel.kind')} empty={t('form.choose')} options={data.kinds} />
      <Hours ctx={ctx} data={data} />
      <Contact ctx={ctx} data={data} />
      {institutionId === null ? null : (
        <ChoiceField
          {...field('active')}
          kind="radio"
          label={t('office.active')}
          hint={t('office.active.hint')}
          options={yesNo(ctx)}
        />
      )}
    </>
  )
}

function yesNo({ t }: PageContext): readonly Option[] {
  return [
    { value: 'si', label: t('office.yes') },
    { value: 'no', label: t('office.no') },
  ]
}

function Hours({ ctx, data: { form } }: FormProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <h2>{t('office.clock')}</h2>
      <p>{t('office.clock.lead')}</p>
      <ChoiceField {...field('inCapital')} kind="radio" label={t('office.inCapital')} options={yesNo(ctx)} />
      <TextField
        {...field('cutoff')}
        label={t('office.cutoff')}
        hint={t('office.cutoff.hint')}
        optional
        width="short"
        maxLength={5}
      />
      <TextField
        {...field('hours')}
        label={t('institutions.hours')}
        hint={t('office.hours.hint')}
        optional
        width="medium"
        maxLength={80}
      />
    </>
  )
}

function Contact({ ctx, data: { form } }: FormProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <h2>{t('office.contact')}</h2>
      <TextField {...field('address')} label={t('office.address')} optional maxLength={300} />
      <TextField {...field('phone')} label={t('office.phone')} optional width="medium" maxLength={80} />
      <TextField
        {...field('email')}
        label={t('office.email')}
        hint={t('office.email.hint')}
        optional
        type="email"
        width="medium"
        maxLength={200}
      />
      <TextField
        {...field('website')}
        label={t('office.website')}
        hint={t('office.website.hint')}
        optional
        maxLength={300}
      />
    </>
  )
}

export interface InstitutionCheckData {
  readonly institutionId: string
  readonly form: FormState
  readonly facts: readonly Fact[]
  /** Requests whose due days move. */
  readonly count: number
  /** The first of the moves. */
  readonly moves: readonly DeadlineMove[]
}

/** Before anything is kept: which due days other office hours move, and from what day to what day. */
export function InstitutionCheckPage({ ctx, data }: { ctx: PageContext; data: InstitutionCheckData }): VNode {
  const { t } = ctx
  const { form, institutionId, facts, count, moves } = data
  return (
    <Layout ctx={ctx} title={t('closures.confirm.title')}>
      <Back ctx={ctx} institutionId={institutionId} />
      <h1>{t('closures.confirm.title')}</h1>
      <p class="lead">{t('office.moves', { count })}</p>
      <div class="form">
        <FactsList facts={[{ name: t('institutions.name'), value: valueOf(form, 'name') }, ...facts]} />
      </div>
      {moves.length > 0 ? <Moves ctx={ctx} moves={moves} /> : null}
      <Form ctx={ctx} action={pathOf(institutionId)} form={form}>
        <HiddenFields form={form} names={['version', ...institutionFields]} />
        <div class="buttons">
          <Button name="step" value="confirmar">
            {t('act.check.submit')}
          </Button>
          <Button kind="secondary" name="step" value="editar">
            {t('act.check.change')}
          </Button>
        </div>
      </Form>
    </Layout>
  )
}

function Moves({ ctx, moves }: { ctx: PageContext; moves: readonly DeadlineMove[] }): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={t('closures.confirm.title')}
      head={[t('column.request'), t('closures.clock'), t('closures.before'), t('closures.after')]}
      labelled={[2, 3]}
      rows={moves.map(({ requestId, reference, title, clock, from, to }) => ({
        key: `${requestId} ${clock}`,
        cells: [
          <span key="title">
            <a href={href(ctx, `/solicitudes/${requestId}`)}>{reference}</a>{' '}
            <span class="row-under" lang={language === 'es' ? undefined : 'es'}>
              {title}
            </span>
          </span>,
          t(`clock.${clock}`),
          dayText(language, from, 'short'),
          <strong key="to">{dayText(language, to, 'short')}</strong>,
        ],
      }))}
    />
  )
}

function pathOf(institutionId: string | null): string {
  return institutionId === null ? '/instituciones/nueva' : `/instituciones/${institutionId}/editar`
}

function Back({ ctx, institutionId }: { ctx: PageContext; institutionId: string | null }): VNode {
  return (
    <a
      class="back"
      href={href(ctx, institutionId === null ? '/instituciones' : `/instituciones/${institutionId}`)}
    >
      ← {ctx.t('institutions.title')}
    </a>
  )
}
