import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { inAddress, type AddressName } from '../domain/list-address.ts'
import { requestStates } from '../domain/request/states.ts'
import { typedDay } from '../http/pages/typed-day.ts'
import { listViews, type ListRequests } from './list-requests.ts'

/** What a list's address says, apart from where in the list one is. */
export type ListedRequests = Omit<ListRequests, 'limit' | 'cursor'>

export interface ReadAddress {
  readonly input: ListedRequests
  /** Days that cannot be read: they are said and left out, and the list is still shown. */
  readonly wrongDays: readonly ('desde' | 'hasta')[]
}

/** The list that an address shows: on the page, in a download, in a saved view and in its calendar. */
export function readAddress(given: URLSearchParams, today: CalendarDate): ReadAddress {
  const text = (name: AddressName) => inAddress(given, name)
  const view = listViews.find(one => one === text('vista')) ?? 'todas'
  const days = { desde: typedDay(text('desde'), today), hasta: typedDay(text('hasta'), today) }
  return {
    input: {
      view,
      search: text('q').slice(0, 100) || null,
      state: requestStates.find(one => one === text('estado')) ?? null,
      institutionId: text('institucion') || null,
      organisationId: null,
      receivedFrom: days.desde,
      receivedTo: days.hasta,
      order: orderIn(text('orden'), view),
    },
    wrongDays: (['desde', 'hasta'] as const).filter(name => text(name) !== '' && days[name] === null),
  }
}

/** What is late or due begins with the first to fall; a whole list, with the newest. */
function orderIn(typed: string, view: ListRequests['view']): ListRequests['order'] {
  if (typed === 'asc' || typed === 'desc') return typed
  return view === 'todas' ? 'desc' : 'asc'
}
