import { calendarDate, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Closure } from '../../server/domain/calendar/closures.ts'
import { defaultPolicy, type CountingPolicy } from '../../server/domain/law/counting-policy.ts'
import { officeCalendar } from '../../server/domain/law/terms.ts'
import type { Act, Actor, EventData, EventType, RequestEvent } from '../../server/domain/request/events.ts'
import type { LawContext } from '../../server/domain/request/law-context.ts'

export const member: Actor = {
  userId: 'ana',
  role: 'organisation_member',
  organisationId: 'org-1',
  institutionId: null,
}
export const officer: Actor = {
  userId: 'oscar',
  role: 'uip_officer',
  organisationId: null,
  institutionId: 'ins-1',
}
export const head: Actor = { ...officer, userId: 'hilda', role: 'uip_head' }
export const system: Actor = { userId: 'system', role: 'system', organisationId: null, institutionId: null }

type ActOf<T extends EventType> = {
  [K in T]: {
    readonly type: K
    readonly occurredOn: CalendarDate
    readonly occurredAt: Date | null
    readonly evidence: Act['evidence']
    readonly data: EventData[K]
  }
}[T]

/** An act on a day, with ordinary words where the test says nothing. */
export function did<T extends EventType>(type: T, on: string, data: Partial<EventData[T]> = {}): ActOf<T> {
  return {
    type,
    occurredOn: calendarDate(on),
    occurredAt: null,
    evidence: [],
    data: { ...ordinary[type], ...data },
  }
}

/** The organisation's word on an act of the institution. */
export function told(fact: EventData['stated']['fact'], on: string, data: Partial<EventData['stated']> = {}) {
  return did('stated', on, { fact, ...data })
}

export const stamped: Act['evidence'] = [{ kind: 'sello', sha256: null, note: 'folio 7' }]

/** A request received on a day (or at an instant) and what was done with it, each act by whoever it belongs to. */
export function history(
  received: string,
  acts: readonly Act[] = [],
  filed: Partial<EventData['filed']> = {},
): RequestEvent[] {
  const filing = {
    ...did('filed', received.slice(0, 10), filed),
    occurredAt: received.includes('T') ? new Date(received) : null,
  }
  return [filing, ...acts].map((act, index) => eventOf(act, `e${index}`))
}

/** The same history with more acts in it, by anyone. */
export function then(events: readonly RequestEvent[], acts: readonly Act[], actor?: Actor): RequestEvent[] {
  return [...events, ...acts.map((act, index) => eventOf(act, `e${events.length + index}`, actor))]
}

export function lawOf(policy: Partial<CountingPolicy> = {}, closures: readonly Closure[] = []): LawContext {
  const read = { ...defaultPolicy, ...policy }
  return { policy: read, calendar: officeCalendar({ inCapital: true, closures }, read) }
}

/** An acuerdo that closes every office on the days. */
export function closure(...days: readonly string[]): Closure {
  return {
    id: `ag-${days[0]}`,
    name: 'Asueto de prueba',
    days: days.map(calendarDate),
    source: 'AG de prueba',
    publishedOn: calendarDate(days[0] ?? '2026-01-01'),
    scope: { kind: 'all' },
    countsAsNonWorking: true,
    doubt: null,
  }
}

function eventOf(act: Act, id: string, actor: Actor = actorOf(act.type)): RequestEvent {
  return { ...act, id, actor, recordedAt: new Date(`${act.occurredOn}T18:00:00Z`), prev: '' }
}

function actorOf(type: EventType): Actor {
  if (['lapsed', 'closed', 'recounted'].includes(type)) return system
  if (['filed', 'clarified', 'review_filed', 'amparo_noted', 'withdrawn', 'stated'].includes(type))
    return member
  return type.startsWith('review') ? head : officer
}

const ordinary: EventData = {
  filed: { kind: 'access', channel: 'electronica' },
  admitted: { caseNumber: 'UIP-7' },
  clarification_requested: { days: 2, text: '¿De qué año?' },
  clarified: { text: 'Del 2025' },
  assigned: { liaison: 'Compras' },
  referred: { toInstitutionId: 'ins-2', reason: 'No le corresponde' },
  extended: { days: 10, motive: 'Son mil folios' },
  resolved: {
    outcome: 'entrega_total',
    reasoning: 'Es pública',
    grounds: [],
    article: null,
    classificationResolution: null,
    costQuetzales: 0,
  },
  notified: { means: 'correo' },
  delivered: { costQuetzales: 0, note: null },
  review_filed: { ground: '54', text: 'Se negó' },
  review_defects_fixed: { text: 'Se subsanó de oficio' },
  review_decided: { sense: 'revoca', text: 'Entréguese' },
  review_notified: { means: 'correo' },
  complied: { note: null },
  amparo_noted: { reference: 'Amparo 1' },
  withdrawn: { reason: null },
  lapsed: {
    clock: 'K1',
    dueOn: calendarDate('2026-02-16'),
    article: '42',
    calendarVersion: 'v',
    breachId: 'b',
    from: 'en_tramite',
    to: 'vencida_ficta',
  },
  closed: { from: 'notificada' },
  recounted: { closureId: 'ag', calendarVersion: 'v', moved: [] },
  stated: { fact: 'resolved', outcome: null, days: null, note: null },
  corrected: {
    corrects: 'e1',
    occurredOn: calendarDate('2026-02-02'),
    occurredAt: null,
    reason: 'El sello dice otra fecha',
    approvedBy: 'berta',
  },
  disputed: { breachId: null, text: 'No es así' },
}
