import type { VNode } from 'preact'
import { claimedStates } from '../../server/domain/register/recommendation-states.ts'
import type { Recommendation } from '../../server/recommendations/recommendation-register.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { FactsList } from '../parts/facts-list.tsx'
import { ChoiceField, TextArea } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { recommendationFacts, WordsPart } from './activities/recommendation-parts.tsx'
import type { Names } from './activities/training-parts.tsx'

export interface RecommendationPageData {
  readonly item: Recommendation
  readonly names: Names
  /** The reader speaks for the institution. */
  readonly maySpeak: boolean
  readonly form: FormState
}

interface RecommendationProps {
  readonly ctx: PageContext
  readonly data: RecommendationPageData
}

/** One recommendation as its institution sees it, and where it says what it did. */
export function RecommendationPage({ ctx, data }: RecommendationProps): VNode {
  const { t } = ctx
  const { item, names, maySpeak, form } = data
  const title = t('recommendation.one', { edition: item.edition })
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, '/recomendaciones')}>
        ← {t('recommendation.mine.title')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <div class="form">
        <FactsList facts={recommendationFacts(ctx, item, names)} />
      </div>
      <WordsPart ctx={ctx} words={item.words} names={names} />
      {maySpeak ? <SpeakForm ctx={ctx} data={data} /> : null}
    </Layout>
  )
}

function SpeakForm({ ctx, data: { item, form } }: RecommendationProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2>{t('recommendation.speak')}</h2>
      <Form ctx={ctx} action={`/recomendaciones/${item.id}`} form={form}>
        <ChoiceField
          {...{ ctx, form, name: 'state' }}
          kind="radio"
          label={t('recommendation.claim')}
          options={claimedStates.map(value => ({ value, label: t(`recommendation.state.${value}`) }))}
        />
        <TextArea
          {...{ ctx, form, name: 'text' }}
          label={t('recommendation.word')}
          hint={t('recommendation.word.hint')}
          rows={6}
          maxLength={4000}
        />
        <Button>{t('recommendation.speak.submit')}</Button>
      </Form>
    </>
  )
}
