import { calendarDate, dayNumber, type CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { workingCalendar } from '../../../server/domain/calendar/working-calendar.ts'
import { defaultPolicy } from '../../../server/domain/law/counting-policy.ts'
import type { CaseFacts } from '../../../server/domain/statistics/case-facts.ts'
import type { Activity4Input } from '../../../reports/activity-4/inputs.ts'

export const calendar = workingCalendar({ inCapital: true, closures: [] })

type Given = Partial<Omit<CaseFacts, 'receivedOn' | 'answeredOn' | 'extension'>> & {
  readonly receivedOn: string
  readonly answeredOn?: string
  readonly extension?: {
    readonly notifiedOn: string
    readonly days: number
    readonly faults?: readonly string[]
  }
}

/** A request filed on a working day, with its terms counted by the calendar; the rest as given. */
export function caseFacts(id: string, given: Given): CaseFacts {
  const receivedOn = calendarDate(given.receivedOn)
  const counted = calendar.onOrAfter(receivedOn)
  const baseDue = calendar.addWorkingDays(counted, 10)
  const extension = given.extension
    ? {
        notifiedOn: calendarDate(given.extension.notifiedOn),
        days: given.extension.days,
        faults: given.extension.faults ?? [],
      }
    : null
  const dueOn = extension ? calendar.addWorkingDays(baseDue, extension.days) : baseDue
  const answeredOn = given.answeredOn === undefined ? null : calendarDate(given.answeredOn)
  const days = answeredOn === null ? null : calendar.workingDaysBetween(counted, answeredOn)
  return {
    id,
    reference: id.toUpperCase(),
    kind: 'access',
    institutionId: 'puertos',
    organisationId: 'faro',
    channel: 'electronica',
    state: answeredOn === null ? 'en_tramite' : 'notificada',
    outcome: answeredOn === null ? null : 'entrega_total',
    grounds: [],
    groundArticle: null,
    classificationResolution: null,
    countedReceipt: counted,
    loggedOn: receivedOn,
    admittedOn: null,
    clarifications: [],
    baseDue,
    dueOn,
    firstResponseOn: answeredOn,
    notifiedOn: answeredOn,
    deliveredOn: null,
    costQuetzales: null,
    withdrawnOn: null,
    referredOn: null,
    fictaDueOn: answeredOn !== null && answeredOn <= dueOn ? null : calendar.addWorkingDays(dueOn, 10),
    workingDaysToAnswer: days,
    calendarDaysToAnswer: answeredOn === null ? null : dayNumber(answeredOn) - dayNumber(counted),
    netDaysToAnswer: days,
    breaches: [],
    review: null,
    amparoOn: null,
    disputed: false,
    evidenced: true,
    answerSource: answeredOn === null ? null : 'institution',
    ...given,
    receivedOn,
    answeredOn,
    extension,
  }
}

export const day = calendarDate

export function inputOf(cases: readonly CaseFacts[], changes: Partial<Activity4Input> = {}): Activity4Input {
  return {
    cases,
    period: { from: day('2025-01-01'), to: day('2025-12-31') },
    asOf: day('2026-01-30'),
    institutions: [
      { id: 'puertos', name: 'Ministerio de Puertos', acronym: 'MINPU', kind: 'ministerio' },
      { id: 'faros', name: 'Registro de Faros', acronym: null, kind: 'otra' },
      { id: 'rios', name: 'Secretaría de Ríos', acronym: 'SERI', kind: 'secretaria' },
    ],
    organisations: [
      { id: 'faro', name: 'Colectivo El Faro' },
      { id: 'ceiba', name: 'Asociación La Ceiba' },
    ],
    calendarVersion: calendar.version,
    calendar,
    policy: defaultPolicy,
    ...changes,
  }
}

/** A breach of the term to answer, as of a day. */
export function lateAnswer(
  dueOn: CalendarDate,
  curedOn: CalendarDate | null,
  asOf: CalendarDate,
): CaseFacts['breaches'][number] {
  return {
    id: `k1-${dueOn}-${curedOn ?? 'open'}`,
    clock: 'K1',
    article: '42',
    dueOn,
    beganOn: calendar.addWorkingDays(dueOn, 1),
    curedOn,
    workingDaysLate: calendar.workingDaysBetween(dueOn, curedOn ?? asOf),
  }
}
