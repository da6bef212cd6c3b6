import { expect } from 'chai'
import type { Context } from '../../../server/context.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { gatherAsked, gatherCases } from '../../../server/reports/gather-cases.ts'
import { anInstitution, aRequest } from '../../support/request-builder.ts'
import { testServer, type TestServer } from '../../support/test-server.ts'

describe('the cases of a report', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2024-07-15' })
    await server.context.stores.institutions.addMissing([anInstitution()])
  })
  after(() => server.close())

  /** As if a request were moved to a later day while the pass was under way. */
  function movedMeanwhile(): Context {
    const { context } = server
    const { stores } = context
    async function* historiesUpTo() {
      yield aRequest({ id: 'moved', received: '2024-02-05' })
      yield aRequest({ id: 'other', received: '2024-02-06' })
      yield aRequest({ id: 'moved', received: '2024-02-07' })
    }
    return { ...context, stores: { ...stores, requests: { ...stores.requests, historiesUpTo } } }
  }

  const asOf = calendarDate('2024-07-15')
  const everything = { kind: 'everything' } as const

  it('have a request once that passed by twice, as it was seen last', async () => {
    const cases = await gatherCases(movedMeanwhile(), everything, asOf)
    expect(cases.map(({ id, receivedOn }) => `${id} ${receivedOn}`)).to.have.members([
      'moved 2024-02-07',
      'other 2024-02-06',
    ])
  })

  it('have it once where the report asks for some of them, and count it once', async () => {
    const window = { from: calendarDate('2024-02-07'), to: calendarDate('2024-02-07'), asOf }
    const question = { window, named: new Set<string>(), trained: new Map() }
    const { cases, knownCount } = await gatherAsked(movedMeanwhile(), everything, question)
    expect(cases.filter(({ id }) => id === 'moved').map(({ receivedOn }) => receivedOn)).to.eql([
      '2024-02-07',
    ])
    expect(knownCount).to.equal(2)
  })
})
