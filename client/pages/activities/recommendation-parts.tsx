import type { VNode } from 'preact'
import { recommendationStates } from '../../../server/domain/register/recommendation-states.ts'
import type { RecommendationState } from '../../../server/domain/register/recommendation-states.ts'
import type { Recommendation } from '../../../server/recommendations/recommendation-register.ts'
import { dayText, instantText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { href, type PageContext } from '../../page-context.ts'
import type { Fact } from '../../parts/facts-list.tsx'
import { DateField, SelectField, TextArea, type Option } from '../../parts/fields.tsx'
import { registerPaths, type RegisterTable } from './register-list-page.tsx'
import type { Names } from './training-parts.tsx'

export function recommendationTable(
  ctx: PageContext,
  items: readonly Recommendation[],
  names: Names,
): RegisterTable {
  const { t } = ctx
  return {
    head: [
      t('recommendation.text'),
      t('recommendation.addressee'),
      t('recommendation.edition'),
      t('recommendation.state'),
    ],
    labelled: [2],
    rows: items.map(item => ({
      key: item.id,
      cells: [
        <span key="text">
          <a class="row-title" href={href(ctx, `${registerPaths.recommendations}/${item.id}`)}>
            {item.text}
          </a>{' '}
          {item.annulled ? <span class="tag tag-muted">{t('activities.annulled')}</span> : null}
        </span>,
        addressee(ctx, item, names),
        <span key="edition" class="nowrap">
          {item.edition}
        </span>,
        <StateTag key="state" ctx={ctx} state={item.state} />,
      ],
    })),
  }
}

export function addressee(
  { t }: PageContext,
  { institutionId }: Pick<Recommendation, 'institutionId'>,
  names: Names,
): string {
  return institutionId === null ? t('recommendation.all') : (names.get(institutionId) ?? institutionId)
}

const tones = { hecha: 'done', en_parte: 'soon', no: 'late', sin_respuesta: 'muted' } as const

export function StateTag({ ctx, state }: { ctx: PageContext; state: RecommendationState }): VNode {
  return <span class={`tag tag-${tones[state]}`}>{ctx.t(`recommendation.state.${state}`)}</span>
}

export function recommendationFacts(ctx: PageContext, item: Recommendation, names: Names): readonly Fact[] {
  const { t, language } = ctx
  const { stateDay, stateNote } = item
  return [
    { name: t('recommendation.text'), value: item.text },
    { name: t('recommendation.addressee'), value: addressee(ctx, item, names) },
    { name: t('recommendation.edition'), value: item.edition },
    { name: t('recommendation.state'), value: <StateTag ctx={ctx} state={item.state} /> },
    ...(stateDay === null
      ? []
      : [{ name: t('recommendation.stateDay'), value: dayText(language, stateDay, 'long') }]),
    ...(stateNote === null ? [] : [{ name: t('recommendation.stateNote'), value: stateNote }]),
  ]
}

interface WordsProps {
  readonly ctx: PageContext
  readonly words: readonly Pick<Recommendation['words'][number], 'institutionId' | 'state' | 'text' | 'at'>[]
  readonly names: Names
}

/** What institutions say they did: their word, apart from the coordination's judgement. */
export function WordsPart({ ctx, words, names }: WordsProps): VNode {
  const { t, language } = ctx
  return (
    <section aria-labelledby="declaraciones">
      <h2 id="declaraciones">{t('recommendation.words')}</h2>
      {words.length === 0 ? <p class="soft">{t('recommendation.words.none')}</p> : null}
      {words.map(({ institutionId, state, text, at }) => (
        <blockquote key={`${institutionId} ${at.getTime()}`} class="card words">
          <p>
            {t('recommendation.words.said', {
              name: names.get(institutionId) ?? institutionId,
              state: t(`recommendation.state.${state}`),
            })}
          </p>
          <p class="prose" lang={language === 'es' ? undefined : 'es'}>
            {text}
          </p>
          <p class="soft small">{instantText(language, at)}</p>
        </blockquote>
      ))}
    </section>
  )
}

interface RecommendationFieldsProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly institutions: readonly Option[]
  /** Codes of the editions, the latest first. */
  readonly editions: readonly Option[]
}

export function RecommendationFormFields(props: RecommendationFieldsProps): VNode {
  const { ctx, form, institutions, editions } = props
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <SelectField
        {...field('edition')}
        label={t('recommendation.edition')}
        hint={t('recommendation.edition.hint')}
        empty={t('form.choose')}
        options={editions}
      />
      <SelectField
        {...field('institutionId')}
        label={t('recommendation.addressee')}
        hint={t('recommendation.addressee.hint')}
        empty={t('recommendation.all')}
        options={institutions}
      />
      <TextArea {...field('text')} label={t('recommendation.text')} rows={4} maxLength={2000} />
      <SelectField
        {...field('state')}
        label={t('recommendation.state')}
        hint={t('recommendation.state.hint')}
        empty={t('form.choose')}
        options={recommendationStates.map(value => ({ value, label: t(`recommendation.state.${value}`) }))}
      />
      <DateField
        {...field('stateDay')}
        label={t('recommendation.stateDay')}
        hint={t('recommendation.stateDay.hint')}
        optional
      />
      <TextArea
        {...field('stateNote')}
        label={t('recommendation.stateNote')}
        hint={t('recommendation.stateNote.hint')}
        optional
        rows={3}
        maxLength={1000}
      />
    </>
  )
}
