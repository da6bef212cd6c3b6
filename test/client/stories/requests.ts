import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { dayLedger } from '../../../server/domain/calendar/day-ledger.ts'
import { workingCalendar } from '../../../server/domain/calendar/working-calendar.ts'
import type { ClockId } from '../../../server/domain/request/states.ts'
import type {
  ClockView,
  DeadlineView,
  RequestSummary,
  RequestView,
  TimelineEntry,
} from '../../../server/requests/request-view.ts'
import { today } from './contexts.ts'

const calendar = workingCalendar({ inCapital: true, closures: [] })

export const institution = { id: 'mem', name: 'Ministerio de Energía y Minas', acronym: 'MEM' }
export const organisation = { id: 'ixim', name: 'Asociación Ixim' }

export function clockView(clock: ClockId, article: string, start: string, term: number): ClockView {
  const startedOn = calendarDate(start)
  const dueOn = calendar.addWorkingDays(startedOn, term)
  return {
    clock,
    article,
    party: clock === 'K5' || clock === 'K2' ? 'requester' : 'unit',
    startedOn,
    term,
    unit: 'working',
    dueOn,
    stoppedOn: null,
    status: dueOn < today ? 'passed' : 'running',
    ledger: dayLedger(startedOn, term, calendar),
    unsuspendedDueOn: null,
  }
}

export function deadlineOf({ clock, article, dueOn, party }: ClockView): DeadlineView {
  return { clock, article, dueOn, party, workingDaysLeft: calendar.workingDaysBetween(today, dueOn) }
}

export function summary(changes: Partial<RequestSummary> = {}): RequestSummary {
  const clock = clockView('K1', '42', '2026-11-12', 10)
  return {
    id: '8f14e45f-ceea-4a7e-9b1d-2f1f0c3b7a11',
    reference: 'GT-2026-01178',
    caseNumber: 'UIP-MEM-1098-2026',
    title: 'Estudios de impacto ambiental de hidroeléctricas en Alta Verapaz, 2019',
    kind: 'access',
    institution,
    organisation,
    state: 'en_tramite',
    outcome: null,
    receivedOn: calendarDate('2026-11-12'),
    dueOn: clock.dueOn,
    deadline: deadlineOf(clock),
    urgency: 'adelante',
    disputed: false,
    version: 3,
    ...changes,
  }
}

export function entry(changes: Partial<TimelineEntry> & Pick<TimelineEntry, 'type' | 'data'>): TimelineEntry {
  return {
    id: `ev-${changes.type}`,
    occurredOn: calendarDate('2026-11-13'),
    occurredAt: null,
    recordedAt: new Date('2026-11-13T16:00:00Z'),
    role: 'uip_officer',
    side: 'UIP MEM',
    evidence: [],
    loggedLate: null,
    computed: false,
    correctedBy: null,
    ...changes,
  }
}

const file = {
  sha256: 'a'.repeat(64),
  name: 'solicitud.pdf',
  size: 86_000,
  mediaType: 'application/pdf',
  addedAt: new Date('2026-11-12T15:30:00Z'),
}

export const filed = entry({
  type: 'filed',
  data: { kind: 'access', channel: 'electronica' },
  occurredOn: calendarDate('2026-11-12'),
  occurredAt: new Date('2026-11-12T15:15:00Z'),
  role: 'organisation_member',
  side: organisation.name,
  evidence: [{ kind: 'correo', sha256: file.sha256, note: null }],
})

const admitted = entry({ type: 'admitted', data: { caseNumber: 'UIP-MEM-1098-2026' }, loggedLate: 2 })

export function requestView(changes: Partial<RequestView> = {}): RequestView {
  const clock = clockView('K1', '42', '2026-11-12', 10)
  return {
    ...summary(),
    body: 'Copia de los estudios de impacto ambiental aprobados, con sus resoluciones y los planos del polígono.\n\nEn formato digital.',
    channel: 'electronica',
    receivedAt: new Date('2026-11-12T15:15:00Z'),
    baseDue: clock.dueOn,
    extensionNotice: { from: calendarDate('2026-11-24'), by: calendarDate('2026-11-25') },
    clocks: [clock],
    breaches: [],
    timeline: [admitted, filed],
    testimony: [],
    allowedActions: [
      { type: 'resolved', article: '42', from: null, until: null },
      { type: 'extended', article: '43', from: null, until: calendarDate('2026-11-25') },
      { type: 'assigned', article: '19', from: null, until: null },
    ],
    attachments: [file],
    ...changes,
  }
}

/** Filed before Todos los Santos moved nothing, extended, two days left. */
export function extendedRequest(): RequestView {
  const clock = clockView('K3', '43', '2026-10-27', 20)
  return requestView({
    title: 'Permisos de exploración minera vigentes, Jalapa 2023',
    reference: 'GT-2026-01102',
    state: 'prorrogada',
    urgency: 'pronto',
    receivedOn: calendarDate('2026-10-27'),
    dueOn: clock.dueOn,
    deadline: deadlineOf(clock),
    clocks: [{ ...clockView('K1', '42', '2026-10-27', 10), status: 'stopped' }, clock],
    timeline: [
      entry({
        type: 'extended',
        data: {
          days: 10,
          motive: 'El volumen y la extensión de la respuesta justifican ampliar el plazo por diez días más.',
        },
        occurredOn: calendarDate('2026-11-09'),
      }),
      admitted,
      filed,
    ],
    allowedActions: [{ type: 'resolved', article: '42', from: null, until: null }],
  })
}

/** Nobody answered, and nobody delivered either; both sides dispute a date. */
export function silentRequest(): RequestView {
  const answer = clockView('K1', '42', '2026-10-19', 10)
  const delivery = clockView('K4', '44', answer.dueOn, 10)
  const review = clockView('K5', '54', answer.dueOn, 15)
  return requestView({
    title: 'Denuncias por violencia contra la mujer atendidas por la PNC, 2024',
    reference: 'GT-2026-01179',
    state: 'ficta_incumplida',
    urgency: 'vencida',
    caseNumber: null,
    receivedOn: calendarDate('2026-10-19'),
    dueOn: answer.dueOn,
    deadline: { ...deadlineOf(delivery) },
    clocks: [answer, delivery, review],
    disputed: true,
    extensionNotice: null,
    breaches: [
      {
        id: 'b1',
        clock: 'K1',
        article: '42',
        dueOn: answer.dueOn,
        beganOn: calendarDate('2026-11-04'),
        noticedAt: new Date('2026-11-04T07:00:00Z'),
        curedOn: null,
        curedBy: null,
        workingDaysLate: 14,
        standing: 'vigente',
      },
      {
        id: 'b2',
        clock: 'K4',
        article: '44',
        dueOn: delivery.dueOn,
        beganOn: calendarDate('2026-11-18'),
        noticedAt: null,
        curedOn: calendarDate('2026-11-20'),
        curedBy: 'entrega',
        workingDaysLate: 3,
        standing: 'superado',
      },
    ],
    timeline: [
      entry({
        type: 'lapsed',
        data: {
          clock: 'K4',
          dueOn: delivery.dueOn,
          article: '44',
          calendarVersion: 'v',
          breachId: 'b2',
          from: 'vencida_ficta',
          to: 'ficta_incumplida',
        },
        id: 'ev-l2',
        role: 'system',
        side: null,
        occurredOn: calendarDate('2026-11-18'),
        computed: true,
      }),
      entry({
        type: 'stated',
        data: { fact: 'notified', outcome: null, days: null, note: 'No recibimos ningún correo ese día.' },
        role: 'organisation_member',
        side: organisation.name,
      }),
      filed,
    ],
    testimony: [
      {
        fact: 'notified',
        institution: { on: calendarDate('2026-11-02'), outcome: 'entrega_total' },
        organisation: { on: calendarDate('2026-11-06'), outcome: 'entrega_total' },
        standing: 'en_disputa',
      },
      {
        fact: 'admitted',
        institution: { on: calendarDate('2026-10-21'), outcome: null },
        organisation: null,
        standing: 'sin_contradecir',
      },
    ],
    allowedActions: [
      { type: 'review_filed', article: '55.5', from: null, until: review.dueOn },
      { type: 'stated', article: null, from: null, until: null },
      { type: 'withdrawn', article: null, from: null, until: null },
    ],
  })
}

export function waitingRequest(): RequestView {
  return requestView({
    state: 'en_prevencion',
    dueOn: null,
    deadline: deadlineOf(clockView('K2', '42.2', '2026-11-20', 2)),
    urgency: 'pronto',
    clocks: [clockView('K2', '42.2', '2026-11-20', 2)],
    allowedActions: [{ type: 'clarified', article: '42.2', from: null, until: null }],
  })
}

export function closedRequest(): RequestView {
  return requestView({
    state: 'cerrada',
    outcome: 'entrega_parcial',
    deadline: null,
    urgency: 'cerrada',
    allowedActions: [],
    clocks: [
      {
        ...clockView('K1', '42', '2026-10-27', 10),
        status: 'stopped',
        stoppedOn: calendarDate('2026-11-05'),
      },
    ],
    timeline: [
      entry({
        type: 'resolved',
        data: {
          outcome: 'entrega_parcial',
          reasoning: 'Se entregan los planos; los contratos se reservan.',
          grounds: ['reservada', 'datos_personales'],
          article: '23',
          classificationResolution: 'Resolución 12-2025',
          costQuetzales: 25,
        },
      }),
      filed,
    ],
  })
}
