import { randomUUID } from 'node:crypto'
import { lawFor } from '../../server/calendar/calendars.ts'
import { guatemalaTimeZone, calendarDate, dayIn } from '../../server/domain/calendar/calendar-date.ts'
import { defaultPolicy } from '../../server/domain/law/counting-policy.ts'
import type { Act, Actor } from '../../server/domain/request/events.ts'
import { composeRequest, type RequestHeader } from '../../server/store/compose-request.ts'
import type { Institution } from '../../server/store/institution-store.ts'
import type { InformationRequest } from '../../server/store/request-store.ts'
import type { Signed } from '../../server/store/seal-events.ts'
import type { User } from '../../server/store/user-store.ts'

/** The two sides of a request in tests, as in test-server.ts. */
const sides = { organisation: 'org-ceiba', institution: 'inst-caminos' } as const

export const member: Actor = {
  userId: 'user-organisation_member',
  role: 'organisation_member',
  organisationId: sides.organisation,
  institutionId: null,
}

export const officer: Actor = {
  userId: 'user-uip_officer',
  role: 'uip_officer',
  organisationId: null,
  institutionId: sides.institution,
}

export function anInstitution(given: Partial<Institution> = {}): Institution {
  const id = given.id ?? sides.institution
  return {
    id,
    name: `Institución ${id}`,
    acronym: 'EJ',
    kind: 'otra',
    inCapital: false,
    cutoffMinutes: null,
    hours: null,
    contact: null,
    aliases: [],
    active: true,
    version: 1,
    ...given,
  }
}

/** How the institutions of tests count, while no acuerdo is on record. */
export const testLaw = lawFor(anInstitution(), [], defaultPolicy)

/** An act as somebody asks to record it: `anAct('admitted', '2026-02-03', { caseNumber: null })`. */
export function anAct<T extends Act['type']>(
  type: T,
  on: string,
  data: Extract<Act, { type: T }>['data'],
): Extract<Act, { type: T }>
export function anAct(type: Act['type'], on: string, data: Act['data']): object {
  const occurredOn = calendarDate(on)
  return { type, occurredOn, occurredAt: null, evidence: [{ kind: 'sello', sha256: null, note: null }], data }
}

export interface RequestGiven extends Partial<RequestHeader> {
  /** The day of the filing, declared by the organisation. */
  readonly received?: string
  /** What followed the filing and is logged with it. */
  readonly then?: readonly Signed[]
  /** When it was logged: by default on the day received, at 09:00 in Guatemala. */
  readonly loggedAt?: Date
}

/** A request for public information as an organisation logs it: `aRequest({ received: '2026-02-02' })`. */
export function aRequest(given: RequestGiven = {}): InformationRequest {
  const { received = '2026-02-02', then = [], loggedAt, ...header } = given
  const recordedAt = loggedAt ?? new Date(`${received}T09:00:00-06:00`)
  const id = given.id ?? randomUUID()
  const filed = anAct('filed', received, { kind: given.kind ?? 'access', channel: 'electronica' })
  return composeRequest(
    {
      id,
      reference: `EJ-${id}`,
      importKey: null,
      referredFrom: null,
      organisationId: sides.organisation,
      institutionId: sides.institution,
      title: 'Contratos de obra del año pasado',
      body: '',
      kind: 'access',
      channel: 'electronica',
      published: false,
      attachments: [],
      ...header,
    },
    [{ acts: [filed], actor: member }, ...then],
    testLaw,
    { recordedAt, today: dayIn(guatemalaTimeZone, recordedAt) },
  )
}

/** Somebody who may be told of things, of the side that `actor` speaks for. */
export function aUser(given: Partial<User> & Pick<User, 'id' | 'role'>): User {
  const joined = new Date('2026-01-05T15:00:00Z')
  return {
    email: `${given.id}@ejemplo.test`,
    name: `Persona ${given.id}`,
    organisationId: null,
    institutionId: null,
    passwordHash: '-',
    language: 'es',
    active: true,
    mustChangePassword: false,
    createdAt: joined,
    sessionsValidFrom: joined,
    version: 1,
    ...given,
  }
}
