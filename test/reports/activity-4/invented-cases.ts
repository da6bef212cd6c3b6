import { addDays, type CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { grounds } from '../../../server/domain/request/events.ts'
import { outcomes } from '../../../server/domain/request/states.ts'
import type { CaseFacts } from '../../../server/domain/statistics/case-facts.ts'
import type { Activity4Input } from '../../../reports/activity-4/inputs.ts'
import { seeded } from '../../server/domain/statistics/seeded.ts'
import { calendar, caseFacts, day, inputOf, lateAnswer } from './cases.ts'

const bodies = [
  ['puertos', 'Ministerio de Puertos', 'MINPU', 'ministerio', 0.9],
  ['caminos', 'Ministerio de Caminos y Puentes', 'MICAP', 'ministerio', 0.55],
  ['escuelas', 'Ministerio de Escuelas', 'MINES', 'ministerio', 0.8],
  ['bosques', 'Ministerio de Aguas y Bosques', 'MABO', 'ministerio', 0.75],
  ['rios', 'Secretaría de Ríos', 'SERI', 'secretaria', 0.85],
  ['juventud', 'Secretaría de Juventud Kʼicheʼ y Qʼeqchiʼ', 'SEJUKE', 'secretaria', 1],
  ['faros', 'Registro de Faros', null, 'otra', 0.4],
  ['telmo', 'Municipalidad de San Telmo', null, 'municipalidad', 0.6],
  ['loma', 'Municipalidad de Loma Verde', null, 'municipalidad', 0.7],
  ['cruces', 'Municipalidad de Tres Cruces', null, 'municipalidad', 1],
] as const

const organisations = [
  { id: 'faro', name: 'Colectivo El Faro' },
  { id: 'ceiba', name: 'Asociación La Ceiba' },
  { id: 'tzutujil', name: 'Red Tzʼutujil de Transparencia' },
  { id: 'monitor', name: 'Observatorio Monitor Cívico' },
]

/** A year of invented requests, the same on every run. */
export function inventedInput(requests: number, changes: Partial<Activity4Input> = {}): Activity4Input {
  const asOf = changes.asOf ?? day('2026-01-30')
  const key = `${requests} ${asOf}`
  const cases = invented.get(key) ?? inventedCases(requests, asOf)
  invented.set(key, cases)
  const institutions = bodies.map(([id, name, acronym, kind]) => ({ id, name, acronym, kind }))
  return inputOf(cases, { institutions, organisations, ...changes })
}

/** Of all that this process was asked for: most tests look at the same few years. */
const invented = new Map<string, readonly CaseFacts[]>()

function inventedCases(requests: number, asOf: CalendarDate): readonly CaseFacts[] {
  const random = seeded(7)
  return Array.from({ length: requests }, (_, at) => inventedCase(at, random, asOf))
}

function inventedCase(at: number, random: () => number, asOf: CalendarDate): CaseFacts {
  const [institutionId, , , , punctuality] = bodies[Math.floor(random() ** 1.3 * bodies.length)] ?? bodies[0]
  const receivedOn = addDays(day('2024-11-15'), Math.floor(random() * 410))
  const counted = calendar.onOrAfter(receivedOn)
  const baseDue = calendar.addWorkingDays(counted, 10)
  const extension =
    random() < 0.2
      ? {
          notifiedOn: calendar.addWorkingDays(baseDue, random() < 0.7 ? -2 : 0),
          days: 10,
          faults: random() < 0.3 ? ['late-notice'] : [],
        }
      : null
  const dueOn = extension ? calendar.addWorkingDays(baseDue, 10) : baseDue
  const term = extension ? 20 : 10
  const isOnTime = random() < punctuality
  const days = isOnTime ? Math.ceil(term * Math.sqrt(random())) : term + 1 + Math.floor(random() ** 2 * 45)
  const isSilent = !isOnTime && random() < 0.5
  const due = calendar.addWorkingDays(counted, days)
  const answeredOn = isSilent || due > asOf ? null : due
  const outcome = outcomes[Math.floor(random() ** 2.5 * outcomes.length)] ?? 'entrega_total'
  const isWithdrawn = random() < 0.02
  const admittedOn = random() < 0.6 ? calendar.addWorkingDays(counted, 1) : null
  const base = caseFacts(`gt-${String(at + 1).padStart(5, '0')}`, {
    receivedOn,
    ...(answeredOn !== null && !isWithdrawn ? { answeredOn } : {}),
    ...(extension === null ? {} : { extension }),
    admittedOn,
    ...(admittedOn === null ? {} : { firstResponseOn: admittedOn }),
    institutionId,
    organisationId: organisations[Math.floor(random() * organisations.length)]?.id ?? 'faro',
    channel: random() < 0.8 ? 'electronica' : 'escrita',
    loggedOn: addDays(receivedOn, Math.floor(random() ** 3 * 9)),
    disputed: random() < 0.05,
    evidenced: random() < 0.85,
    withdrawnOn: isWithdrawn ? calendar.addWorkingDays(counted, 4) : null,
    referredOn: !isWithdrawn && answeredOn === null && random() < 0.03 ? addDays(counted, 1) : null,
  })
  if (base.withdrawnOn !== null || base.referredOn !== null) return { ...base, state: 'desistida' }
  return { ...base, ...aftermathOf(base, dueOn, outcome, random, asOf) }
}

function aftermathOf(
  base: CaseFacts,
  dueOn: CalendarDate,
  outcome: (typeof outcomes)[number],
  random: () => number,
  asOf: CalendarDate,
): Partial<CaseFacts> {
  const isLate = (base.answeredOn ?? asOf) > dueOn
  const cited = grounds[Math.floor(random() * grounds.length)] ?? 'otra'
  const denied = outcome !== 'entrega_total' && base.answeredOn !== null
  const filedOn = calendar.addWorkingDays(base.answeredOn ?? dueOn, 3)
  const isReviewed = (denied || isLate) && random() < 0.3 && filedOn <= asOf
  const decided = calendar.addWorkingDays(filedOn, random() < 0.6 ? 4 : 9)
  return {
    outcome: base.answeredOn === null ? null : outcome,
    grounds: denied && random() < 0.85 ? [cited] : [],
    groundArticle: denied && random() < 0.7 ? '22' : null,
    breaches: isLate ? [lateAnswer(dueOn, base.answeredOn, asOf)] : [],
    review: isReviewed
      ? {
          filedOn,
          filedInTime: true,
          decisionDueOn: calendar.addWorkingDays(filedOn, 5),
          decidedOn: decided <= asOf ? decided : null,
          sense: decided <= asOf ? (random() < 0.5 ? 'revoca' : 'confirma') : null,
          complianceDueOn: null,
          compliedOn: null,
        }
      : null,
  }
}
