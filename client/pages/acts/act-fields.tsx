import type { VNode } from 'preact'
import { reviewGrounds, statableFacts } from '../../../server/domain/request/events.ts'
import { outcomes, reviewSenses } from '../../../server/domain/request/states.ts'
import { dayText } from '../../dates.ts'
import { Button } from '../../parts/form.tsx'
import {
  ChoiceField,
  DateField,
  SelectField,
  TextArea,
  TextField,
  type FieldProps,
} from '../../parts/fields.tsx'
import { breachOptions, type ActProps, type FormAct } from './act-form.ts'

/** What each act asks besides its day and its proof. */
export function ActFields(props: ActProps): VNode {
  const Fields = fieldsOf[props.data.type]
  return <Fields {...props} />
}

const maxText = 20_000

const fieldsOf: { readonly [A in FormAct]: (props: ActProps) => VNode } = {
  admitted: ({ ctx, data }) => (
    <TextField
      {...field({ ctx, data }, 'caseNumber', ctx.t('act.caseNumber'))}
      optional
      width="medium"
      maxLength={120}
      hint={ctx.t('act.caseNumber.hint')}
    />
  ),
  clarification_requested: ({ ctx, data }) => (
    <>
      <TextArea {...field({ ctx, data }, 'text', ctx.t('act.clarify.text'))} maxLength={maxText} />
      <Days ctx={ctx} data={data} label={ctx.t('act.clarify.days')} />
    </>
  ),
  clarified: props => (
    <TextArea {...field(props, 'text', props.ctx.t('act.clarified.text'))} maxLength={maxText} />
  ),
  assigned: ({ ctx, data }) => (
    <TextField
      {...field({ ctx, data }, 'liaison', ctx.t('act.liaison'))}
      maxLength={200}
      hint={ctx.t('act.liaison.hint')}
    />
  ),
  referred: ({ ctx, data }) => (
    <>
      <SelectField
        {...field({ ctx, data }, 'toInstitutionId', ctx.t('act.toInstitution'))}
        options={data.institutions}
        empty={ctx.t('new.institution.empty')}
      />
      <TextArea {...field({ ctx, data }, 'reason', ctx.t('act.reason'))} rows={4} maxLength={maxText} />
    </>
  ),
  extended: props => <Extension {...props} />,
  resolved: () => <></>,
  notified: props => <Means {...props} />,
  delivered: ({ ctx, data }) => (
    <>
      {data.free ? <p class="free">{ctx.t('act.resolve.cost.free')}</p> : <Cost ctx={ctx} data={data} />}
      <TextArea {...field({ ctx, data }, 'note', ctx.t('act.note'))} optional rows={3} maxLength={maxText} />
    </>
  ),
  review_filed: ({ ctx, data }) => (
    <>
      <ChoiceField
        {...field({ ctx, data }, 'ground', ctx.t('act.review.ground'))}
        kind="radio"
        options={reviewGrounds.map(ground => ({ value: ground, label: ctx.t(`review-ground.${ground}`) }))}
      />
      <TextArea {...field({ ctx, data }, 'text', ctx.t('act.review.text'))} maxLength={maxText} />
    </>
  ),
  review_defects_fixed: props => (
    <TextArea {...field(props, 'text', props.ctx.t('act.review.defects'))} maxLength={maxText} />
  ),
  review_decided: ({ ctx, data }) => (
    <>
      <ChoiceField
        {...field({ ctx, data }, 'sense', ctx.t('act.review.sense'))}
        kind="radio"
        options={reviewSenses.map(sense => ({
          value: sense,
          label: ctx.t(`sense.${sense}`),
          hint: ctx.t(`sense.${sense}.hint`),
        }))}
      />
      <TextArea {...field({ ctx, data }, 'text', ctx.t('act.review.decision'))} maxLength={maxText} />
    </>
  ),
  review_notified: props => <Means {...props} />,
  complied: props => (
    <TextArea {...field(props, 'note', props.ctx.t('act.note'))} optional rows={3} maxLength={maxText} />
  ),
  amparo_noted: props => (
    <TextField {...field(props, 'reference', props.ctx.t('act.amparo.reference'))} maxLength={200} />
  ),
  withdrawn: props => (
    <TextArea {...field(props, 'reason', props.ctx.t('act.reason'))} optional rows={3} maxLength={maxText} />
  ),
  stated: props => <Statement {...props} />,
  corrected: props => <Correction {...props} />,
  disputed: ({ ctx, data }) => (
    <>
      <SelectField
        {...field({ ctx, data }, 'breachId', ctx.t('act.disputed.breach'))}
        options={breachOptions(ctx, data.request.breaches)}
      />
      <TextArea {...field({ ctx, data }, 'text', ctx.t('act.disputed.text'))} maxLength={maxText} />
    </>
  ),
}

/** Only the days are asked; the new date and the days on which notice may be given are said. */
function Extension({ ctx, data }: ActProps): VNode {
  const { t, language } = ctx
  const window = data.request.extensionNotice
  return (
    <>
      {window ? (
        <p>
          {t('act.extend.window', {
            from: dayText(language, window.from, 'long'),
            by: dayText(language, window.by, 'long'),
          })}{' '}
          {ctx.today < window.from || ctx.today > window.by ? (
            <strong>{t('act.extend.outside')}</strong>
          ) : null}
        </p>
      ) : null}
      <Days ctx={ctx} data={data} label={t('act.extend.days')} hint={t('act.extend.days.hint')} />
      <div class="preview" aria-live="polite">
        {data.newDue ? (
          <p>
            {t('act.extend.newDue', {
              days: data.newDue.days,
              day: dayText(language, data.newDue.dueOn, 'long'),
            })}
          </p>
        ) : null}
        <Button kind="secondary" name="step" value="preview">
          {t('act.extend.preview')}
        </Button>
      </div>
      <TextArea
        {...field({ ctx, data }, 'motive', t('act.extend.motive'))}
        hint={t('act.extend.motive.hint')}
        maxLength={maxText}
      />
    </>
  )
}

function Statement({ ctx, data }: ActProps): VNode {
  const { t } = ctx
  const results = [
    ...outcomes.map(outcome => ({ value: outcome, label: t(`outcome.${outcome}`) })),
    ...reviewSenses.map(sense => ({ value: sense, label: t(`sense.${sense}`) })),
  ]
  return (
    <>
      <SelectField
        {...field({ ctx, data }, 'fact', t('act.stated.fact'))}
        empty={t('form.choose')}
        options={statableFacts.map(fact => ({ value: fact, label: t(`event.${fact}`) }))}
      />
      <SelectField
        {...field({ ctx, data }, 'outcome', t('act.stated.outcome'))}
        optional
        empty={t('form.choose')}
        options={results}
      />
      <Days ctx={ctx} data={data} label={t('act.stated.days')} optional />
      <TextArea {...field({ ctx, data }, 'note', t('act.note'))} optional rows={3} maxLength={maxText} />
    </>
  )
}

function Correction({ ctx, data }: ActProps): VNode {
  const { t, language } = ctx
  const acts = data.request.timeline.filter(
    ({ type, computed }) => type !== 'lapsed' && type !== 'recounted' && !computed,
  )
  return (
    <>
      <SelectField
        {...field({ ctx, data }, 'corrects', t('act.corrected.which'))}
        empty={t('form.choose')}
        options={acts.map(({ id, type, occurredOn }) => ({
          value: id,
          label: `${t(`event.${type}`)}, ${dayText(language, occurredOn, 'plain')}`,
        }))}
      />
      <DateField
        {...field({ ctx, data }, 'occurredOn', t('act.corrected.date'))}
        hint={t('filters.date.hint')}
      />
      <TextArea {...field({ ctx, data }, 'reason', t('act.corrected.reason'))} rows={4} maxLength={maxText} />
      <SelectField
        {...field({ ctx, data }, 'approvedBy', t('act.corrected.approvedBy'))}
        hint={t('act.corrected.approvedBy.hint')}
        empty={t('form.choose')}
        options={data.approvers}
      />
    </>
  )
}

function Days(props: ActProps & { label: string; hint?: string; optional?: boolean }): VNode {
  const { label, hint, optional = false } = props
  return (
    <TextField
      {...field(props, 'days', label)}
      {...(hint === undefined ? {} : { hint })}
      optional={optional}
      width="short"
      inputMode="numeric"
      maxLength={3}
    />
  )
}

export function Cost({ ctx, data }: ActProps): VNode {
  return (
    <TextField
      {...field({ ctx, data }, 'costQuetzales', ctx.t('act.resolve.cost'))}
      hint={ctx.t('act.resolve.cost.hint')}
      width="short"
      inputMode="decimal"
      maxLength={12}
    />
  )
}

function Means(props: ActProps): VNode {
  const { ctx } = props
  return (
    <TextField
      {...field(props, 'means', ctx.t('act.means'))}
      hint={ctx.t('act.means.hint')}
      maxLength={200}
    />
  )
}

function field({ ctx, data }: ActProps, name: string, label: string): FieldProps {
  return { ctx, form: data.form, name, label }
}
