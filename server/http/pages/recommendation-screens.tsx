import {
  addressee,
  recommendationFacts,
  RecommendationFormFields,
  recommendationTable,
  WordsPart,
} from '../../../client/pages/activities/recommendation-parts.tsx'
import type { Names } from '../../../client/pages/activities/training-parts.tsx'
import type { Option } from '../../../client/parts/fields.tsx'
import {
  recommendationRegister,
  type Recommendation,
  type RecommendationFields,
} from '../../recommendations/recommendation-register.ts'
import { institutionOptions } from './choices.ts'
import { textOf } from './form-body.ts'
import type { Site } from './page-of.ts'
import type { RegisterScreens } from './register-pages.tsx'
import { typedDay } from './typed-day.ts'

const mostEditions = 100

/** The register of recommendations, as those who coordinate keep it. */
export function recommendationScreens(site: Site): RegisterScreens<Recommendation, RecommendationFields> {
  const { context } = site
  const register = recommendationRegister(context)
  return {
    name: 'recommendations',
    register,
    labels: {
      ...{ edition: 'recommendation.edition', institutionId: 'recommendation.addressee' },
      ...{ text: 'recommendation.text', state: 'recommendation.state' },
      ...{ stateDay: 'recommendation.stateDay', stateNote: 'recommendation.stateNote' },
    },
    bodyOf(values) {
      const names = ['edition', 'institutionId', 'text', 'state', 'stateNote']
      const typed = textOf(values, 'stateDay')
      const texts = Object.fromEntries(names.map(name => [name, textOf(values, name)]))
      return Promise.resolve({ ...texts, stateDay: typedDay(typed, context.clock.today()) ?? typed })
    },
    valuesOf(item) {
      const { edition, institutionId, text, state, stateDay, stateNote } = item
      const day = stateDay?.split('-').toReversed().join('/') ?? ''
      const fields = { edition, text, state, stateDay: day }
      return Promise.resolve({ ...fields, institutionId: institutionId ?? '', stateNote: stateNote ?? '' })
    },
    async titleOf(ctx, item) {
      return `${item.edition}: ${addressee(ctx, item, await recommendationNames(site, [item]))}`
    },
    async table(ctx, items) {
      return recommendationTable(ctx, items, await recommendationNames(site, items))
    },
    async facts(ctx, item) {
      return recommendationFacts(ctx, item, await recommendationNames(site, [item]))
    },
    async below(ctx, item) {
      return <WordsPart ctx={ctx} words={item.words} names={await recommendationNames(site, [item])} />
    },
    async fields(ctx, form) {
      const options = {
        institutions: await institutionOptions(context),
        editions: await editionOptions(site),
      }
      return <RecommendationFormFields ctx={ctx} form={form} {...options} />
    },
  }
}

/** Of those that recommendations are addressed to, and of those that spoke. */
export async function recommendationNames(
  { context: { stores } }: Site,
  items: readonly Recommendation[],
): Promise<Names> {
  const ids = items.flatMap(({ institutionId, words }) => [
    ...(institutionId === null ? [] : [institutionId]),
    ...words.map(word => word.institutionId),
  ])
  return new Map((await stores.institutions.findMany(ids)).map(({ id, name }) => [id, name]))
}

/** The latest first; older ones are brought in by CSV. */
async function editionOptions({ context: { stores } }: Site): Promise<Option[]> {
  const { items } = await stores.editions.list({ limit: mostEditions, after: null })
  return items.map(({ code }) => ({ value: code, label: code }))
}
