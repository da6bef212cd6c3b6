import { DashboardPage, type DashboardData } from '../../../client/pages/dashboard-page.tsx'
import { formState } from './contexts.ts'
import { openFigures } from './open-figures.ts'
import type { Scene } from './scene.ts'

const institutions = [
  { value: 'puertos', label: 'Ministerio de Puertos' },
  { value: 'caminos', label: 'Ministerio de Caminos y Puentes' },
]

const dashboard: DashboardData = {
  form: formState({ desde: '01/01/2025', hasta: '31/12/2025' }),
  institutions,
  figures: openFigures(240),
  who: null,
  mostMinutesOld: 10,
}

const dashboardScenes: readonly Scene[] = [
  ['dashboard', null, '/tablero', ctx => <DashboardPage ctx={ctx} data={dashboard} />],
  [
    'dashboard-few',
    'regulator',
    '/tablero',
    ctx => <DashboardPage ctx={ctx} data={{ ...dashboard, figures: openFigures(7), who: 'ministerios' }} />,
    '?sector=ministerio',
  ],
  [
    'dashboard-empty',
    null,
    '/tablero',
    ctx => <DashboardPage ctx={ctx} data={{ ...dashboard, figures: openFigures(0) }} />,
  ],
  [
    'dashboard-wrong',
    null,
    '/tablero',
    ctx => (
      <DashboardPage
        ctx={ctx}
        data={{
          ...dashboard,
          figures: null,
          form: formState({ desde: '31/02/2025', hasta: '31/12/2025' }, [
            { field: 'desde', key: 'invalid.date', values: { label: ctx.t('report.from') } },
          ]),
        }}
      />
    ),
    '?desde=31%2F02%2F2025',
  ],
]

/** What anyone sees without an account. */
export const publicScenes: readonly Scene[] = [...dashboardScenes]
