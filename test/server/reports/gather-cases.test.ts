import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { gatherCases } from '../../../server/reports/gather-cases.ts'
import { anInstitution, aRequest } from '../../support/request-builder.ts'
import { testServer, type TestServer } from '../../support/test-server.ts'

describe('the cases of a report', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2024-07-15' })
    await server.context.stores.institutions.addMissing([anInstitution()])
  })
  after(() => server.close())

  it('have a request once that passed by twice, as it was seen last', async () => {
    const [before, other, after] = [
      aRequest({ id: 'moved', received: '2024-02-05' }),
      aRequest({ id: 'other', received: '2024-02-06' }),
      aRequest({ id: 'moved', received: '2024-02-07' }),
    ]
    const { context } = server
    const { stores } = context
    async function* historiesUpTo() {
      yield* [before, other, after]
    }
    const requests = { ...stores.requests, historiesUpTo }
    const cases = await gatherCases(
      { ...context, stores: { ...stores, requests } },
      { kind: 'everything' },
      calendarDate('2024-07-15'),
    )
    expect(cases.map(({ id, receivedOn }) => `${id} ${receivedOn}`)).to.have.members([
      'moved 2024-02-07',
      'other 2024-02-06',
    ])
  })
})
