import {
  OrganisationHomePage,
  type OrganisationHomeData,
} from '../../../client/pages/organisation-home-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { extendedRequest, silentRequest, summary, waitingRequest } from './requests.ts'
import type { Scene } from './scene.ts'

const none = { rows: [], hasMore: false }

const quiet: OrganisationHomeData = {
  own: none,
  overdue: none,
  thisWeek: none,
  replies: [],
  drafts: [],
  inProgress: 0,
  nextDue: null,
  hasRequests: false,
}

const busy: OrganisationHomeData = {
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
  drafts: [
    {
      id: 'd1',
      title: 'Contratos de mantenimiento de carreteras, 2025',
      savedAt: new Date('2026-11-22T22:05:00Z'),
    },
    { id: 'd2', title: '', savedAt: new Date('2026-11-20T15:00:00Z') },
  ],
  inProgress: 17,
  nextDue: null,
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

export const organisationScenes: readonly Scene[] = [...homeScenes]
