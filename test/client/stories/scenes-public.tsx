import { DashboardPage, type DashboardData } from '../../../client/pages/dashboard-page.tsx'
import { DataPage, type DataPageData } from '../../../client/pages/data-page.tsx'
import { HelpPage } from '../../../client/pages/help-page.tsx'
import { PublicHomePage } from '../../../client/pages/home-page.tsx'
import { InstitutionPage, type InstitutionPageData } from '../../../client/pages/institution-page.tsx'
import { InstitutionsPage, type InstitutionsData } from '../../../client/pages/institutions-page.tsx'
import { requestColumns } from '../../../server/open-data/case-columns.ts'
import { datasetNames } from '../../../server/open-data/datasets.ts'
import { formState } from './contexts.ts'
import { openFigures } from './open-figures.ts'
import { closedRequest, extendedRequest, silentRequest } from './requests.ts'
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

const ofMany = openFigures(240)
const groupOf = (id: string) => ofMany.byInstitution.find(({ key }) => key === id) ?? null

const register: InstitutionsData = {
  form: formState(),
  lines: [
    {
      id: 'caminos',
      name: 'Ministerio de Caminos y Puentes',
      acronym: 'MICAP',
      kind: 'ministerio',
      figures: groupOf('caminos'),
    },
    {
      id: 'loma',
      name: 'Municipalidad de Loma Verde',
      acronym: 'MLV',
      kind: 'municipalidad',
      figures: openFigures(12).byInstitution[0] ?? null,
    },
    { id: 'nada', name: 'Consejo de lo que Nadie Pide', acronym: 'CNP', kind: 'otra', figures: null },
  ],
  count: 3,
  nextCursor: '60',
  mayAdd: false,
  figures: ofMany,
  mostMinutesOld: 10,
}

const record: InstitutionPageData = {
  institution: {
    ...{ id: 'caminos', name: 'Ministerio de Caminos y Puentes', acronym: 'MICAP', kind: 'ministerio' },
    ...{ inCapital: true, cutoffMinutes: 990, hours: '08:00-16:30', aliases: [], active: true, version: 1 },
    contact: {
      address: '6a avenida 1-11, zona 1, ciudad de Guatemala',
      phone: '2000 0000, extensión 12',
      email: 'informacion.publica.del.ministerio@caminos.ejemplo.gt',
      website: 'https://www.caminos.ejemplo.gt/informacion-publica/solicitudes/',
    },
  },
  figures: ofMany,
  years: [
    { year: 2026, figures: openFigures(7) },
    { year: 2025, figures: ofMany },
  ],
  latest: ['r1', 'r2', 'r5'],
  requests: [
    { ...silentRequest(), id: 'r1' },
    { ...extendedRequest(), id: 'r2' },
    { ...closedRequest(), id: 'r5' },
  ],
  mayEdit: false,
  mostMinutesOld: 10,
}

const files: DataPageData = {
  datasets: datasetNames.map((name, at) => ({
    name,
    count: at === 4 ? 0 : 207 + at,
    columns: [...requestColumns].slice(0, 8),
  })),
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  asOf: ofMany.asOf,
  takenAt: ofMany.takenAt,
  mostMinutesOld: 10,
  snapshots: [
    {
      ...{ month: '2026-11', asOf: ofMany.asOf, takenAt: ofMany.takenAt },
      files: (['solicitudes', 'dias-inhabiles', 'diccionario'] as const).map((name, at) => ({
        ...{ name, rows: 240 * at + 1, size: 4096, sha256: String(at).repeat(64) },
        address: `/api/v1/open-data/snapshots/2026-11/${name}.csv`,
      })),
    },
  ],
}

const institutionScenes: readonly Scene[] = [
  ['institutions', null, '/instituciones', ctx => <InstitutionsPage ctx={ctx} data={register} />],
  [
    'institutions-none',
    'coordinator',
    '/instituciones',
    ctx => (
      <InstitutionsPage
        ctx={ctx}
        data={{
          ...register,
          form: formState({ q: 'xyz' }),
          lines: [],
          count: 0,
          nextCursor: null,
          mayAdd: true,
        }}
      />
    ),
    '?q=xyz',
  ],
  ['institution', null, '/instituciones/caminos', ctx => <InstitutionPage ctx={ctx} data={record} />],
  [
    'institution-empty',
    'coordinator',
    '/instituciones/nada',
    ctx => (
      <InstitutionPage
        ctx={ctx}
        data={{
          ...record,
          institution: {
            ...record.institution,
            ...{ id: 'nada', name: 'Consejo de lo que Nadie Pide', acronym: 'CNP', kind: 'otra' },
            ...{ contact: null, hours: null, cutoffMinutes: null, inCapital: false, active: false },
          },
          figures: openFigures(0),
          years: [],
          requests: [],
          mayEdit: true,
        }}
      />
    ),
  ],
]

const otherScenes: readonly Scene[] = [
  [
    'home-public',
    null,
    '',
    ctx => (
      <PublicHomePage ctx={ctx} data={{ figures: ofMany, latest: record.requests, mostMinutesOld: 10 }} />
    ),
  ],
  [
    'home-public-empty',
    null,
    '',
    ctx => <PublicHomePage ctx={ctx} data={{ figures: openFigures(0), latest: [], mostMinutesOld: 10 }} />,
  ],
  ['data', null, '/datos', ctx => <DataPage ctx={ctx} data={files} />],
  ['data-new', null, '/datos', ctx => <DataPage ctx={ctx} data={{ ...files, snapshots: [] }} />],
  ['help', null, '/ayuda', ctx => <HelpPage ctx={ctx} />],
]

/** What anyone sees without an account. */
export const publicScenes: readonly Scene[] = [...dashboardScenes, ...institutionScenes, ...otherScenes]
