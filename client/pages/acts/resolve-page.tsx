import type { VNode } from 'preact'
import { grounds } from '../../../server/domain/request/events.ts'
import { outcomes, type Outcome } from '../../../server/domain/request/states.ts'
import { dayText } from '../../dates.ts'
import { valueOf, valuesOf, type FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { ChoiceField, HiddenFields, TextArea, TextField, type FieldProps } from '../../parts/fields.tsx'
import { FactsList, type Fact } from '../../parts/facts-list.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { Cost } from './act-fields.tsx'
import type { ActProps } from './act-form.ts'
import { ActHead, actPath, WhenAndProof } from './act-page.tsx'
import { RequestVersion } from './request-version.tsx'

export const resolveSteps = ['resultado', 'razones', 'revisar'] as const

export type ResolveStep = (typeof resolveSteps)[number]

/** What each step asks; the others carry it hidden. */
export const resolveFields = {
  resultado: ['outcome'],
  razones: [
    'grounds',
    'article',
    'classificationResolution',
    'reasoning',
    'costQuetzales',
    'occurredOn',
    'evidenceKind',
    'fileName',
    'fileSha256',
  ],
  revisar: [],
} as const satisfies Record<ResolveStep, readonly string[]>

/** In three steps: the result, what that result must rest on, and a check before it is kept for ever. */
export function ResolvePage({ ctx, data, step }: ActProps & { step: ResolveStep }): VNode {
  const { t } = ctx
  const title = step === 'revisar' ? t('act.check.title') : t('act.resolved')
  return (
    <Layout ctx={ctx} title={`${title} (${data.request.reference})`} problem={data.form.errors.length > 0}>
      <ActHead ctx={ctx} data={data} title={title} />
      <p class="step">
        {t('act.step', { step: resolveSteps.indexOf(step) + 1, steps: resolveSteps.length })}
      </p>
      <ResolveForm ctx={ctx} data={data} step={step} />
    </Layout>
  )
}

/** Also under what changed meanwhile, where somebody else was quicker. */
export function ResolveForm({ ctx, data, step }: ActProps & { step: ResolveStep }): VNode {
  const others = resolveSteps.filter(other => other !== step).flatMap(other => [...resolveFields[other]])
  return (
    <Form ctx={ctx} action={actPath(data)} form={data.form} multipart={step === 'razones'}>
      <RequestVersion request={data.request} form={data.form} />
      <input type="hidden" name="from" value={step} />
      <HiddenFields form={data.form} names={step === 'razones' ? ['outcome'] : others} />
      <StepFields ctx={ctx} data={data} step={step} />
      <StepButtons ctx={ctx} data={data} step={step} />
    </Form>
  )
}

function StepFields(props: ActProps & { step: ResolveStep }): VNode {
  switch (props.step) {
    case 'resultado':
      return <Result {...props} />
    case 'razones':
      return <Reasons {...props} />
    case 'revisar':
      return <Check {...props} />
  }
}

function StepButtons({ ctx, data, step }: ActProps & { step: ResolveStep }): VNode {
  const { t } = ctx
  return (
    <div class="buttons">
      <Button name="step" value={step === 'revisar' ? 'confirmar' : 'continuar'}>
        {t(step === 'revisar' ? 'act.check.confirm' : 'act.continue')}
      </Button>
      {step === 'resultado' ? (
        <a href={href(ctx, `/solicitudes/${data.request.id}`)}>{t('form.cancel')}</a>
      ) : (
        <Button kind="secondary" name="step" value={step === 'razones' ? 'resultado' : 'razones'}>
          {t('act.back')}
        </Button>
      )}
    </div>
  )
}

/** While a clarification is awaited, dismissal is the one result the law leaves open (42.2), and only there. */
function Result({ ctx, data }: ActProps): VNode {
  const waiting = data.request.state === 'en_prevencion'
  const offered = outcomes.filter(outcome => (outcome === 'desechada') === waiting)
  return (
    <ChoiceField
      {...field(ctx, data.form, 'outcome', ctx.t('act.resolve.result'))}
      kind="radio"
      options={offered.map(outcome => ({
        value: outcome,
        label: ctx.t(`outcome.${outcome}`),
        hint: ctx.t(`outcome.${outcome}.hint`),
      }))}
    />
  )
}

const delivers: readonly string[] = ['entrega_total', 'entrega_parcial'] satisfies Outcome[]
const mayRestOnReserve: readonly string[] = ['negativa_reserva', 'entrega_parcial'] satisfies Outcome[]

function Reasons({ ctx, data }: ActProps): VNode {
  const { t } = ctx
  const { form } = data
  const outcome = valueOf(form, 'outcome')
  return (
    <>
      {outcome === 'entrega_total' ? null : <Grounds ctx={ctx} form={form} />}
      {mayRestOnReserve.includes(outcome) ? (
        <TextField
          {...field(ctx, form, 'classificationResolution', t('act.resolve.classification'))}
          hint={t('act.resolve.classification.hint')}
          optional={outcome === 'entrega_parcial'}
          maxLength={300}
        />
      ) : null}
      <TextArea
        {...field(ctx, form, 'reasoning', t('act.resolve.reasoning'))}
        hint={t('act.resolve.reasoning.hint')}
        rows={9}
        maxLength={20_000}
      />
      <CostOrFree ctx={ctx} data={data} delivers={delivers.includes(outcome)} />
      <WhenAndProof ctx={ctx} data={data} />
    </>
  )
}

function Grounds({ ctx, form }: { ctx: PageContext; form: FormState }): VNode {
  const { t } = ctx
  return (
    <>
      <ChoiceField
        {...field(ctx, form, 'grounds', t('act.resolve.grounds'))}
        hint={t('act.resolve.grounds.hint')}
        kind="checkbox"
        options={grounds.map(ground => ({ value: ground, label: t(`ground.${ground}`) }))}
      />
      <TextField
        {...field(ctx, form, 'article', t('act.resolve.article'))}
        hint={t('act.resolve.article.hint')}
        width="medium"
        maxLength={120}
      />
    </>
  )
}

/** Locked at nothing after silence: the law says so, and the page says why. */
function CostOrFree({ ctx, data, delivers }: ActProps & { delivers: boolean }): VNode | null {
  if (data.free) return <p class="free">{ctx.t('act.resolve.cost.free')}</p>
  return delivers ? <Cost ctx={ctx} data={data} /> : null
}

function Check({ ctx, data }: ActProps): VNode {
  return (
    <>
      <p>{ctx.t('act.check.lead')}</p>
      <FactsList facts={answers(ctx, data)} />
    </>
  )
}

function answers(ctx: PageContext, { form, free, happenedOn }: ActProps['data']): Fact[] {
  const { t, language } = ctx
  const day = happenedOn && dayText(language, happenedOn, 'long')
  const given = (name: string) => valueOf(form, name) || t('act.check.none')
  const outcome = outcomes.find(one => one === valueOf(form, 'outcome'))
  const cited = grounds.filter(ground => valuesOf(form, 'grounds').includes(ground))
  return [
    { name: t('act.resolve.result'), value: outcome ? t(`outcome.${outcome}`) : t('act.check.none') },
    ...(cited.length > 0
      ? [
          { name: t('act.resolve.grounds'), value: cited.map(ground => t(`ground.${ground}`)).join('; ') },
          { name: t('act.resolve.article'), value: given('article') },
        ]
      : []),
    ...(valueOf(form, 'classificationResolution')
      ? [{ name: t('act.resolve.classification'), value: given('classificationResolution') }]
      : []),
    { name: t('act.resolve.reasoning'), value: given('reasoning') },
    { name: t('act.resolve.cost'), value: free ? '0' : valueOf(form, 'costQuetzales') || '0' },
    { name: t('act.occurredOn'), value: day ?? given('occurredOn') },
    { name: t('act.file'), value: given('fileName') },
  ]
}

function field(ctx: PageContext, form: FormState, name: string, label: string): FieldProps {
  return { ctx, form, name, label }
}
