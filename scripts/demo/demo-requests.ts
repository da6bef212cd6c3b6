import type { Context } from '../../server/context.ts'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Act, Actor, EventData } from '../../server/domain/request/events.ts'
import { logRequest } from '../../server/requests/log-request.ts'
import { recordAct } from '../../server/requests/record-act.ts'

const organisation: Actor = {
  userId: 'demo-organisation_member',
  role: 'organisation_member',
  organisationId: 'red-ciudadana',
  institutionId: null,
}
const unit: Actor = {
  userId: 'demo-uip_head',
  role: 'uip_head',
  organisationId: null,
  institutionId: 'minfin',
}

type Told = readonly [by: Actor, workingDaysAgo: number, act: Pick<Act, 'type' | 'data'>]

interface Story {
  readonly title: string
  readonly body: string
  readonly filedDaysAgo: number
  readonly institutionId?: string
  readonly acts: readonly Told[]
}

const admitted = (by: number): Told => [
  unit,
  by,
  { type: 'admitted', data: { caseNumber: `UIP-MINFIN-${100 + by}` } },
]
const resolved = (by: number, data: Partial<EventData['resolved']>): Told => [
  unit,
  by,
  {
    type: 'resolved',
    data: {
      ...{
        outcome: 'entrega_total',
        reasoning: 'Se entrega la información en formato abierto.',
        grounds: [],
      },
      ...{ article: '42', classificationResolution: null, costQuetzales: 0 },
      ...data,
    },
  },
]
const notified = (by: number): Told => [unit, by, { type: 'notified', data: { means: 'correo electrónico' } }]
/** The organisation's own word on what reached it. */
const receivedInPart = (by: number, note: string): Told => [
  organisation,
  by,
  { type: 'stated', data: { fact: 'notified', outcome: 'entrega_parcial', days: null, note } },
]

/** One request in each situation that the screens tell apart, between the two demo accounts. */
const stories: readonly Story[] = [
  {
    title: 'Transferencias a municipalidades, por mes, 2025',
    body: 'Monto transferido a cada municipalidad en 2025, por mes y por fuente de financiamiento.',
    filedDaysAgo: 2,
    acts: [],
  },
  {
    title: 'Bonos emitidos y sus tenedores institucionales, 2024-2025',
    body: 'Listado de emisiones con fecha, monto, tasa y tenedores institucionales.',
    filedDaysAgo: 8,
    acts: [admitted(7)],
  },
  {
    title: 'Ejecución del fondo para la vida, renglón por renglón',
    body: 'Presupuesto asignado, vigente y ejecutado del fondo, por renglón y trimestre.',
    filedDaysAgo: 12,
    acts: [
      admitted(11),
      [
        unit,
        3,
        { type: 'extended', data: { days: 10, motive: 'El volumen exige consolidar cuatro sistemas.' } },
      ],
    ],
  },
  {
    title: 'Contratos de asesoría pagados con préstamos externos',
    body: 'Copia de los contratos vigentes y de sus informes de avance.',
    filedDaysAgo: 14,
    acts: [admitted(13)],
  },
  {
    title: 'Exoneraciones fiscales otorgadas por decreto, 2023-2025',
    body: 'Beneficiario, decreto, monto estimado y plazo de cada exoneración.',
    filedDaysAgo: 26,
    acts: [],
  },
  {
    title: 'Deuda flotante al 31 de diciembre de 2025',
    body: 'Saldo por entidad y antigüedad.',
    filedDaysAgo: 15,
    acts: [admitted(14), resolved(7, {}), notified(6)],
  },
  {
    title: 'Correspondencia sobre la calificación de riesgo soberano',
    body: 'Comunicaciones con las calificadoras durante 2025.',
    filedDaysAgo: 18,
    acts: [
      admitted(17),
      resolved(9, {
        outcome: 'negativa_reserva',
        reasoning: 'Información reservada por la estabilidad financiera.',
        grounds: ['reservada'],
        article: '23',
        classificationResolution: 'Resolución 12-2025, DCA 03-02-2025',
      }),
      notified(8),
      [
        organisation,
        3,
        { type: 'review_filed', data: { ground: '54', text: 'La resolución no contiene prueba de daño.' } },
      ],
    ],
  },
  {
    title: 'Viáticos al exterior del despacho superior, 2025',
    body: 'Destino, motivo, días y monto de cada viaje.',
    filedDaysAgo: 6,
    acts: [
      [
        unit,
        5,
        {
          type: 'clarification_requested',
          data: { days: 3, text: 'Precise las dependencias del despacho.' },
        },
      ],
    ],
  },
  {
    title: 'Listas de espera en hospitales nacionales, 2025',
    body: 'Personas en espera por hospital y especialidad.',
    filedDaysAgo: 20,
    institutionId: 'mspas',
    acts: [receivedInPart(4, 'Llegó por correo, sin tres hospitales.')],
  },
  {
    title: 'Plazas del renglón 029 del despacho, 2025',
    body: 'Puesto, honorarios y vigencia de cada contrato del renglón 029.',
    filedDaysAgo: 22,
    acts: [
      admitted(21),
      resolved(13, { outcome: 'entrega_parcial', grounds: ['datos_personales'], article: '22' }),
      notified(13),
      receivedInPart(9, 'El correo llegó cuatro días después, ya vencido el plazo.'),
    ],
  },
  {
    title: 'Contratos de mantenimiento del sistema contable, 2025',
    body: 'Copia de los contratos y de sus adendas.',
    filedDaysAgo: 17,
    acts: [
      admitted(16),
      [
        unit,
        4,
        {
          type: 'disputed',
          data: {
            breachId: null,
            text: 'Se avisó la prórroga por correo en el noveno día; el aviso volvió por buzón lleno.',
          },
        },
      ],
    ],
  },
]

/** Tells the stories through the same actions as the screens; those that are there already are left alone. */
export async function addDemoRequests(context: Context): Promise<void> {
  for (const [index, story] of stories.entries()) {
    const id = `demo-${index + 1}`
    if (await context.stores.requests.find(id, { kind: 'everything' })) continue
    await tell(context, id, story)
  }
}

async function tell(context: Context, id: string, story: Story): Promise<void> {
  const { title, body, institutionId = 'minfin' } = story
  const daysAgo = await daysBefore(context)
  const { version } = await logRequest(context, organisation, {
    ...{ id, title, body, institutionId, organisationId: null, kind: 'access', channel: 'electronica' },
    ...{
      received: daysAgo(story.filedDaysAgo),
      evidence: [{ kind: 'correo', sha256: null, note: null }],
      published: true,
    },
  })
  let current = version
  for (const [actor, ago, { type, data }] of story.acts) {
    const evidence = [{ kind: 'correo', sha256: null, note: null }] as const
    // `type` and `data` come as a pair from the stories above.
    const act = { type, data, occurredOn: daysAgo(ago), occurredAt: null, evidence } as Act
    current = (await recordAct(context, actor, { requestId: id, version: current, act })).version
  }
}

async function daysBefore({ calendars, clock }: Context): Promise<(days: number) => CalendarDate> {
  const { calendar } = await calendars.lawOf({ id: 'minfin', inCapital: true, cutoffMinutes: null })
  const today = clock.today()
  return days => calendar.addWorkingDays(today, -days)
}
