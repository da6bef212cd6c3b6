import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import type { ListRequests } from '../../../server/requests/list-requests.ts'
import { rowFilter } from '../../../server/requests/row-filter.ts'
import type { RequestHead } from '../../../server/store/request-pages.ts'

const today = calendarDate('2026-03-02')
const regulator: Actor = { userId: 'u', role: 'regulator', organisationId: null, institutionId: null }
const publicActor: Actor = { ...regulator, role: 'public' }
const all: ListRequests = {
  ...{ view: 'todas', search: null, state: null, institutionId: null, organisationId: null },
  ...{ receivedFrom: null, receivedTo: null, order: 'desc', limit: 25, cursor: null },
}
const head: RequestHead = {
  ...{ organisationId: 'org-1', institutionId: 'ins-1', published: true, title: 'Nómina de médicos' },
  ...{ reference: 'GT-2026-000007', caseNumber: 'UIP-77', receivedOn: calendarDate('2026-02-02') },
  ...{ state: 'en_tramite', nextMarkOn: calendarDate('2026-03-03') },
}

/** Filters; the head that they meet; whether it may stand in the list; who asks. */
const cases: readonly (readonly [string, Partial<ListRequests>, Partial<RequestHead>, boolean, Actor?])[] = [
  ['its institution', { institutionId: 'ins-1' }, {}, true],
  ['another institution', { institutionId: 'ins-2' }, {}, false],
  ['another organisation', { organisationId: 'org-2' }, {}, false],
  ['the first day', { receivedFrom: calendarDate('2026-02-02') }, {}, true],
  ['too late a day', { receivedFrom: calendarDate('2026-02-03') }, {}, false],
  ['too early a day', { receivedTo: calendarDate('2026-02-01') }, {}, false],
  ['its state', { state: 'en_tramite' }, {}, true],
  ['another state', { state: 'vencida_ficta' }, {}, false],
  ['a state that time may have brought', { state: 'vencida_ficta' }, { nextMarkOn: today }, true],
  ['another state of one that time leaves alone', { state: 'vencida_ficta' }, { nextMarkOn: null }, false],
  ['words without their accents', { search: 'MEDICOS nomina' }, {}, true],
  ['a word that is missing', { search: 'nómina hospitales' }, {}, false],
  ['the case number', { search: 'uip 77' }, {}, true],
  ['the case number, for the public', { search: 'uip 77' }, {}, false, publicActor],
]

describe('the heads of records that a list picks', () => {
  for (const [title, filters, change, isWanted, actor = regulator] of cases) {
    it(title, () => {
      const filter = rowFilter(actor, { ...all, ...filters }, today)
      expect(filter?.({ ...head, ...change })).to.equal(isWanted)
    })
  }

  it('are not asked for without a filter', () => expect(rowFilter(regulator, all, today)).to.equal(null))
})
