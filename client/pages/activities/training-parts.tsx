import type { VNode } from 'preact'
import {
  trainingAudiences,
  trainingKinds,
  trainingModes,
} from '../../../server/domain/register/activity-kinds.ts'
import type { Training } from '../../../server/trainings/training-register.ts'
import { dayText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { href, type PageContext } from '../../page-context.ts'
import type { Fact } from '../../parts/facts-list.tsx'
import { InstitutionChoices, type InstitutionOption } from '../../parts/institution-choices.tsx'
import { ChoiceField, SelectField, TextArea, TextField, type Option } from '../../parts/fields.tsx'
import { registerPaths, type RegisterTable } from './register-list-page.tsx'

/** Names by id, of the organisations and institutions that the entries mention. */
export type Names = ReadonlyMap<string, string>

export function trainingTable(ctx: PageContext, items: readonly Training[]): RegisterTable {
  const { t } = ctx
  return {
    head: [
      t('training.subject'),
      t('training.when'),
      t('training.audience'),
      t('training.participants'),
      t('training.hours'),
    ],
    labelled: [2],
    rows: items.map(item => ({
      key: item.id,
      cells: [
        <span key="subject">
          <a class="row-title" href={href(ctx, `${registerPaths.trainings}/${item.id}`)}>
            {item.subject}
          </a>{' '}
          {item.annulled ? <span class="tag tag-muted">{t('activities.annulled')}</span> : null}
          <span class="row-under">
            {t(`training.kind.${item.kind}`)} · {t(`training.mode.${item.mode}`)}
          </span>
        </span>,
        daysText(ctx, item),
        t(`training.audience.${item.audience}`),
        t('training.people', { count: item.participants }),
        t('training.hoursText', { hours: item.hours }),
      ],
    })),
  }
}

function daysText({ language }: PageContext, { days }: Training): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return '–'
  const text = dayText(language, first, 'short')
  return first === last ? text : `${text} – ${dayText(language, last, 'short')}`
}

export function trainingFacts(ctx: PageContext, item: Training, names: Names): readonly Fact[] {
  const { t, language } = ctx
  const none = t('activities.none')
  const named = (ids: readonly string[]) => ids.map(id => names.get(id) ?? id).join(', ') || none
  return [
    { name: t('training.audience'), value: t(`training.audience.${item.audience}`) },
    { name: t('training.kind'), value: t(`training.kind.${item.kind}`) },
    { name: t('training.days'), value: item.days.map(day => dayText(language, day, 'plain')).join(', ') },
    { name: t('training.hours'), value: String(item.hours) },
    { name: t('training.mode'), value: t(`training.mode.${item.mode}`) },
    { name: t('training.place'), value: item.place ?? none },
    { name: t('training.trainer'), value: item.trainer },
    { name: t('training.materials'), value: item.materials ?? none },
    { name: t('training.participants'), value: String(item.participants) },
    { name: t('training.gender'), value: genderText(ctx, item) },
    { name: t('training.organisations'), value: named(item.organisationIds) },
    { name: t('training.institutions'), value: named(item.institutionIds) },
    { name: t('training.evaluation'), value: evaluationText(ctx, item) },
  ]
}

function genderText({ t }: PageContext, { women, men, otherGender, participants }: Training): string {
  const told = [women, men, otherGender].map(count => count ?? 0)
  if ([women, men, otherGender].every(count => count === null)) return t('activities.none')
  const untold = told.reduce((rest, count) => rest - count, participants)
  const labels = [t('training.women'), t('training.men'), t('training.otherGender'), t('training.untold')]
  return labels.map((label, at) => `${label}: ${[...told, untold][at]}`).join(' · ')
}

function evaluationText({ t }: PageContext, { answers, meanBefore, meanAfter }: Training): string {
  if (!answers) return t('activities.none')
  if (meanBefore === null && meanAfter === null) return t('training.evaluation.count', { answers })
  const [before, after] = [meanBefore ?? '–', meanAfter ?? '–']
  return t('training.evaluation.text', { answers, before, after })
}

interface TrainingFieldsProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly organisations: readonly Option[]
  readonly institutions: readonly InstitutionOption[]
}

export function TrainingFormFields(props: TrainingFieldsProps): VNode {
  const { ctx, form, organisations, institutions } = props
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <What ctx={ctx} form={form} />
      <How ctx={ctx} form={form} />
      <People ctx={ctx} form={form} />
      <ChoiceField
        {...field('organisationIds')}
        kind="checkbox"
        label={t('training.organisations')}
        options={organisations}
      />
      <details class="field">
        <summary>{t('training.institutions')}</summary>
        <InstitutionChoices
          {...field('institutionIds')}
          label={t('training.institutions')}
          options={institutions}
        />
      </details>
    </>
  )
}

interface PartProps {
  readonly ctx: PageContext
  readonly form: FormState
}

function What({ ctx, form }: PartProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <ChoiceField
        {...field('audience')}
        kind="radio"
        label={t('training.audience')}
        options={trainingAudiences.map(value => ({ value, label: t(`training.audience.${value}`) }))}
      />
      <SelectField
        {...field('kind')}
        label={t('training.kind')}
        empty={t('form.choose')}
        options={trainingKinds.map(value => ({ value, label: t(`training.kind.${value}`) }))}
      />
      <TextField {...field('subject')} label={t('training.subject')} maxLength={300} />
      <TextArea {...field('days')} label={t('training.days')} hint={t('training.days.hint')} rows={3} />
      <TextField
        {...field('hours')}
        label={t('training.hours')}
        hint={t('training.hours.hint')}
        width="short"
        inputMode="decimal"
      />
    </>
  )
}

function How({ ctx, form }: PartProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <SelectField
        {...field('mode')}
        label={t('training.mode')}
        empty={t('form.choose')}
        options={trainingModes.map(value => ({ value, label: t(`training.mode.${value}`) }))}
      />
      <TextField {...field('place')} label={t('training.place')} optional maxLength={1000} />
      <TextField
        {...field('trainer')}
        label={t('training.trainer')}
        hint={t('training.trainer.hint')}
        maxLength={300}
      />
      <TextArea
        {...field('materials')}
        label={t('training.materials')}
        hint={t('training.materials.hint')}
        optional
        rows={2}
        maxLength={1000}
      />
    </>
  )
}

function People({ ctx, form }: PartProps): VNode {
  const { t } = ctx
  const number = (name: 'women' | 'men' | 'otherGender' | 'answers' | 'meanBefore' | 'meanAfter') => (
    <TextField
      {...{ ctx, form, name }}
      label={t(`training.${name}`)}
      optional
      width="short"
      inputMode="decimal"
    />
  )
  return (
    <>
      <TextField
        {...{ ctx, form, name: 'participants' }}
        label={t('training.participants')}
        width="short"
        inputMode="numeric"
      />
      <h2>{t('training.gender')}</h2>
      <p class="field-hint">{t('training.gender.hint')}</p>
      <div class="field-trio">
        {number('women')}
        {number('men')}
        {number('otherGender')}
      </div>
      <h2>{t('training.evaluation')}</h2>
      <p class="field-hint">{t('training.evaluation.hint')}</p>
      <div class="field-trio">
        {number('answers')}
        {number('meanBefore')}
        {number('meanAfter')}
      </div>
    </>
  )
}
