import { expect } from 'chai'
import { addDemoPeople } from '../../../scripts/demo/demo-people.ts'
import { addDemoRequests } from '../../../scripts/demo/demo-requests.ts'
import type { Hasher } from '../../../server/auth/hasher.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { testimonyOf } from '../../../server/domain/request/testimony.ts'
import { listMatching } from '../../../server/requests/list-matching.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

const regulator: Actor = { userId: 'pdh', role: 'regulator', organisationId: null, institutionId: null }

describe('the demo’s requests', () => {
  let context: TempContext

  before(async () => {
    context = await tempContext({ now: '2026-11-23' })
    const hasher: Hasher = {
      hash: password => Promise.resolve(password),
      verify: () => Promise.resolve(true),
    }
    await addDemoPeople(context, hasher)
    await addDemoRequests(context)
  })
  after(() => context.close())

  it('tell of a fact with two versions and of an objection, both by acts of the sides', async () => {
    const { items } = await listMatching(context, regulator, {
      ...{ query: { view: 'disputa' }, order: 'desc', limit: 50, cursor: null },
      matches: () => true,
    })
    const standings = items.flatMap(({ request }) => testimonyOf(request.events).map(one => one.standing))
    const objecting = items.flatMap(({ request }) => request.events.filter(({ type }) => type === 'disputed'))
    expect(items).to.have.length(2)
    expect(standings).to.include('en_disputa')
    expect(objecting.map(({ actor }) => actor.role)).to.eql(['uip_head'])
  })
})
