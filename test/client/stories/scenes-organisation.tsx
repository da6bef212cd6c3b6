import {
  OrganisationHomePage,
  type OrganisationHomeData,
} from '../../../client/pages/organisation-home-page.tsx'
import { BarrierFormPage, BarriersPage } from '../../../client/pages/barriers-page.tsx'
import { ImportPage, type ImportPageData } from '../../../client/pages/import-page.tsx'
import { LogRequestPage, type LogRequestData } from '../../../client/pages/log-request-page.tsx'
import { LoggedPage } from '../../../client/pages/logged-page.tsx'
import { RequestPage } from '../../../client/pages/request-page.tsx'
import { ReviewPage } from '../../../client/pages/review-page.tsx'
import { SavedViewsPage, ViewFormPage, type ViewLine } from '../../../client/pages/saved-views-page.tsx'
import { UserPage } from '../../../client/pages/user-page.tsx'
import { OneTimePasswordPage, UsersPage } from '../../../client/pages/users-page.tsx'
import type { BarrierView } from '../../../server/barriers/barrier-view.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { dayLedger } from '../../../server/domain/calendar/day-ledger.ts'
import { workingCalendar } from '../../../server/domain/calendar/working-calendar.ts'
import type { DeadlinePreview } from '../../../server/requests/preview-deadline.ts'
import { formState } from './contexts.ts'
import {
  clockView,
  extendedRequest,
  requestView,
  silentRequest,
  summary,
  waitingRequest,
} from './requests.ts'
import { importRows } from './import-rows.ts'
import { manyInstitutions, someInstitutions as institutions } from './institutions.ts'
import type { Scene } from './scene.ts'

const none = { rows: [], hasMore: false }

const quiet: OrganisationHomeData = {
  own: none,
  overdue: none,
  thisWeek: none,
  replies: [],
  replyCount: 0,
  drafts: [],
  draftDays: 90,
  inProgress: 0,
  inProgressIsMore: false,
  nextDue: null,
  hasRequests: false,
}

const busy: OrganisationHomeData = {
  ...quiet,
  own: { rows: [{ ...waitingRequest(), id: 'r3' }], hasMore: false },
  overdue: { rows: [{ ...silentRequest(), id: 'r1' }], hasMore: true },
  thisWeek: { rows: [{ ...extendedRequest(), id: 'r2' }, summary({ id: 'r4' })], hasMore: false },
  replies: [
    {
      id: 'n1',
      at: new Date('2026-11-23T13:00:00Z'),
      title: 'Solicitud GT-2026-01102: plazo ampliado',
      text: 'La institución avisó el 20 de noviembre de 2026 de una prórroga en la solicitud GT-2026-01102.',
      requestId: 'r2',
      unread: true,
    },
  ],
  replyCount: 7,
  drafts: [
    {
      id: 'd1',
      title: 'Contratos de mantenimiento de carreteras, 2025',
      savedAt: new Date('2026-11-22T22:05:00Z'),
    },
    { id: 'd2', title: '', savedAt: new Date('2026-11-20T15:00:00Z') },
  ],
  inProgress: 17,
  hasRequests: true,
}

const homeScenes: readonly Scene[] = [
  ['home', 'organisation_member', '/inicio', ctx => <OrganisationHomePage ctx={ctx} data={busy} />],
  ['home-first', 'organisation_admin', '/inicio', ctx => <OrganisationHomePage ctx={ctx} data={quiet} />],
  [
    'home-done',
    'organisation_member',
    '/inicio',
    ctx => (
      <OrganisationHomePage
        ctx={ctx}
        data={{ ...quiet, hasRequests: true, inProgress: 4, nextDue: calendarDate('2026-12-07') }}
      />
    ),
  ],
]

const preview: DeadlinePreview = {
  countedReceipt: calendarDate('2026-12-21'),
  dueOn: calendarDate('2027-01-06'),
  overdueFrom: calendarDate('2027-01-07'),
  extensionNotice: { from: calendarDate('2027-01-04'), by: calendarDate('2027-01-05') },
  latestDueOn: calendarDate('2027-01-20'),
  article: '42',
  ledger: dayLedger(calendarDate('2026-12-21'), 10, workingCalendar({ inCapital: true, closures: [] })),
}

const newRequest: LogRequestData = {
  form: formState({ receivedOn: 'hoy', kind: 'access', channel: 'electronica', evidenceKind: 'correo' }),
  institutions,
  organisations: [{ value: 'ixim', label: 'Asociación Ixim' }],
  previews: [],
  similar: [],
  maxMegabytes: 20,
}

const logScenes: readonly Scene[] = [
  [
    'new-request',
    'organisation_member',
    '/solicitudes/nueva',
    ctx => <LogRequestPage ctx={ctx} data={newRequest} />,
  ],
  [
    'new-request-search',
    'organisation_member',
    '/solicitudes/nueva',
    ctx => (
      <LogRequestPage
        ctx={ctx}
        data={{
          ...newRequest,
          institutions: manyInstitutions,
          searching: true,
          form: formState({
            ...newRequest.form.values,
            otherSearch: 'presidencia',
            institutionIds: ['mspas', 'municipalidad-2'],
          }),
        }}
      />
    ),
  ],
  [
    'new-request-wrong',
    'uip_officer',
    '/solicitudes/nueva',
    ctx => (
      <LogRequestPage
        ctx={ctx}
        data={{
          ...newRequest,
          previews: [{ institution: 'Ministerio de Energía y Minas', preview }],
          form: formState(
            { institutionId: '', title: 'Corto', receivedOn: '31/02/2026', fileName: 'acuse.pdf' },
            [
              { field: 'institutionId', key: 'invalid.choose', values: { label: ctx.t('new.institution') } },
              {
                field: 'title',
                key: 'invalid.short',
                values: { label: ctx.t('new.requestTitle'), limit: 10 },
              },
              { field: 'receivedOn', key: 'invalid.date', values: { label: ctx.t('new.receivedOn') } },
            ],
          ),
        }}
      />
    ),
  ],
  [
    'new-request-many',
    'organisation_admin',
    '/solicitudes/nueva',
    ctx => (
      <LogRequestPage
        ctx={ctx}
        data={{
          ...newRequest,
          form: formState({
            institutionId: 'mem',
            institutionIds: ['mspas'],
            title: 'Contratos de publicidad, 2026',
            body: 'Copia de los contratos de publicidad firmados en 2026.',
            channel: 'escrita',
            receivedOn: '21/12/2026',
            evidenceKind: 'sello',
          }),
          previews: [
            { institution: 'Ministerio de Energía y Minas', preview },
            { institution: 'Ministerio de Salud Pública y Asistencia Social', preview },
          ],
          similar: [
            {
              id: 'r9',
              reference: 'GT-2026-00993',
              title: 'Contratos de publicidad del año 2026',
              institutionId: 'mem',
              receivedOn: calendarDate('2026-11-02'),
              why: 'texto',
            },
          ],
        }}
      />
    ),
  ],
  [
    'logged-many',
    'organisation_member',
    '/solicitudes/registradas',
    ctx => (
      <LoggedPage
        ctx={ctx}
        requests={[
          { ...requestView(), id: 'r4' },
          { ...extendedRequest(), id: 'r2' },
        ]}
      />
    ),
    '?id=r4,r2',
  ],
]

const barriers: readonly BarrierView[] = [
  {
    id: 'b1',
    kind: 'exigieron_identidad',
    article: '41',
    occurredOn: calendarDate('2026-11-18'),
    organisation: { id: 'ixim', name: 'Asociación Ixim' },
    institution: { id: 'mem', name: 'Ministerio de Energía y Minas' },
    requestId: 'r1',
    place: 'Ventanilla 3, zona 11',
    note: 'Pidieron copia del documento para sellar la copia de recibido.',
    evidence: 'archivo',
    files: [{ sha256: 'a'.repeat(64), name: 'ventanilla.jpg', size: 81_000, mediaType: 'image/jpeg' }],
    recordedAt: new Date('2026-11-18T21:00:00Z'),
  },
  {
    id: 'b2',
    kind: 'otra',
    article: null,
    occurredOn: calendarDate('2026-11-10'),
    organisation: { id: 'ixim', name: 'Asociación Ixim' },
    institution: { id: 'minfin', name: 'Ministerio de Finanzas Públicas' },
    requestId: null,
    place: '',
    note: '',
    evidence: 'declarada',
    files: [],
    recordedAt: new Date('2026-11-10T21:00:00Z'),
  },
]

const barrierScenes: readonly Scene[] = [
  [
    'barriers',
    'organisation_member',
    '/barreras',
    ctx => <BarriersPage ctx={ctx} data={{ barriers, nextCursor: 'c' }} />,
  ],
  [
    'barriers-all',
    'regulator',
    '/barreras',
    ctx => <BarriersPage ctx={ctx} data={{ barriers, nextCursor: null }} />,
  ],
  [
    'barriers-none',
    'organisation_admin',
    '/barreras',
    ctx => <BarriersPage ctx={ctx} data={{ barriers: [], nextCursor: null }} />,
  ],
  [
    'barrier-form',
    'organisation_member',
    '/barreras/nueva',
    ctx => (
      <BarrierFormPage
        ctx={ctx}
        data={{
          form: formState({ occurredOn: 'hoy', evidenceKind: 'declarada' }, [
            { field: 'kind', key: 'barriers.choose', values: {} },
          ]),
          institutions,
          request: null,
          maxMegabytes: 20,
        }}
      />
    ),
  ],
  [
    'barrier-of-request',
    'organisation_member',
    '/barreras/nueva',
    ctx => (
      <BarrierFormPage
        ctx={ctx}
        data={{
          form: formState({ solicitud: 'r1', kind: 'portal_caido', occurredOn: 'hoy' }),
          institutions: [],
          request: { id: 'r1', reference: 'GT-2026-01179', institution: 'Ministerio de Gobernación' },
          maxMegabytes: 20,
        }}
      />
    ),
  ],
]

const silent = silentRequest()
const k5 = { ...clockView('K5', '54', '2026-11-10', 15), term: 15 }

const paperScenes: readonly Scene[] = [
  [
    'request-tools',
    'organisation_member',
    '/solicitudes/r1',
    ctx => (
      <RequestPage
        ctx={ctx}
        request={silent}
        tools={{ barriers: barriers.slice(0, 1), certificate: true, review: true, rating: 'rate' }}
      />
    ),
  ],
  [
    'review',
    'organisation_member',
    '/solicitudes/r1/revision',
    ctx => (
      <ReviewPage
        ctx={ctx}
        data={{
          request: silent,
          clock: k5,
          form: formState({ ground: '55.5' }),
          suggested: '55.5',
          certificate: true,
        }}
      />
    ),
  ],
  [
    'review-late',
    'organisation_admin',
    '/solicitudes/r1/revision',
    ctx => (
      <ReviewPage
        ctx={ctx}
        data={{
          request: { ...silent, attachments: [] },
          clock: { ...k5, dueOn: calendarDate('2026-11-20'), status: 'passed' },
          form: formState({ ground: '54', text: 'Un texto demasiado largo' }, [
            {
              field: 'text',
              key: 'invalid.length',
              values: { label: ctx.t('act.review.text'), limit: 6000 },
            },
          ]),
          suggested: '54',
          certificate: false,
        }}
      />
    ),
  ],
]

const savedView: ViewLine & { readonly version: number } = {
  id: 'v1',
  name: 'Vencidas de Salud',
  query: 'vista=vencidas&institucion=mspas',
  mail: 'weekly',
  hasFeed: true,
  version: 2,
}

const viewScenes: readonly Scene[] = [
  [
    'views',
    'organisation_member',
    '/vistas',
    ctx => (
      <SavedViewsPage
        ctx={ctx}
        views={[
          savedView,
          { ...savedView, id: 'v2', name: 'Todas', query: '', mail: 'never', hasFeed: false },
        ]}
      />
    ),
  ],
  ['views-none', 'uip_officer', '/vistas', ctx => <SavedViewsPage ctx={ctx} views={[]} />],
  [
    'view-new',
    'regulator',
    '/vistas/nueva',
    ctx => (
      <ViewFormPage
        ctx={ctx}
        data={{
          form: formState({ query: '', mail: 'never' }, [
            { field: 'name', key: 'invalid.required', values: { label: ctx.t('views.name') } },
          ]),
          filters: [],
          view: null,
          feedUrl: null,
        }}
      />
    ),
  ],
  [
    'view',
    'organisation_member',
    '/vistas/v1',
    ctx => (
      <ViewFormPage
        ctx={ctx}
        data={{
          form: formState({ name: savedView.name, query: savedView.query, mail: 'weekly', version: '2' }),
          filters: ['Vencidas', 'Ministerio de Salud Pública y Asistencia Social'],
          view: savedView,
          feedUrl: `https://vigia.ejemplo.gt/es/calendario/${'Ab3_'.repeat(10)}xyz.ics`,
        }}
      />
    ),
  ],
]

const account = {
  id: 'u1',
  name: 'Cuenta de prueba',
  email: 'una.persona.de.nombre.largo@organizacion.ejemplo.gt',
  role: 'organisation_member',
  organisationId: 'ixim',
  institutionId: null,
  language: 'es',
  active: true,
  mustChangePassword: false,
  createdAt: new Date('2026-01-10T15:00:00Z'),
  version: 4,
} as const

const lines = [
  { ...account, side: 'Asociación Ixim', lastSignInOn: calendarDate('2026-11-20') },
  {
    ...{ ...account, id: 'u2', name: 'Otra cuenta', email: 'otra@ejemplo.gt', active: false },
    ...{ side: null, lastSignInOn: null },
  },
]

const teamScenes: readonly Scene[] = [
  [
    'users',
    'system_admin',
    '/usuarios',
    ctx => (
      <UsersPage
        ctx={ctx}
        data={{
          path: '/usuarios',
          users: lines,
          nextCursor: null,
          form: formState({ name: 'X' }, [{ field: 'email', key: 'users.taken', values: {} }]),
          roles: ['organisation_member', 'uip_officer'],
          organisations: [{ value: 'ixim', label: 'Asociación Ixim' }],
          institutions,
        }}
      />
    ),
  ],
  [
    'team',
    'organisation_admin',
    '/equipo',
    ctx => (
      <UsersPage
        ctx={ctx}
        data={{
          path: '/equipo',
          users: lines,
          nextCursor: null,
          form: formState(),
          roles: ['organisation_member', 'organisation_admin'],
          organisations: [],
          institutions: [],
        }}
      />
    ),
  ],
  [
    'user',
    'organisation_admin',
    '/equipo/u1',
    ctx => (
      <UserPage
        ctx={ctx}
        data={{
          path: '/equipo',
          user: account,
          side: 'Asociación Ixim',
          form: formState({ name: account.name, role: account.role, language: 'es', version: '4' }),
          roles: ['organisation_member', 'organisation_admin'],
          organisations: [],
          institutions: [],
          isOwn: false,
          signIns: [calendarDate('2026-11-20'), calendarDate('2026-11-17')],
        }}
      />
    ),
  ],
  [
    'user-inactive',
    'system_admin',
    '/usuarios/u1',
    ctx => (
      <UserPage
        ctx={ctx}
        data={{
          path: '/usuarios',
          user: { ...account, active: false },
          side: null,
          form: formState({ name: '', role: account.role, language: 'es', version: '4' }, [
            { field: 'name', key: 'error.stale.detail', values: {} },
          ]),
          roles: ['organisation_member', 'uip_officer'],
          organisations: [{ value: 'ixim', label: 'Asociación Ixim' }],
          institutions,
          isOwn: false,
          signIns: [],
        }}
      />
    ),
  ],
  [
    'user-created',
    'organisation_admin',
    '/equipo',
    ctx => (
      <OneTimePasswordPage
        ctx={ctx}
        data={{
          path: '/equipo',
          email: 'una@ejemplo.gt',
          password: 'monte-lluvia-tren-siete',
          isReset: false,
        }}
      />
    ),
  ],
]

const importData: ImportPageData = {
  form: formState(),
  header: [],
  sample: [],
  institutions,
  check: null,
  maxMegabytes: 20,
}

const importScenes: readonly Scene[] = [
  ['import', 'organisation_member', '/importar', ctx => <ImportPage ctx={ctx} data={importData} />],
  [
    'import-check',
    'organisation_admin',
    '/importar',
    ctx => (
      <ImportPage
        ctx={ctx}
        data={{
          ...importData,
          header: ['Fecha de recepción', 'Expediente', 'Asunto', 'Entidad', 'Resultado'],
          sample: importRows,
          form: formState({
            fileName: 'registro-2026.csv',
            fileSha256: 'a'.repeat(64),
            'column-received': 'Fecha de recepción',
            'column-number': 'Expediente',
            'column-title': 'Asunto',
          }),
          check: {
            ...{ read: 48, added: 41, changed: 3, same: 2, refused: 2 },
            problems: [
              {
                row: 12,
                column: 'Fecha de recepción',
                value: '31/02/2026',
                message: 'Esa fecha no existe en el calendario, o el orden de día y mes es otro.',
              },
              { row: 30, column: '', value: '', message: 'Falta la institución.' },
            ],
            problemCount: 2,
            notes: ['El archivo se leyó como UTF-8.', 'El separador de columnas es «;».'],
          },
        }}
      />
    ),
  ],
  [
    'import-wrong',
    'organisation_member',
    '/importar',
    ctx => (
      <ImportPage
        ctx={ctx}
        data={{
          ...importData,
          header: ['A', 'B'],
          form: formState({ fileName: 'otro.csv', fileSha256: 'a'.repeat(64) }, [
            { field: 'column-received', key: 'import.column.received.missing', values: {} },
          ]),
        }}
      />
    ),
  ],
]

export const organisationScenes: readonly Scene[] = [
  ...importScenes,
  ...homeScenes,
  ...logScenes,
  ...barrierScenes,
  ...paperScenes,
  ...viewScenes,
  ...teamScenes,
]
