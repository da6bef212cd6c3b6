import type { VNode } from 'preact'
import {
  askedFormats,
  formatClasses,
  mostItemLetters,
  mostItems,
  mostScore,
} from '../../server/domain/ratings.ts'
import type { RatingsView } from '../../server/ratings/ratings-view.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { ChoiceField, HiddenFields, SelectField, TextArea } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { GivenRatings } from '../parts/given-ratings.tsx'

export interface RatingPageData {
  readonly request: { readonly id: string; readonly reference: string; readonly institution: string }
  readonly ratings: RatingsView
  /** Null for those who do not rate it. */
  readonly form: FormState | null
  /** What is rated: as listed, or as it is being listed; [] while it is asked for. */
  readonly items: readonly string[]
}

interface RatingProps {
  readonly ctx: PageContext
  readonly data: RatingPageData
}

/** What came of what was asked: the marks that one may see, and the form for one's own. */
export function RatingPage({ ctx, data }: RatingProps): VNode {
  const { t } = ctx
  const { request, form, ratings } = data
  return (
    <Layout ctx={ctx} title={t('ratings.title')} problem={form !== null && form.errors.length > 0}>
      <a class="back" href={href(ctx, `/solicitudes/${request.id}`)}>
        ← {t('act.about', { reference: request.reference })}
      </a>
      {form ? <ErrorSummary ctx={ctx} form={form} /> : null}
      <h1>{t('ratings.title')}</h1>
      <p class="lead">{request.institution}</p>
      {ratings.raters === 0 && form === null ? (
        <p class="empty">{t(ratings.answered ? 'ratings.none' : 'ratings.notYet')}</p>
      ) : null}
      {ratings.ratings.length > 0 ? <GivenRatings ctx={ctx} ratings={ratings} /> : null}
      {form ? <RatingForm ctx={ctx} data={data} form={form} /> : null}
    </Layout>
  )
}

interface FormProps extends RatingProps {
  readonly form: FormState
}

function RatingForm({ ctx, data, form }: FormProps): VNode {
  const { t } = ctx
  const { request, ratings, items } = data
  const corrects = ratings.ratings.some(({ isOwn }) => isOwn)
  const isBlind = ratings.raters > 0 && ratings.ratings.length === 0
  return (
    <>
      {corrects ? <h2>{t('ratings.correct')}</h2> : <p>{t('ratings.lead')}</p>}
      {isBlind ? <p class="time-left">{t('ratings.blind')}</p> : null}
      <Form ctx={ctx} action={`/solicitudes/${request.id}/calificacion`} form={form}>
        <HiddenFields form={form} names={['version']} />
        {items.length === 0 ? (
          <ItemsAsked ctx={ctx} form={form} />
        ) : (
          <Marks ctx={ctx} form={form} data={data} corrects={corrects} />
        )}
        <p class="soft">{t('ratings.who')}</p>
        <div class="buttons">
          <Button>{t(buttonOf(items, corrects))}</Button>
          {ratings.items.length === 0 && items.length > 0 ? (
            <Button kind="secondary" name="step" value="items">
              {t('ratings.items.again')}
            </Button>
          ) : null}
          <a href={href(ctx, `/solicitudes/${request.id}`)}>{t('form.cancel')}</a>
        </div>
      </Form>
    </>
  )
}

function buttonOf(items: readonly string[], corrects: boolean) {
  if (items.length === 0) return 'ratings.items.next'
  return corrects ? 'ratings.correct.submit' : 'ratings.submit'
}

function ItemsAsked({ ctx, form }: { ctx: PageContext; form: FormState }): VNode {
  const { t } = ctx
  return (
    <TextArea
      {...{ ctx, form, name: 'items', label: t('ratings.items') }}
      hint={t('ratings.items.hint', { most: mostItems, letters: mostItemLetters })}
      rows={6}
      maxLength={mostItems * (mostItemLetters + 1)}
    />
  )
}

interface MarksProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly data: RatingPageData
  readonly corrects: boolean
}

function Marks({ ctx, form, data: { items, ratings }, corrects }: MarksProps): VNode {
  const { t } = ctx
  return (
    <>
      {ratings.items.length === 0 ? <HiddenFields form={form} names={['item']} /> : null}
      {items.map((item, at) => (
        <SelectField
          key={item}
          {...{ ctx, form, name: `score${at}`, label: t('ratings.score', { item }) }}
          empty={t('ratings.score.empty')}
          options={scoreOptions(ctx)}
        />
      ))}
      {ratings.handedOver ? <FormatAsked ctx={ctx} form={form} /> : null}
      {corrects ? (
        <TextArea {...{ ctx, form, name: 'reason', label: t('ratings.reason') }} rows={3} maxLength={500} />
      ) : null}
      <p class="soft">{t('ratings.final')}</p>
    </>
  )
}

const scores = [0, 1, 2, 3, mostScore] as const

function scoreOptions({ t }: PageContext) {
  return scores.map(score => ({ value: String(score), label: t(`ratings.score.${score}`) }))
}

function FormatAsked({ ctx, form }: { ctx: PageContext; form: FormState }): VNode {
  const { t } = ctx
  return (
    <>
      <ChoiceField
        {...{ ctx, form, name: 'format', label: t('ratings.format') }}
        kind="radio"
        options={formatClasses.map(format => ({
          value: format,
          label: t(`ratings.format.${format}`),
          hint: t(`ratings.format.${format}.hint`),
        }))}
      />
      <ChoiceField
        {...{ ctx, form, name: 'askedFormat', label: t('ratings.asked') }}
        kind="radio"
        options={askedFormats.map(asked => ({ value: asked, label: t(`ratings.asked.${asked}`) }))}
      />
    </>
  )
}
