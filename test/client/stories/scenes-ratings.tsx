import { RatingPage, type RatingPageData } from '../../../client/pages/rating-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { RatingView } from '../../../server/ratings/ratings-view.ts'
import { formState } from './contexts.ts'
import type { Scene } from './scene.ts'

const items = ['Contratos de mantenimiento firmados en 2025', 'Anexos técnicos y actas de recepción']

const first: RatingView = {
  id: 'v1',
  rater: 1,
  isOwn: true,
  stands: true,
  ratedOn: calendarDate('2026-11-18'),
  ratedAt: new Date('2026-11-18T21:00:00Z'),
  scores: [4, 1],
  format: 'papel_o_imagen',
  askedFormat: 'no_respetado',
  reason: null,
}

const second: RatingView = { ...first, id: 'v2', rater: 2, isOwn: false, scores: [3, 1] }

const blank: RatingPageData = {
  request: { id: 'r1', reference: 'GT-2026-01179', institution: 'Ministerio de Gobernación' },
  ratings: {
    ...{ requestId: 'r1', version: 0, items: [], raters: 0, ratings: [] },
    ...{ open: true, answered: true, handedOver: true },
  },
  form: formState({ version: '0' }),
  items: [],
}

const rated: RatingPageData = {
  ...blank,
  items,
  ratings: {
    ...{ ...blank.ratings, version: 3, items, raters: 2 },
    ratings: [
      { ...first, id: 'v0', stands: false, scores: [4, 4] },
      second,
      { ...first, reason: 'Los anexos no estaban en el sobre.' },
    ],
  },
  form: formState({ version: '3', score0: '4', score1: '1', format: 'papel_o_imagen' }),
}

const path = '/solicitudes/r1/calificacion'

export const ratingScenes: readonly Scene[] = [
  ['rating-items', 'organisation_member', path, ctx => <RatingPage ctx={ctx} data={blank} />],
  [
    'rating-marks',
    'organisation_member',
    path,
    ctx => (
      <RatingPage
        ctx={ctx}
        data={{
          ...blank,
          items,
          form: formState({ version: '0', item: items, score0: '4' }, [
            { field: 'score1', key: 'ratings.score.choose', values: { item: items[1] ?? '' } },
            { field: 'format', key: 'ratings.format.choose', values: {} },
          ]),
        }}
      />
    ),
  ],
  [
    'rating-second',
    'coordinator',
    path,
    ctx => (
      <RatingPage
        ctx={ctx}
        data={{ ...blank, items, ratings: { ...blank.ratings, version: 1, items, raters: 1 } }}
      />
    ),
  ],
  ['rating-given', 'organisation_member', path, ctx => <RatingPage ctx={ctx} data={rated} />],
  [
    'rating-result',
    'uip_officer',
    path,
    ctx => (
      <RatingPage
        ctx={ctx}
        data={{
          ...rated,
          form: null,
          ratings: { ...rated.ratings, open: false, ratings: [{ ...first, isOwn: false }] },
        }}
      />
    ),
  ],
  [
    'rating-none',
    'regulator',
    path,
    ctx => (
      <RatingPage
        ctx={ctx}
        data={{
          ...blank,
          form: null,
          ratings: { ...blank.ratings, open: false, answered: false, handedOver: false },
        }}
      />
    ),
  ],
]
