import { ActCheckPage } from '../../../client/pages/acts/act-check-page.tsx'
import { ResolveForm } from '../../../client/pages/acts/resolve-page.tsx'
import { StalePage } from '../../../client/pages/acts/stale-page.tsx'
import { InboxPage, type InboxData } from '../../../client/pages/inbox-page.tsx'
import { RequestPage } from '../../../client/pages/request-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { dayText } from '../../../client/dates.ts'
import { formState, today } from './contexts.ts'
import { extendedRequest, requestView, silentRequest, summary, waitingRequest } from './requests.ts'
import { actData } from './scenes-acts.tsx'
import type { Scene } from './scene.ts'

const resolve = { type: 'resolved', article: '42', from: null, until: null } as const

const inbox: InboxData = {
  institution: 'Ministerio de Energía y Minas',
  share: 'todas',
  count: 24,
  week: [
    {
      kind: 'silencio',
      on: calendarDate('2026-11-24'),
      requests: [{ id: 'r2', reference: 'GT-2026-01102', title: 'Permisos de exploración minera vigentes' }],
    },
    {
      kind: 'prorroga',
      on: calendarDate('2026-11-24'),
      requests: [
        { id: 'r4', reference: 'GT-2026-01178', title: 'Estudios de impacto ambiental' },
        { id: 'r5', reference: 'GT-2026-01181', title: 'Regalías pagadas' },
      ],
    },
    {
      kind: 'silencio',
      on: calendarDate('2026-11-26'),
      requests: [
        { id: 'r4', reference: 'GT-2026-01178', title: 'Estudios de impacto ambiental' },
        { id: 'r5', reference: 'GT-2026-01181', title: 'Regalías pagadas' },
        { id: 'r6', reference: 'GT-2026-01190', title: 'Planillas' },
      ],
    },
    {
      kind: 'entrega',
      on: calendarDate('2026-11-26'),
      requests: [{ id: 'r7', reference: 'GT-2026-01140', title: 'Licencias de minería' }],
    },
    {
      kind: 'revision',
      on: calendarDate('2026-11-27'),
      requests: [{ id: 'r8', reference: 'GT-2026-01120', title: 'Viajes oficiales' }],
    },
  ],
  groups: [
    {
      urgency: 'vencida',
      rows: [{ request: silentRequest(), primary: resolve, mayExtend: false, assignee: 'Persona de prueba' }],
      count: 21,
      hasMore: true,
    },
    {
      urgency: 'pronto',
      rows: [
        { request: extendedRequest(), primary: resolve, mayExtend: false, assignee: null },
        { request: { ...waitingRequest(), id: 'w' }, primary: null, mayExtend: false, assignee: null },
      ],
      count: 2,
      hasMore: false,
    },
    {
      urgency: 'adelante',
      rows: [{ request: summary(), primary: resolve, mayExtend: true, assignee: null }],
      count: 1,
      hasMore: false,
    },
  ],
}

const motive = 'Son cuatro mil folios en tres archivos, y hay que separar los datos personales.'

const casework = {
  work: {
    assignee: { id: 'u1', name: 'Enlace de archivo' },
    colleagues: [
      { id: 'u1', name: 'Enlace de archivo' },
      { id: 'u2', name: 'Oficial de la unidad' },
    ],
    notes: [
      {
        id: 'n1',
        text: 'La Dirección de Minería pide dos días más para buscar los planos.',
        author: 'Oficial de la unidad',
        createdAt: new Date('2026-11-20T16:00:00Z'),
        own: true,
      },
      {
        id: 'n2',
        text: 'Revisar si los contratos están en Guatecompras.',
        author: 'Enlace de archivo',
        createdAt: new Date('2026-11-19T16:00:00Z'),
        own: false,
      },
    ],
  },
  form: formState(),
}

export const staffScenes: readonly Scene[] = [
  [
    'inbox',
    'uip_officer',
    '/bandeja',
    ctx => (
      <InboxPage
        ctx={{
          ...ctx,
          flash: {
            ...{ tone: 'done', key: 'casework.assigned', values: { name: 'Enlace de archivo' } },
            undo: { path: '/solicitudes/r2/encargo/deshacer', fields: { before: '', after: 'u1' } },
          },
        }}
        data={inbox}
      />
    ),
  ],
  [
    'inbox-empty',
    'uip_head',
    '/bandeja',
    ctx => <InboxPage ctx={ctx} data={{ ...inbox, count: 0, week: [], groups: [] }} />,
  ],
  [
    'inbox-mine-none',
    'uip_officer',
    '/bandeja',
    ctx => <InboxPage ctx={ctx} data={{ ...inbox, share: 'mias', week: [], groups: [] }} />,
    '?encargo=mias',
  ],
  [
    'inbox-calm',
    'uip_officer',
    '/bandeja',
    ctx => <InboxPage ctx={ctx} data={{ ...inbox, week: [], groups: inbox.groups.slice(2) }} />,
  ],
  [
    'act-check',
    'uip_officer',
    '/solicitudes/r4/actos/extended',
    ctx => (
      <ActCheckPage
        ctx={ctx}
        data={actData({
          type: 'extended',
          form: formState({ days: '8', motive, occurredOn: '23/11/2026', evidenceKind: 'correo' }),
          newDue: { days: 8, dueOn: calendarDate('2026-12-08') },
        })}
        facts={[
          { name: ctx.t('act.extend.days'), value: '8' },
          { name: ctx.t('act.extend.motive'), value: motive },
          { name: ctx.t('act.occurredOn'), value: dayText(ctx.language, today, 'long') },
          { name: ctx.t('act.evidence'), value: ctx.t('evidence.correo') },
        ]}
      />
    ),
  ],
  [
    'stale-resolve',
    'uip_officer',
    '/solicitudes/r2/actos/resolved',
    ctx => (
      <StalePage
        ctx={ctx}
        data={{
          request: extendedRequest(),
          newer: extendedRequest().timeline.slice(0, 1),
          typed: [],
          type: 'resolved',
          again: (
            <ResolveForm
              ctx={ctx}
              step="razones"
              data={actData({
                type: 'resolved',
                form: formState({ outcome: 'entrega_parcial', reasoning: 'Se entregan los planos.' }),
              })}
            />
          ),
        }}
      />
    ),
  ],
  [
    'request-unit',
    'uip_officer',
    '/solicitudes/r4',
    ctx => <RequestPage ctx={ctx} request={requestView()} casework={casework} />,
  ],
  [
    'request-unit-replies',
    'uip_officer',
    '/solicitudes/r1',
    ctx => (
      <RequestPage
        ctx={ctx}
        request={{ ...silentRequest(), allowedActions: [resolve] }}
        casework={{
          work: { ...casework.work, assignee: null, notes: [] },
          form: formState({}, [
            { field: 'internalNote', key: 'invalid.required', values: { label: ctx.t('casework.note') } },
          ]),
        }}
      />
    ),
  ],
]
