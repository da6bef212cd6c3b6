import { AcknowledgePage } from '../../../client/pages/activities/acknowledge-page.tsx'
import {
  AssistanceFormFields,
  assistanceFacts,
  assistanceTable,
  CaseResultsPart,
} from '../../../client/pages/activities/assistance-parts.tsx'
import {
  DeliveryPart,
  disseminationFacts,
  DisseminationFormFields,
  disseminationTable,
} from '../../../client/pages/activities/dissemination-parts.tsx'
import { RegisterImportPage } from '../../../client/pages/activities/import-page.tsx'
import { RegisterEntryPage } from '../../../client/pages/activities/register-entry-page.tsx'
import { RegisterFormPage } from '../../../client/pages/activities/register-form-page.tsx'
import { RegisterListPage, registerPaths } from '../../../client/pages/activities/register-list-page.tsx'
import {
  trainingFacts,
  TrainingFormFields,
  trainingTable,
} from '../../../client/pages/activities/training-parts.tsx'
import { EditionFormPage } from '../../../client/pages/editions/edition-form-page.tsx'
import { EditionPage, type EditionData } from '../../../client/pages/editions/edition-page.tsx'
import { EditionsPage } from '../../../client/pages/editions/editions-page.tsx'
import { ReplyPage, type ReplyPageData } from '../../../client/pages/editions/reply-page.tsx'
import { VerifyPage } from '../../../client/pages/editions/verify-page.tsx'
import type { Assistance } from '../../../server/assistance/assistance-register.ts'
import type { Dissemination } from '../../../server/dissemination/dissemination-register.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { ChallengeView, EditionView } from '../../../server/editions/edition-view.ts'
import type { Training } from '../../../server/trainings/training-register.ts'
import { formState } from './contexts.ts'
import { fewInstitutions } from './institutions.ts'
import type { Scene } from './scene.ts'

const recorded = {
  annulled: false,
  corrections: [],
  recordedAt: new Date('2026-10-21T15:00:00Z'),
  recordedBy: 'u',
  version: 1,
}
const sha256 = '4f2a9c81d0b37e65'.repeat(4)
const organisations = [
  { value: 'ixim', label: 'Asociación Ixim' },
  { value: 'ceiba', label: 'Red de Mujeres Mayas Kʼicheʼ para la Transparencia Municipal' },
]
const institutions = fewInstitutions
const names = new Map([...organisations, ...institutions].map(({ value, label }) => [value, label]))

const training: Training = {
  ...recorded,
  id: 't1',
  audience: 'organizaciones',
  kind: 'taller',
  subject: 'Cómo redactar una solicitud que no se pueda rechazar por falta de claridad',
  days: [calendarDate('2026-10-20'), calendarDate('2026-10-21')],
  hours: 6,
  mode: 'presencial',
  place: 'Salón municipal de Quetzaltenango',
  trainer: 'Equipo de gobierno abierto',
  materials: 'Guía de 12 páginas; https://ejemplo.gt/guia',
  participants: 24,
  women: 13,
  men: 9,
  otherGender: null,
  organisationIds: ['ixim', 'ceiba'],
  institutionIds: [],
  answers: 20,
  meanBefore: 54.5,
  meanAfter: 81,
}
const forUnits: Training = {
  ...training,
  ...{ id: 't2', audience: 'unidades', kind: 'curso', subject: 'Prórrogas y prevenciones', mode: 'en_linea' },
  ...{ hours: 1, participants: 1, women: null, men: null, answers: null, meanBefore: null, meanAfter: null },
  annulled: true,
}

const assistance: Assistance = {
  ...recorded,
  ...{ id: 'a1', organisationId: 'ixim', day: calendarDate('2026-10-20'), minutes: 45, means: 'telefono' },
  ...{ subject: 'Recurso de revisión por falta de respuesta', requestIds: ['r1', 'r2'] },
}

const delivery: Dissemination = {
  ...recorded,
  ...{ id: 'd1', audience: 'unidad', institutionId: 'mem', means: 'papel', day: calendarDate('2026-10-20') },
  reportSha256: sha256,
  reportFrom: calendarDate('2026-01-01'),
  reportTo: calendarDate('2026-06-30'),
  note: null,
  acknowledgedAt: new Date('2026-10-22T16:05:00Z'),
  answers: [{ at: new Date('2026-10-22T16:06:00Z'), text: 'Recibido.\nSe revisará con la unidad jurídica.' }],
}
const toRegulator: Dissemination = {
  ...delivery,
  ...{
    id: 'd2',
    audience: 'regulador',
    institutionId: null,
    means: 'reunion',
    acknowledgedAt: null,
    answers: [],
  },
}

const edition: EditionView = {
  id: 'e1',
  code: 'A4-2026-1',
  from: calendarDate('2026-01-01'),
  to: calendarDate('2026-06-30'),
  asOf: calendarDate('2026-07-31'),
  state: 'in_reply',
  openedOn: calendarDate('2026-11-16'),
  invitations: [
    { institutionId: 'mem', until: calendarDate('2026-11-30') },
    { institutionId: 'minfin', until: calendarDate('2026-11-20') },
  ],
  supersedes: 'e0',
  supersededBy: null,
  changes: [],
  files: [],
  publishedAt: null,
  knownAt: null,
  createdAt: new Date('2026-11-10T15:00:00Z'),
  version: 2,
}
const published: EditionView = {
  ...edition,
  id: 'e0',
  code: 'A4-2025-1',
  state: 'superseded',
  supersedes: null,
  supersededBy: 'e1',
  changes: [{ what: 'T3 del MEM pasa de 3 a 2', why: 'Una entrega se registró tarde.' }],
  files: [
    { kind: 'pdf_es', name: 'informe_A4-2025-1.pdf', mediaType: 'application/pdf', sha256, size: 98_304 },
    {
      kind: 'figures',
      name: 'cifras_A4-2025-1.json',
      mediaType: 'application/json',
      sha256: sha256.replace('4', '5'),
      size: 40_000,
    },
  ],
  publishedAt: new Date('2026-07-31T18:00:00Z'),
}
const reply = {
  institutionId: 'mem',
  text: '  Las fechas son correctas.\n\n  El retraso de marzo se debió a un cambio de personal.',
  at: new Date('2026-11-18T15:00:00Z'),
}
const challenge: ChallengeView = {
  id: 'c1',
  institutionId: 'mem',
  figure: 'T3',
  claim: 'El caso GT-2026-00012 se entregó el 13/01/2026.',
  at: new Date('2026-11-18T15:05:00Z'),
  state: 'abierta',
  reason: null,
  decidedAt: null,
  version: 1,
}
const decided: ChallengeView = {
  ...challenge,
  id: 'c2',
  figure: 'T1',
  state: 'rechazada',
  reason: 'El sello dice otra fecha.',
  decidedAt: new Date('2026-11-19T15:05:00Z'),
}

const editionData: EditionData = {
  edition,
  replies: [reply],
  challenges: [challenge, decided],
  names,
  codes: new Map([
    ['e0', 'A4-2025-1'],
    ['e1', 'A4-2026-1'],
  ]),
  mayEdit: true,
  form: formState(),
}

const replyData: ReplyPageData = {
  editionId: 'e1',
  code: 'A4-2026-1',
  until: calendarDate('2026-11-30'),
  page: {
    institutionId: 'mem',
    name: 'Ministerio de Energía y Minas',
    figures: [
      { code: 'V1', count: 42, n: null, rate: null, low: null, high: null },
      { code: 'T1', count: 30, n: 40, rate: 0.75, low: 0.598, high: 0.858 },
      { code: 'T3', count: 3, n: 9, rate: null, low: null, high: null },
      { code: 'O1', count: 0, n: 0, rate: null, low: null, high: null },
    ],
    medianDays: 9,
    medianN: 31,
  },
  reply: null,
  challenges: [decided],
  mayReply: true,
  form: formState(),
}

const table = { labelled: [], head: [], rows: [] }
const required = (field: string, label: string) =>
  ({ field, key: 'invalid.required', values: { label } }) as const

const registerScenes: readonly Scene[] = [
  [
    'trainings',
    'coordinator',
    registerPaths.trainings,
    ctx => (
      <RegisterListPage
        ctx={ctx}
        data={{
          name: 'trainings',
          table: trainingTable(ctx, [training, forUnits]),
          nextCursor: 'abc',
          mayKeep: true,
        }}
      />
    ),
  ],
  [
    'trainings-empty',
    'coordinator',
    registerPaths.trainings,
    ctx => (
      <RegisterListPage ctx={ctx} data={{ name: 'trainings', table, nextCursor: null, mayKeep: true }} />
    ),
  ],
  [
    'training',
    'regulator',
    `${registerPaths.trainings}/t1`,
    ctx => (
      <RegisterEntryPage
        ctx={ctx}
        data={{
          ...{
            name: 'trainings',
            id: 't1',
            title: training.subject,
            annulled: false,
            mayKeep: true,
            below: null,
          },
          facts: trainingFacts(ctx, training, names),
          corrections: [
            {
              at: new Date('2026-10-25T15:00:00Z'),
              reason: 'Llegó una persona más.',
              before: [{ field: ctx.t('training.participants'), value: '23' }],
            },
          ],
          form: formState({ version: '2' }, [required('reason', ctx.t('activities.annul.reason'))]),
        }}
      />
    ),
  ],
  [
    'training-form',
    'coordinator',
    `${registerPaths.trainings}/nueva`,
    ctx => {
      const form = formState({ audience: 'unidades', days: '30/02/2026', women: '40' }, [
        required('subject', ctx.t('training.subject')),
        { field: 'days', key: 'invalid.date', values: { label: ctx.t('training.days') } },
      ])
      const fields = (
        <TrainingFormFields ctx={ctx} form={form} organisations={organisations} institutions={institutions} />
      )
      return <RegisterFormPage ctx={ctx} data={{ name: 'trainings', form, fields, id: null, stale: null }} />
    },
  ],
  [
    'training-stale',
    'coordinator',
    `${registerPaths.trainings}/t1/corregir`,
    ctx => {
      const form = formState({ version: '3', subject: training.subject, reason: 'Se contó mal' })
      const fields = <TrainingFormFields ctx={ctx} form={form} organisations={[]} institutions={[]} />
      const stale = trainingFacts(ctx, training, names)
      return <RegisterFormPage ctx={ctx} data={{ name: 'trainings', form, fields, id: 't1', stale }} />
    },
  ],
  [
    'assistance-list',
    'coordinator',
    registerPaths.assistance,
    ctx => (
      <RegisterListPage
        ctx={ctx}
        data={{
          name: 'assistance',
          table: assistanceTable(ctx, [assistance], names),
          nextCursor: null,
          mayKeep: true,
        }}
      />
    ),
  ],
  [
    'assistance',
    'coordinator',
    `${registerPaths.assistance}/a1`,
    ctx => (
      <RegisterEntryPage
        ctx={ctx}
        data={{
          ...{ name: 'assistance', id: 'a1', title: assistance.subject, annulled: false, mayKeep: true },
          facts: assistanceFacts(ctx, assistance, names),
          below: (
            <CaseResultsPart
              ctx={ctx}
              came={{
                results: { cases: 2, delivered: 1, refused: 0, silent: 1, left: 0, open: 0 },
                helped: [
                  { id: 'r1', reference: 'GT-2026-00012', result: 'delivered' },
                  { id: 'r2', reference: 'GT-2026-00013', result: 'silent' },
                ],
              }}
            />
          ),
          corrections: [],
          form: formState({ version: '1' }),
        }}
      />
    ),
  ],
  [
    'assistance-form',
    'coordinator',
    `${registerPaths.assistance}/nueva`,
    ctx => {
      const form = formState()
      const fields = <AssistanceFormFields ctx={ctx} form={form} organisations={organisations} />
      return <RegisterFormPage ctx={ctx} data={{ name: 'assistance', form, fields, id: null, stale: null }} />
    },
  ],
  [
    'dissemination-list',
    'regulator',
    registerPaths.dissemination,
    ctx => {
      const shown = disseminationTable(ctx, [delivery, toRegulator], names)
      const data = { name: 'dissemination', table: shown, nextCursor: null, mayKeep: false } as const
      return <RegisterListPage ctx={ctx} data={data} />
    },
  ],
  [
    'dissemination',
    'coordinator',
    `${registerPaths.dissemination}/d1`,
    ctx => (
      <RegisterEntryPage
        ctx={ctx}
        data={{
          ...{ name: 'dissemination', id: 'd1', title: 'Ministerio de Energía y Minas', annulled: false },
          facts: disseminationFacts(ctx, delivery, names),
          below: (
            <DeliveryPart ctx={ctx} item={delivery} link={`https://vigia.ejemplo.gt/es/acuse/d1.${sha256}`} />
          ),
          ...{ corrections: [], mayKeep: true, form: formState({ version: '1' }) },
        }}
      />
    ),
  ],
  [
    'dissemination-form',
    'coordinator',
    `${registerPaths.dissemination}/nueva`,
    ctx => {
      const form = formState({ audience: 'unidad' })
      const fields = <DisseminationFormFields ctx={ctx} form={form} institutions={institutions} />
      return (
        <RegisterFormPage ctx={ctx} data={{ name: 'dissemination', form, fields, id: null, stale: null }} />
      )
    },
  ],
  ...(
    [
      ['import', null],
      ['import-ready', { added: 12, known: 3, faults: [], faultCount: 0 }],
      [
        'import-wrong',
        {
          added: 0,
          known: 0,
          faults: [{ row: 3, column: 'dias', message: 'Esa fecha no existe.' }],
          faultCount: 140,
        },
      ],
    ] as const
  ).map(([name, check]): Scene => [
    `register-${name}`,
    'coordinator',
    `${registerPaths.trainings}/importar`,
    ctx => (
      <RegisterImportPage
        ctx={ctx}
        data={{
          ...{ name: 'trainings', check, maxMegabytes: 2 },
          form: formState({ fileName: 'capacitaciones.csv', fileSha256: sha256 }),
          columns: [
            { name: 'dirigida_a', example: 'organizaciones' },
            { name: 'sha256_del_informe', example: sha256 },
          ],
        }}
      />
    ),
  ]),
  ...[null, delivery.acknowledgedAt].map((acknowledgedAt, at): Scene => [
    `acknowledge-${at}`,
    null,
    '/acuse/token',
    ctx => (
      <AcknowledgePage
        ctx={ctx}
        data={{
          token: 'token',
          delivery: { ...delivery, institution: 'Ministerio de Energía y Minas', acknowledgedAt },
          form: formState({}, at === 0 ? [required('text', ctx.t('acknowledge.answer'))] : []),
        }}
      />
    ),
  ]),
]

const editionScenes: readonly Scene[] = [
  [
    'editions',
    null,
    '/informes',
    ctx => (
      <EditionsPage
        ctx={ctx}
        data={{
          editions: [
            {
              ...published,
              ...{ id: 'e1', code: 'A4-2025-2', state: 'published', supersedes: 'e0', supersededBy: null },
            },
            published,
          ],
          nextCursor: 'a',
          mayEdit: false,
          toReply: [],
        }}
      />
    ),
  ],
  [
    'editions-to-reply',
    'uip_head',
    '/informes',
    ctx => (
      <EditionsPage
        ctx={ctx}
        data={{
          ...{ editions: [], nextCursor: null, mayEdit: false },
          toReply: [{ id: 'e1', code: 'A4-2026-1', until: calendarDate('2026-11-30') }],
        }}
      />
    ),
  ],
  [
    'edition',
    null,
    '/informes/e0',
    ctx => <EditionPage ctx={ctx} data={{ ...editionData, edition: published, mayEdit: false }} />,
  ],
  [
    'edition-publish',
    'coordinator',
    '/informes/e1',
    ctx => (
      <EditionPage
        ctx={ctx}
        data={{
          ...editionData,
          form: formState({ what1: 'T3' }, [
            { field: 'what1', key: 'error.changes-required.detail', values: {} },
          ]),
        }}
      />
    ),
  ],
  [
    'edition-draft',
    'coordinator',
    '/informes/e2',
    ctx => {
      const draft: EditionView = { ...edition, state: 'draft', invitations: [], supersedes: null }
      const data = {
        ...editionData,
        edition: draft,
        replies: [],
        challenges: [],
        form: formState({ days: '10' }),
      }
      return <EditionPage ctx={ctx} data={data} />
    },
  ],
  [
    'edition-form',
    'coordinator',
    '/informes/nueva',
    ctx => (
      <EditionFormPage
        ctx={ctx}
        data={{
          form: formState({ from: '01/13/2026' }, [
            { field: 'from', key: 'invalid.date', values: { label: ctx.t('editions.from') } },
          ]),
          id: null,
          published: [{ value: 'e0', label: 'A4-2025-1' }],
        }}
      />
    ),
  ],
  [
    'edition-reply',
    'uip_head',
    '/informes/e1/pagina',
    ctx => (
      <ReplyPage
        ctx={ctx}
        data={{ ...replyData, form: formState({}, [required('text', ctx.t('heard.reply'))]) }}
      />
    ),
  ],
  [
    'edition-replied',
    'uip_officer',
    '/informes/e1/pagina',
    ctx => (
      <ReplyPage
        ctx={ctx}
        data={{ ...replyData, until: calendarDate('2026-11-20'), reply, mayReply: false }}
      />
    ),
  ],
  ...(
    [
      ['verify', null],
      [
        'verify-genuine',
        { verdict: 'genuine', file: 'informe_A4-2025-1.pdf', edition: published, supersededBy: null },
      ],
      [
        'verify-superseded',
        { verdict: 'superseded', file: 'informe_A4-2025-1.pdf', edition: published, supersededBy: edition },
      ],
      ['verify-unknown', { verdict: 'unknown' }],
    ] as const
  ).map(([name, result]): Scene => [
    name,
    null,
    '/informe/verificar',
    ctx => {
      const errors = result ? [] : [{ field: 'sha256', key: 'verify.wrong' as const, values: {} }]
      const form = formState({ sha256: result ? sha256 : 'xyz' }, errors)
      return <VerifyPage ctx={ctx} data={{ form, result: result && { ...result, sha256 } }} />
    },
  ]),
]

export const coordinatorScenes: readonly Scene[] = [...registerScenes, ...editionScenes]
