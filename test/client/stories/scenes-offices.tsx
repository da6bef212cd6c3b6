import { CalculatorPage } from '../../../client/pages/calculator-page.tsx'
import { ClosureCheckPage, ClosureFormPage } from '../../../client/pages/closure-form-page.tsx'
import { ClosuresPage, type ClosureRow } from '../../../client/pages/closures-page.tsx'
import { ErrorPage } from '../../../client/pages/error-page.tsx'
import { NoticesPage } from '../../../client/pages/notices-page.tsx'
import { ReportPage } from '../../../client/pages/report-page.tsx'
import { AccessibilityPage, PrivacyPage } from '../../../client/pages/text-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { knownClosures, type Closure } from '../../../server/domain/calendar/closures.ts'
import { dayLedger } from '../../../server/domain/calendar/day-ledger.ts'
import { daysOffByLaw } from '../../../server/domain/calendar/guatemala.ts'
import { workingCalendar } from '../../../server/domain/calendar/working-calendar.ts'
import type { DeadlinePreview } from '../../../server/requests/preview-deadline.ts'
import { isMessageKey } from '../../../server/i18n/translate.ts'
import { formState } from './contexts.ts'
import { manyInstitutions } from './institutions.ts'
import type { Scene } from './scene.ts'

const preview: DeadlinePreview = {
  countedReceipt: calendarDate('2026-12-21'),
  dueOn: calendarDate('2027-01-06'),
  overdueFrom: calendarDate('2027-01-07'),
  extensionNotice: { from: calendarDate('2027-01-04'), by: calendarDate('2027-01-05') },
  latestDueOn: calendarDate('2027-01-20'),
  article: '42',
  ledger: dayLedger(calendarDate('2026-12-21'), 10, workingCalendar({ inCapital: true, closures: [] })),
}

const institutions = manyInstitutions

const notices = [
  {
    id: 'n1',
    at: new Date('2026-11-23T13:00:00Z'),
    title: 'Vence en 2 días hábiles: GT-2026-01102',
    text: 'La unidad debe resolver a más tardar el miércoles 25 de noviembre de 2026.',
    requestId: 'r2',
    unread: true,
  },
  {
    id: 'n2',
    at: new Date('2026-11-20T13:00:00Z'),
    title: 'Bienvenida',
    text: 'Su cuenta está lista.',
    requestId: null,
    unread: false,
  },
]

const requestScenes: readonly Scene[] = []

const publicScenes: readonly Scene[] = [
  [
    'calculator',
    null,
    '/plazos',
    ctx => (
      <CalculatorPage
        ctx={ctx}
        data={{
          form: formState({ receivedOn: '20/12/2026' }),
          institutions,
          preview,
          receivedOn: calendarDate('2026-12-20'),
        }}
      />
    ),
    '?receivedOn=21%2F12%2F2026',
  ],
  [
    'calculator-wrong',
    null,
    '/plazos',
    ctx => (
      <CalculatorPage
        ctx={ctx}
        data={{
          form: formState({ receivedOn: 'ayer' }, [
            { field: 'receivedOn', key: 'invalid.date', values: { label: ctx.t('new.receivedOn') } },
          ]),
          institutions,
          preview: null,
          receivedOn: null,
        }}
      />
    ),
  ],
  ['accessibility', null, '/accesibilidad', ctx => <AccessibilityPage ctx={ctx} />],
  ['privacy', null, '/privacidad', ctx => <PrivacyPage ctx={ctx} />],
  ...(
    [
      ['forbidden', 403],
      ['not-found', 404],
      ['stale', 409],
      ['too-many-requests', 429],
      ['unexpected', 500],
      ['storage-failed', 503],
    ] as const
  ).map(([code, status]): Scene => [
    `error-${status}`,
    status === 404 ? null : 'uip_officer',
    '/nada',
    ctx => {
      const [title, detail] = [`error.${code}.title`, `error.${code}.detail`]
      if (!isMessageKey(title) || !isMessageKey(detail)) throw new Error(`No words for ${code}`)
      return (
        <ErrorPage ctx={ctx} data={{ status, title: ctx.t(title), detail: ctx.t(detail, { minutes: 2 }) }} />
      )
    },
  ]),
]

const moved = [
  {
    requestId: 'r4',
    reference: 'GT-2026-01178',
    title: 'Estudios de impacto ambiental',
    clock: 'K1' as const,
    from: calendarDate('2026-12-24'),
    to: calendarDate('2026-12-28'),
  },
]
const closureForm = formState({
  days: '24/12/2026\n31/12/2026',
  name: 'Fin de año',
  source: 'Acuerdo Gubernativo 300-2026',
})

/** One is told, one is not counted yet, one is under way. */
function toldSoFar(closures: readonly Closure[]): readonly ClosureRow[] {
  const untold = [0, null, 8_900] as const
  return closures.map((closure, at) => ({ ...closure, untold: untold[at % 3] ?? null }))
}

const officeScenes: readonly Scene[] = [
  [
    'closures',
    'coordinator',
    '/dias-inhabiles',
    ctx => (
      <ClosuresPage
        ctx={ctx}
        data={{
          year: 2025,
          years: [2026, 2025, 2024],
          byLaw: daysOffByLaw(2024, { inCapital: true }),
          closures: toldSoFar(knownClosures.slice(-3)),
          mayAdd: true,
        }}
      />
    ),
  ],
  [
    'closures-none',
    'organisation_member',
    '/dias-inhabiles',
    ctx => (
      <ClosuresPage
        ctx={ctx}
        data={{
          year: 2026,
          years: [2026],
          byLaw: daysOffByLaw(2026, { inCapital: true }),
          closures: [],
          mayAdd: false,
        }}
      />
    ),
  ],
  [
    'closure-form',
    'coordinator',
    '/dias-inhabiles/nuevo',
    ctx => <ClosureFormPage ctx={ctx} data={{ form: formState(), institutions }} />,
  ],
  [
    'closure-check',
    'coordinator',
    '/dias-inhabiles/nuevo',
    ctx => (
      <ClosureCheckPage
        ctx={ctx}
        data={{ form: closureForm, moved, count: 41, idle: [calendarDate('2026-12-25')] }}
      />
    ),
  ],
  [
    'report',
    'regulator',
    '/informe',
    ctx => (
      <ReportPage
        ctx={ctx}
        data={{
          form: formState({ desde: '01/01/2026', hasta: '30/06/2026', papel: 'LETTER' }),
          preview: {
            from: calendarDate('2026-01-01'),
            to: calendarDate('2026-06-30'),
            asOf: calendarDate('2026-11-23'),
            figures: [
              { label: 'Solicitudes recibidas', value: '240', n: 240 },
              { label: 'Respondidas a tiempo', value: '63%', n: 194 },
              { label: 'Mediana de respuesta', value: '9 días hábiles', n: 166 },
              { label: 'Vencidas sin respuesta', value: '28', n: 194 },
            ],
            institutions: [
              { id: 'mem', name: 'Ministerio de Energía y Minas', due: 29, inTime: 14, late: 9, silent: 6 },
            ],
          },
          jobs: [],
        }}
      />
    ),
  ],
  [
    'report-empty',
    'regulator',
    '/informe',
    ctx => (
      <ReportPage
        ctx={ctx}
        data={{
          form: formState({ desde: '', hasta: '30/02/2026' }, [
            { field: 'hasta', key: 'invalid.date', values: { label: ctx.t('report.to') } },
          ]),
          preview: {
            from: calendarDate('2020-01-01'),
            to: calendarDate('2020-06-30'),
            asOf: calendarDate('2026-11-23'),
            figures: [],
            institutions: [],
          },
          jobs: [],
        }}
      />
    ),
  ],
  [
    'notices',
    'system_admin',
    '/avisos',
    ctx => (
      <NoticesPage
        ctx={ctx}
        data={{
          notices,
          nextCursor: 'c',
          kept: [
            {
              id: 'k',
              at: new Date('2026-11-23T13:00:00Z'),
              to: 'uip@ejemplo.gt',
              subject: 'Vence mañana',
              text: 'Texto del mensaje.',
            },
          ],
        }}
      />
    ),
  ],
  [
    'notices-empty',
    'uip_officer',
    '/avisos',
    ctx => <NoticesPage ctx={ctx} data={{ notices: [], nextCursor: null, kept: [] }} />,
  ],
]

export const workScenes: readonly Scene[] = [...requestScenes, ...publicScenes, ...officeScenes]
