import {
  InstitutionCheckPage,
  InstitutionFormPage,
} from '../../../client/pages/administration/institution-form-page.tsx'
import { LogPage } from '../../../client/pages/administration/log-page.tsx'
import { MessagesPage } from '../../../client/pages/administration/messages-page.tsx'
import { TextsPage } from '../../../client/pages/administration/texts-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { formState } from './contexts.ts'
import type { Scene } from './scene.ts'

const kinds = [
  { value: 'ministerio', label: 'Ministerios' },
  { value: 'otra', label: 'Otras instituciones' },
]

const typed = {
  ...{ name: 'Ministerio de Energía y Minas', acronym: 'MEM', kind: 'ministerio', inCapital: 'si' },
  ...{ hours: '08:00-16:00', cutoff: '16:30', address: '', phone: '', email: '', website: '' },
  ...{ active: 'si', version: '3' },
}

const message = {
  ...{ id: 'm1', at: new Date('2026-11-23T13:00:00Z'), to: 'unidad@ejemplo.gt', attempts: 2 },
  subject: 'Solicitud GT-2026-01102: un plazo está por vencer',
  text: 'El 24 de noviembre de 2026 vence el plazo ampliado para responder la solicitud GT-2026-01102.',
  lastError: 'smtp-450',
}

export const adminScenes: readonly Scene[] = [
  [
    'office-add-wrong',
    'coordinator',
    '/instituciones/nueva',
    ctx => (
      <InstitutionFormPage
        ctx={ctx}
        data={{
          ...{ institutionId: null, kinds, theirs: null },
          form: formState({ inCapital: 'si', cutoff: '25:00' }, [
            { field: 'name', key: 'invalid.required', values: { label: ctx.t('institutions.name') } },
            {
              field: 'cutoff',
              key: 'invalid.field',
              values: { label: ctx.t('office.cutoff'), problem: ctx.t('field.time.invalid') },
            },
          ]),
        }}
      />
    ),
  ],
  [
    'office-edit',
    'system_admin',
    '/instituciones/mem/editar',
    ctx => (
      <InstitutionFormPage
        ctx={ctx}
        data={{ institutionId: 'mem', kinds, theirs: null, form: formState(typed) }}
      />
    ),
  ],
  [
    'office-stale',
    'system_admin',
    '/instituciones/mem/editar',
    ctx => (
      <InstitutionFormPage
        ctx={ctx}
        data={{
          ...{ institutionId: 'mem', kinds, form: formState(typed) },
          theirs: [{ name: ctx.t('office.cutoff'), value: '15:00' }],
        }}
      />
    ),
  ],
  [
    'office-check',
    'system_admin',
    '/instituciones/mem/editar',
    ctx => (
      <InstitutionCheckPage
        ctx={ctx}
        data={{
          ...{ institutionId: 'mem', form: formState(typed), count: 1 },
          facts: [{ name: ctx.t('office.cutoff'), value: '16:30' }],
          moves: [
            {
              ...{ requestId: 'r4', reference: 'GT-2026-01178', title: 'Estudios de impacto ambiental' },
              ...{ institutionId: 'mem', institution: 'Ministerio de Energía y Minas', clock: 'K1' },
              ...{ from: calendarDate('2026-11-26'), to: calendarDate('2026-11-27') },
            },
          ],
        }}
      />
    ),
  ],
  [
    'messages',
    'system_admin',
    '/mensajes',
    ctx => (
      <MessagesPage ctx={ctx} data={{ tab: 'kept', messages: [message], nextCursor: 'x', mail: false }} />
    ),
  ],
  [
    'messages-failed',
    'system_admin',
    '/mensajes',
    ctx => (
      <MessagesPage
        ctx={ctx}
        data={{
          ...{ tab: 'failed', nextCursor: null, mail: true },
          messages: [{ ...message, attempts: 14, lastError: 'smtp-550' }],
        }}
      />
    ),
    '?estado=failed',
  ],
  [
    'messages-empty',
    'system_admin',
    '/mensajes',
    ctx => <MessagesPage ctx={ctx} data={{ tab: 'failed', messages: [], nextCursor: null, mail: true }} />,
  ],
  [
    'log',
    'system_admin',
    '/bitacora',
    ctx => (
      <LogPage
        ctx={ctx}
        data={{
          ...{ form: formState({ hecho: '', cuenta: '' }), nextCursor: 'x' },
          kinds: ['sign_in', 'scan'],
          events: [
            {
              ...{ id: 'e1', at: new Date('2026-11-23T13:00:00Z'), kind: 'account_added' },
              ...{ actorRole: 'system_admin', actorId: '3a0f6f0e-2c4b-4a51-9a55-000000000001' },
              subject: '8f14e45f-ceea-4a7e-9b1d-2f1f0c3b7a11',
            },
            {
              ...{ id: 'e2', at: new Date('2026-11-23T06:00:00Z'), kind: 'scan' },
              ...{ actorRole: 'system', actorId: 'system', subject: '2026-11-23' },
            },
            {
              ...{ id: 'e3', at: new Date('2026-11-22T06:00:00Z'), kind: 'sign_in_refused' },
              ...{ actorRole: 'public', actorId: 'public', subject: null },
            },
          ],
        }}
      />
    ),
  ],
  [
    'log-empty',
    'system_admin',
    '/bitacora',
    ctx => (
      <LogPage
        ctx={ctx}
        data={{ form: formState({ cuenta: 'x' }), kinds: [], events: [], nextCursor: null }}
      />
    ),
  ],
  [
    'texts',
    'system_admin',
    '/textos',
    ctx => (
      <TextsPage
        ctx={ctx}
        data={{
          ...{ count: 1400, missing: 0, same: 3, long: 12, foundCount: 2, nextCursor: '50' },
          form: formState({ q: '', dudas: 'si' }),
          shown: [
            { key: 'x.home', es: 'Inicio', en: 'Home', doubt: null },
            {
              ...{ key: 'x.long.name.of.a.message.in.a.group', es: 'Sin asignar', doubt: 'larga' },
              en: 'Nobody in the unit has it in hand yet',
            },
          ],
        }}
      />
    ),
  ],
]
