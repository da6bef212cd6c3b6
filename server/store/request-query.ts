import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { knownDays } from '../domain/calendar/statutory-base.ts'
import type { RequestScope } from '../domain/permissions.ts'
import type { RequestState } from '../domain/request/states.ts'
import type { QueryOn } from './collection.ts'
import type { requestCollection, RequestRecord } from './request-store.ts'

/**
 * Days of receipt bound `todas`. vencidas: owed and past due · pronto: owed, due from today to a day · en_curso: owed.
 * For those who see everything the state of the last write bounds `todas` too.
 * For those who see everything: estado: owed, in a state by the day of the last write · disputa: contested.
 */
export type RequestListQuery =
  | {
      readonly view: 'todas'
      readonly from?: CalendarDate | undefined
      readonly to?: CalendarDate | undefined
      readonly state?: RequestState | undefined
    }
  | { readonly view: 'vencidas'; readonly today: CalendarDate }
  | { readonly view: 'pronto'; readonly today: CalendarDate; readonly until: CalendarDate }
  | { readonly view: 'adelante'; readonly after: CalendarDate }
  | { readonly view: 'en_curso' }
  | { readonly view: 'estado'; readonly state: RequestState }
  | { readonly view: 'disputa' }
  | { readonly view: 'busqueda'; readonly term: string }

export type RequestQuery = QueryOn<RequestRecord, (typeof requestCollection)['indexes']>

/** The declared index and range that serve a list: no other query over requests exists. */
export function requestQuery(scope: RequestScope, query: RequestListQuery): RequestQuery {
  switch (query.view) {
    case 'todas':
      return everything(scope, query)
    case 'busqueda':
      return search(scope, query.term)
    case 'estado':
      return { index: 'byState', equals: { state: query.state }, range: owedAtAll }
    case 'disputa':
      return { index: 'byContested' }
    default:
      return duties(scope, query)
  }
}

/** A range leaves out those of whom nothing is owed. */
const owedAtAll = { field: 'dutyDueOn', gte: knownDays.from } as const

type DutyQuery = Exclude<RequestListQuery, { view: 'todas' | 'busqueda' | 'estado' | 'disputa' }>

function duties(scope: RequestScope, query: DutyQuery): RequestQuery {
  const bounds = boundsOf(query)
  const range = bounds && ({ field: 'dutyDueOn', ...bounds } as const)
  switch (scope.kind) {
    case 'organisation':
      return {
        index: 'byOrganisationDuty',
        equals: { organisationId: scope.organisationId, owed: true },
        range,
      }
    case 'institution':
      return { index: 'byInstitutionDuty', equals: { institutionId: scope.institutionId, owed: true }, range }
    case 'everything':
      return { index: 'byDuty', equals: { owed: true }, range }
    // A count over all would tell of those that nobody published.
    case 'published':
      return { index: 'byPublishedDuty', equals: { published: true, owed: true }, range }
  }
}

function boundsOf(query: DutyQuery) {
  switch (query.view) {
    case 'vencidas':
      return { lt: query.today }
    case 'pronto':
      return { gte: query.today, lte: query.until }
    case 'adelante':
      return { gt: query.after }
    case 'en_curso':
      return undefined
  }
}

function everything(
  scope: RequestScope,
  { from, to, state }: Extract<RequestListQuery, { view: 'todas' }>,
): RequestQuery {
  const range = receivedWithin(from, to)
  switch (scope.kind) {
    case 'organisation':
      return { index: 'byOrganisation', equals: { organisationId: scope.organisationId }, range }
    case 'institution':
      return { index: 'byInstitution', equals: { institutionId: scope.institutionId }, range }
    case 'everything':
      return state ? { index: 'byStateReceived', equals: { state }, range } : { index: 'byReceived', range }
    case 'published':
      return { index: 'byPublished', equals: { published: true }, range }
  }
}

function receivedWithin(from: CalendarDate | undefined, to: CalendarDate | undefined) {
  if (!from && !to) return undefined
  return { field: 'receivedOn', ...(from && { gte: from }), ...(to && { lte: to }) } as const
}

function search(scope: RequestScope, term: string): RequestQuery {
  const range = { field: 'searchTerms', prefix: term } as const
  switch (scope.kind) {
    case 'organisation':
      return { index: 'byOrganisationTerm', equals: { organisationId: scope.organisationId }, range }
    case 'institution':
      return { index: 'byInstitutionTerm', equals: { institutionId: scope.institutionId }, range }
    case 'everything':
      return { index: 'byTerm', range }
    case 'published':
      return { index: 'byPublishedTerm', equals: { published: true }, range }
  }
}
