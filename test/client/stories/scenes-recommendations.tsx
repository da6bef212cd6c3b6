import {
  recommendationFacts,
  RecommendationFormFields,
  recommendationTable,
  WordsPart,
} from '../../../client/pages/activities/recommendation-parts.tsx'
import { RegisterEntryPage } from '../../../client/pages/activities/register-entry-page.tsx'
import { RegisterFormPage } from '../../../client/pages/activities/register-form-page.tsx'
import { RegisterListPage, registerPaths } from '../../../client/pages/activities/register-list-page.tsx'
import { RecommendationPage } from '../../../client/pages/recommendation-page.tsx'
import { RecommendationsPage } from '../../../client/pages/recommendations-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Recommendation } from '../../../server/recommendations/recommendation-register.ts'
import { formState } from './contexts.ts'
import type { Scene } from './scene.ts'

const recorded = {
  ...{ annulled: false, corrections: [], recordedAt: new Date('2026-08-05T15:00:00Z') },
  ...{ recordedBy: 'u', version: 2 },
}
const partly: Recommendation = {
  ...{ ...recorded, id: 'r1', edition: 'A4-2026-1', institutionId: 'mem', state: 'en_parte' },
  text: 'Notificar las prórrogas a más tardar el noveno día hábil, con la razón por escrito, y publicar el formulario.',
  stateDay: calendarDate('2026-10-12'),
  stateNote: 'Se revisaron doce prórrogas: nueve se notificaron a tiempo.',
  words: [
    {
      ...{ institutionId: 'mem', state: 'hecha', by: 'u', at: new Date('2026-10-02T16:00:00Z') },
      text: 'Desde septiembre se usa el formulario nuevo.\n\nFalta capacitar a dos personas.',
    },
  ],
}
const toAll: Recommendation = {
  ...{ ...recorded, id: 'r2', edition: 'A4-2026-1', institutionId: null, state: 'sin_respuesta' },
  ...{ text: 'Publicar el correo de la unidad de información.', stateDay: null, stateNote: null, words: [] },
}
const done: Recommendation = { ...partly, id: 'r3', state: 'hecha', words: [] }
const undone: Recommendation = { ...partly, id: 'r4', state: 'no', annulled: true, words: [] }
const names = new Map([['mem', 'Ministerio de Energía y Minas']])
const base = registerPaths.recommendations

export const recommendationScenes: readonly Scene[] = [
  [
    'recommendations-list',
    'coordinator',
    base,
    ctx => {
      const table = recommendationTable(ctx, [partly, toAll, done, undone], names)
      const data = { name: 'recommendations', table, nextCursor: null, mayKeep: true } as const
      return <RegisterListPage ctx={ctx} data={data} />
    },
  ],
  [
    'recommendation',
    'coordinator',
    `${base}/r1`,
    ctx => (
      <RegisterEntryPage
        ctx={ctx}
        data={{
          ...{ name: 'recommendations', id: 'r1', annulled: false, mayKeep: true, corrections: [] },
          title: 'A4-2026-1: Ministerio de Energía y Minas',
          facts: recommendationFacts(ctx, partly, names),
          below: <WordsPart ctx={ctx} words={partly.words} names={names} />,
          form: formState({ version: '2' }),
        }}
      />
    ),
  ],
  [
    'recommendation-form',
    'coordinator',
    `${base}/nueva`,
    ctx => {
      const form = formState({ edition: 'A4-2026-1' })
      const institutions = [{ value: 'mem', label: 'Ministerio de Energía y Minas' }]
      const editions = [{ value: 'A4-2026-1', label: 'A4-2026-1' }]
      const fields = <RecommendationFormFields {...{ ctx, form, institutions, editions }} />
      return (
        <RegisterFormPage ctx={ctx} data={{ name: 'recommendations', form, fields, id: null, stale: null }} />
      )
    },
  ],
  [
    'recommendations-mine',
    'uip_head',
    '/recomendaciones',
    ctx => <RecommendationsPage ctx={ctx} items={[partly, toAll]} />,
  ],
  [
    'recommendations-none',
    'uip_officer',
    '/recomendaciones',
    ctx => <RecommendationsPage ctx={ctx} items={[]} />,
  ],
  [
    'recommendation-mine',
    'uip_head',
    '/recomendaciones/r1',
    ctx => <RecommendationPage ctx={ctx} data={{ item: partly, names, maySpeak: true, form: formState() }} />,
  ],
]
