import { ActPage } from '../../../client/pages/acts/act-page.tsx'
import { formActs, type ActPageData } from '../../../client/pages/acts/act-form.ts'
import { ResolvePage } from '../../../client/pages/acts/resolve-page.tsx'
import { StalePage } from '../../../client/pages/acts/stale-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { formState, today } from './contexts.ts'
import { extendedRequest, requestView, silentRequest } from './requests.ts'
import type { Scene } from './scene.ts'

export function actData(changes: Partial<ActPageData> = {}): ActPageData {
  return {
    request: requestView(),
    type: 'admitted',
    action: { type: 'admitted', article: '42', from: null, until: null },
    form: formState({ occurredOn: '23/11/2026' }),
    maxMegabytes: 20,
    institutions: [{ value: 'minfin', label: 'Ministerio de Finanzas Públicas' }],
    approvers: [{ value: 'u2', label: 'Coordinación de la organización' }],
    happenedOn: today,
    newDue: null,
    free: false,
    ...changes,
  }
}

const resolution = {
  outcome: 'negativa_reserva',
  grounds: ['reservada'],
  article: '23 numeral 4',
  classificationResolution: 'Resolución 12-2025, Diario de Centro América',
  reasoning: 'La información fue clasificada como reservada por cinco años.',
  occurredOn: '23/11/2026',
  evidenceKind: 'archivo',
  fileName: 'resolucion.pdf',
}

export const actScenes: readonly Scene[] = [
  ...formActs
    .filter(type => type !== 'resolved')
    .map((type): Scene => [
      `act-${type}`,
      'uip_officer',
      `/solicitudes/r4/actos/${type}`,
      ctx => (
        <ActPage
          ctx={ctx}
          data={actData({
            type,
            request: type === 'disputed' ? silentRequest() : requestView(),
            action: { type, article: '42', from: null, until: null },
            newDue: type === 'extended' ? { days: 8, dueOn: calendarDate('2026-12-08') } : null,
            free: type === 'delivered',
          })}
        />
      ),
    ]),
  [
    'act-extended-wrong',
    'uip_officer',
    '/solicitudes/r4/actos/extended',
    ctx => (
      <ActPage
        ctx={ctx}
        data={actData({
          type: 'extended',
          form: formState({ days: '14', motive: '', occurredOn: '31/02/2026', fileName: 'aviso.pdf' }, [
            { field: 'days', key: 'error.extension-too-long.detail', values: {} },
            { field: 'occurredOn', key: 'invalid.date', values: { label: ctx.t('act.occurredOn') } },
          ]),
        })}
      />
    ),
  ],
  ...(['resultado', 'razones', 'revisar'] as const).map((step): Scene => [
    `resolve-${step}`,
    'uip_officer',
    '/solicitudes/r4/actos/resolved',
    ctx => (
      <ResolvePage
        ctx={ctx}
        step={step}
        data={actData({ type: 'resolved', form: formState(resolution), free: step === 'razones' })}
      />
    ),
  ]),
  [
    'stale',
    'uip_officer',
    '/solicitudes/r2/actos/assigned',
    ctx => (
      <StalePage
        ctx={ctx}
        data={{
          request: extendedRequest(),
          newer: extendedRequest().timeline.slice(0, 1),
          typed: [{ name: ctx.t('act.liaison'), value: 'Dirección de Minería' }],
          again: null,
          type: 'assigned',
        }}
      />
    ),
  ],
]
