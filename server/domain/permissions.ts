import type { Actor, Role } from './request/events.ts'

/** Which requests a query may reach. Made by `requestScopeOf` and by nothing else. */
export type RequestScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'organisation'; readonly organisationId: string }
  | { readonly kind: 'institution'; readonly institutionId: string }
  | { readonly kind: 'published' }

/** What of a request decides who may see it. */
export interface Guarded {
  readonly organisationId: string
  readonly institutionId: string
  readonly published: boolean
}

/**
 * The one scope of an actor over requests: lists, counts, searches, exports and single records all pass here.
 * @throws RangeError for a member of a side without its id: a query without a tenant must never run.
 */
export function requestScopeOf(actor: Actor): RequestScope {
  switch (reach[actor.role]) {
    case 'organisation':
      return { kind: 'organisation', organisationId: tenant(actor.organisationId, actor.role) }
    case 'institution':
      return { kind: 'institution', institutionId: tenant(actor.institutionId, actor.role) }
    case 'everything':
      return { kind: 'everything' }
    case 'published':
      return { kind: 'published' }
  }
}

/**
 * The part of a scope that one side's requests are: who may see everything and asks for one institution's, or one
 * organisation's, reads no row of any other. Every other scope stays as it is.
 */
export function scopeWithin(
  scope: RequestScope,
  { institutionId, organisationId }: { institutionId: string | null; organisationId: string | null },
): RequestScope {
  if (scope.kind !== 'everything') return scope
  if (institutionId !== null) return { kind: 'institution', institutionId }
  return organisationId === null ? scope : { kind: 'organisation', organisationId }
}

const reach: Readonly<Record<Role, RequestScope['kind']>> = {
  organisation_member: 'organisation',
  organisation_admin: 'organisation',
  uip_officer: 'institution',
  uip_head: 'institution',
  regulator: 'everything',
  coordinator: 'everything',
  system: 'everything',
  system_admin: 'published',
  public: 'published',
}

export function isInScope(request: Guarded, scope: RequestScope): boolean {
  switch (scope.kind) {
    case 'everything':
      return true
    case 'organisation':
      return request.organisationId === scope.organisationId
    case 'institution':
      return request.institutionId === scope.institutionId
    case 'published':
      return request.published
  }
}

/** The words of a request and its files: its two sides and those who oversee; the public, what is published. */
export function maySeeRequest(actor: Actor, request: Guarded): boolean {
  return isInScope(request, requestScopeOf(actor))
}

/** What is asked, its files and its full history are for the two sides and the regulator. */
export function maySeeInFull(actor: Actor, request: Guarded): boolean {
  return actor.role !== 'public' && actor.role !== 'system_admin' && maySeeRequest(actor, request)
}

const may = {
  logRequest: ['organisation_member', 'organisation_admin', 'uip_officer', 'uip_head'],
  proposeClosure: ['system_admin', 'regulator', 'coordinator'],
  manageInstitutions: ['system_admin', 'coordinator'],
  manageOrganisations: ['system_admin', 'coordinator'],
  makeReports: [
    'regulator',
    'coordinator',
    'organisation_member',
    'organisation_admin',
    'uip_officer',
    'uip_head',
  ],
  /** Trainings, technical assistance and dissemination (Activity 4, results 2 to 4). */
  recordActivities: ['coordinator'],
  readActivities: ['coordinator', 'regulator'],
  manageEditions: ['coordinator'],
  readDraftEditions: ['coordinator', 'regulator'],
  replyToEditions: ['uip_head'],
  /** What reports ask of the own institution, and to say what was done about it. */
  readRecommendations: ['uip_officer', 'uip_head'],
  answerRecommendations: ['uip_head'],
  /** The country by institution, its reviews and its disputes (LAIP 49). */
  seeNationalPanel: ['regulator', 'coordinator'],
  runScan: ['system_admin', 'system'],
  readMessages: ['system_admin'],
  readSystemLog: ['system_admin'],
  readTexts: ['system_admin', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof may

export function hasPermission(actor: Actor, permission: Permission): boolean {
  return (may[permission] as readonly Role[]).includes(actor.role)
}

function tenant(id: string | null, role: Role): string {
  if (!id) throw new RangeError(`A ${role} without its organisation or institution`)
  return id
}
