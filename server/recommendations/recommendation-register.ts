import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { fault, type FieldFault } from '../http/parse.ts'
import { unknownInstitutions } from '../http/register/references.ts'
import type { Register } from '../http/register/register.ts'
import type { Recommendation, RecommendationFields } from '../store/recommendation-store.ts'
import { recommendationColumns } from './columns.ts'
import { recommendationFields } from './schemas.ts'

export type { Recommendation, RecommendationFields }

export type RecommendationRegister = Register<Recommendation, RecommendationFields>

/** What editions of the report recommend, and what became of it. */
export function recommendationRegister(context: Pick<Context, 'stores'>): RecommendationRegister {
  return {
    path: '/recommendations',
    fileName: 'recomendaciones',
    schema: recommendationFields,
    store: context.stores.recommendations,
    columns: recommendationColumns(context),
    async check(fields, today) {
      const { edition, institutionId } = fields
      const isKnown = (await context.stores.editions.findByCode(edition)) !== null
      return [
        ...disagreements(fields, today),
        ...(isKnown ? [] : [fault('edition', 'reference.unknown')]),
        ...(institutionId === null
          ? []
          : await unknownInstitutions(context, 'institutionId', [institutionId])),
      ]
    },
    make: (fields, recorded) => ({ ...fields, ...recorded, words: [] }),
    fieldsOf,
    extraOf: ({ words }) => Promise.resolve({ words: words.map(presentWord) }),
  }
}

/** An institution speaks, not a person. */
export function presentWord({ by: _by, ...word }: Recommendation['words'][number]) {
  return word
}

function fieldsOf(item: Recommendation): RecommendationFields {
  const { edition, institutionId, text, state, stateDay, stateNote } = item
  return { edition, institutionId, text, state, stateDay, stateNote }
}

/** A judgement has its day and its ground; where nobody answered there is neither. */
function disagreements(fields: RecommendationFields, today: CalendarDate): readonly FieldFault[] {
  const { state, stateDay, stateNote } = fields
  const isJudged = state !== 'sin_respuesta'
  const rules: readonly (readonly [broken: boolean, field: string, type: string])[] = [
    [isJudged && stateDay === null, 'stateDay', 'any.required'],
    [isJudged && stateNote === null, 'stateNote', 'any.required'],
    [stateDay !== null && stateDay > today, 'stateDay', 'day.future'],
    [!isJudged && stateDay !== null, 'stateDay', 'recommendation.unanswered'],
    [!isJudged && stateNote !== null, 'stateNote', 'recommendation.unanswered'],
  ]
  return rules.flatMap(([broken, field, type]) => (broken ? [fault(field, type)] : []))
}
