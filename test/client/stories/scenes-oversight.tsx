import { DisputesPage } from '../../../client/pages/oversight/disputes-page.tsx'
import { InstitutionSheetPage } from '../../../client/pages/oversight/institution-sheet-page.tsx'
import { PanelPage } from '../../../client/pages/oversight/panel-page.tsx'
import { ReviewsPage } from '../../../client/pages/oversight/reviews-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Figure, SpreadFigure } from '../../../server/domain/statistics/figure.ts'
import type { InstitutionSheet } from '../../../server/reports/institution-sheet.ts'
import type { PanelFigures, PanelLine } from '../../../server/reports/national-panel.ts'
import { formState, today } from './contexts.ts'
import { clockView, deadlineOf, extendedRequest, silentRequest, summary } from './requests.ts'
import type { Scene } from './scene.ts'

function share(count: number, n: number): Figure {
  return {
    ...{ code: 'T1', cohort: 'due', n, count, rate: n < 10 ? null : count / n },
    ...{ interval: null, caution: n < 10 ? 'counts-only' : 'none', caseIds: [] },
  }
}

function spread(n: number, median: number | null): SpreadFigure {
  return {
    ...{ code: 'T9', cohort: 'closed', n, median, p90: null, mean: null, min: null, max: null },
    ...{ interval: null, caution: n < 10 ? 'counts-only' : 'none', caseIds: [] },
  }
}

function figures(onTime: number, late: number, unanswered: number, median: number | null): PanelFigures {
  const n = onTime + late + unanswered
  return {
    received: n + 2,
    onTime: share(onTime, n),
    late: share(late, n),
    unanswered: share(unanswered, n),
    days: spread(onTime + late, median),
    overdueNow: unanswered,
    openReviews: 1,
  }
}

const lines: readonly PanelLine[] = [
  {
    ...{ id: 'mingob', name: 'Ministerio de Gobernación', acronym: 'MINGOB', kind: 'ministerio' },
    ...figures(12, 9, 14, 13),
    position: 'below',
  },
  {
    ...{ id: 'civ', name: 'Ministerio de Comunicaciones, Infraestructura y Vivienda', acronym: 'CIV' },
    ...{ kind: 'ministerio', position: 'not-different' },
    ...figures(20, 5, 3, 10),
  },
  {
    ...{ id: 'gae', name: 'Comisión Presidencial de Gobierno Abierto y Electrónico', acronym: 'GAE' },
    ...{ kind: 'comision', position: 'too-few' },
    ...figures(4, 1, 0, null),
  },
  {
    ...{ id: 'minfin', name: 'Ministerio de Finanzas Públicas', acronym: 'MINFIN', kind: 'ministerio' },
    ...figures(41, 1, 0, 7),
    position: 'above',
  },
]

const period = { from: calendarDate('2026-01-01'), to: today }
const form = formState({ desde: '01/01/2026', hasta: '23/11/2026', tipo: '' })
const mostMinutesOld = 10
const kinds = [
  { value: 'ministerio', label: 'Ministerios' },
  { value: 'secretaria', label: 'Secretarías' },
]
const months = [
  { month: '2026-09', due: 32, onTime: 22, late: 4, unanswered: 6 },
  { month: '2026-10', due: 41, onTime: 30, late: 6, unanswered: 5 },
  { month: '2026-11', due: 37, onTime: 25, late: 6, unanswered: 6 },
]
const panel = {
  ...{ period, asOf: today, takenAt: new Date('2026-11-23T15:00:00Z') },
  ...{ all: figures(77, 16, 17, 9), institutions: lines, months },
  withoutData: [
    { id: 'sie', name: 'Secretaría de Inteligencia Estratégica del Estado' },
    { id: 'demi', name: 'Defensoría de la Mujer Indígena' },
  ],
}

const sheet: InstitutionSheet = {
  institution: {
    ...{ id: 'mingob', name: 'Ministerio de Gobernación', acronym: 'MINGOB', kind: 'ministerio' },
    ...{ inCapital: true, cutoffMinutes: null, hours: '09:00-17:00', contact: null },
    ...{ aliases: [], active: true, version: 1 },
  },
  ...{ period, asOf: today, figures: figures(12, 9, 14, 13) },
  months: [
    { month: '2026-09', due: 12, onTime: 5, late: 3, unanswered: 4 },
    { month: '2026-10', due: 13, onTime: 5, late: 3, unanswered: 5 },
    { month: '2026-11', due: 10, onTime: 2, late: 3, unanswered: 5 },
  ],
  overdue: [
    {
      ...{ id: 'r1', reference: 'GT-2026-01179', state: 'ficta_incumplida' },
      ...{ dueOn: calendarDate('2026-11-03'), workingDaysLate: 14 },
    },
    {
      ...{ id: 'r2', reference: 'GT-2026-01150', state: 'vencida_ficta' },
      ...{ dueOn: calendarDate('2026-11-19'), workingDaysLate: null },
    },
  ],
  reviews: [
    {
      ...{ id: 'r3', reference: 'GT-2026-01099', state: 'en_revision', decidedOn: null, sense: null },
      ...{ filedOn: calendarDate('2026-11-18'), decisionDueOn: calendarDate('2026-11-25') },
    },
    {
      ...{ id: 'r4', reference: 'GT-2026-01001', state: 'cumplida', sense: 'revoca' },
      ...{ filedOn: calendarDate('2026-10-05'), decisionDueOn: calendarDate('2026-10-12') },
      decidedOn: calendarDate('2026-10-09'),
    },
  ],
  breaches: [
    { clock: 'K1', count: 17, open: 14 },
    { clock: 'K4', count: 9, open: 8 },
  ],
}

const review = clockView('K6', '58', '2026-11-18', 5)
const reviewed = summary({ state: 'en_revision', deadline: deadlineOf(review), urgency: 'pronto' })

export const oversightScenes: readonly Scene[] = [
  [
    'panel',
    'regulator',
    '/panel',
    ctx => <PanelPage ctx={ctx} data={{ form, kinds, panel, mostMinutesOld }} />,
  ],
  [
    'panel-empty',
    'coordinator',
    '/panel',
    ctx => (
      <PanelPage
        ctx={ctx}
        data={{
          ...{ form, kinds, mostMinutesOld },
          panel: { ...panel, all: figures(0, 0, 0, null), institutions: [], months: [] },
        }}
      />
    ),
  ],
  [
    'panel-wrong',
    'regulator',
    '/panel',
    ctx => (
      <PanelPage
        ctx={ctx}
        data={{
          ...{ kinds, mostMinutesOld, panel: null },
          form: formState({ desde: '01/02/2026', hasta: '01/01/2026' }, [
            { field: 'hasta', key: 'panel.period.wrong', values: {} },
          ]),
        }}
      />
    ),
    '?desde=01/02/2026&hasta=01/01/2026',
  ],
  [
    'sheet',
    'regulator',
    '/panel/mingob',
    ctx => <InstitutionSheetPage ctx={ctx} data={{ form, sheet, institutionId: 'mingob' }} />,
  ],
  [
    'sheet-empty',
    'regulator',
    '/panel/mingob',
    ctx => (
      <InstitutionSheetPage
        ctx={ctx}
        data={{
          ...{ form, institutionId: 'mingob' },
          sheet: {
            ...{ ...sheet, months: [], overdue: [], reviews: [], breaches: [] },
            figures: figures(0, 0, 0, null),
          },
        }}
      />
    ),
  ],
  [
    'reviews',
    'regulator',
    '/recursos',
    ctx => (
      <ReviewsPage
        ctx={ctx}
        data={{
          groups: [
            {
              stage: 'vencidos',
              rows: [
                {
                  request: { ...silentRequest(), state: 'revision_vencida' },
                  ...{ filedOn: calendarDate('2026-11-02'), ground: '55.4' },
                },
              ],
            },
            {
              stage: 'por_resolver',
              rows: [{ request: reviewed, filedOn: calendarDate('2026-11-18'), ground: '54' }],
            },
            { stage: 'por_cumplir', rows: [] },
          ],
          nextCursor: 'x',
        }}
      />
    ),
  ],
  [
    'reviews-empty',
    'uip_head',
    '/recursos',
    ctx => <ReviewsPage ctx={ctx} data={{ groups: [], nextCursor: null }} />,
  ],
  [
    'disputes',
    'regulator',
    '/disputas',
    ctx => (
      <DisputesPage
        ctx={ctx}
        data={{
          rows: [
            {
              request: silentRequest(),
              facts: [
                {
                  fact: 'notified',
                  institution: { on: calendarDate('2026-11-02'), outcome: 'entrega_total' },
                  organisation: { on: calendarDate('2026-11-06'), outcome: null },
                },
              ],
              objections: [],
            },
            {
              request: extendedRequest(),
              facts: [],
              objections: [
                {
                  ...{ id: 'e9', by: 'institution', on: calendarDate('2026-11-12') },
                  text: 'La prórroga se avisó por correo el día 9 y no hay silencio que contar.',
                },
              ],
            },
          ],
          nextCursor: null,
        }}
      />
    ),
  ],
  [
    'disputes-empty',
    'regulator',
    '/disputas',
    ctx => <DisputesPage ctx={ctx} data={{ rows: [], nextCursor: null }} />,
  ],
]
