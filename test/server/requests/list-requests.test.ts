import { expect } from 'chai'
import type { Actor } from '../../../server/domain/request/events.ts'
import type { RequestState } from '../../../server/domain/request/states.ts'
import { listRequests, type ListRequests } from '../../../server/requests/list-requests.ts'
import { aRequest, anAct, member, officer } from '../../support/request-builder.ts'
import { addSides, testServer, type TestServer } from '../../support/test-server.ts'

const coordinator: Actor = {
  ...{ userId: 'c', role: 'coordinator', organisationId: null, institutionId: null },
}

const loggedAt = new Date('2026-02-10T15:00:00Z')

function withdrawn(id: string, received: string) {
  const acts = [anAct('withdrawn', '2026-02-10', { reason: null })]
  return aRequest({ id, received, loggedAt, then: [{ actor: member, acts }] })
}

describe('a list of one state', () => {
  let server: TestServer

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-10' })
    await addSides(server)
  })

  afterEach(() => server.close())

  function page(state: RequestState, given: Partial<ListRequests> = {}, actor = coordinator) {
    const all = { view: 'todas', search: null, institutionId: null, organisationId: null } as const
    const days = { receivedFrom: null, receivedTo: null } as const
    const input = { ...all, ...days, state, order: 'desc', limit: 25, cursor: null, ...given } as const
    return listRequests(server.context, actor, input)
  }

  async function pagesOf(state: RequestState, given: Partial<ListRequests> = {}, actor = coordinator) {
    const pages: string[][] = []
    let cursor: string | null = null
    do {
      const { items, next } = await page(state, { ...given, cursor }, actor)
      pages.push(items.map(({ id }) => id))
      cursor = next
    } while (cursor !== null)
    return pages
  }

  const idsOf = async (...asked: Parameters<typeof pagesOf>) => (await pagesOf(...asked)).flat()

  it('finds what is rare in the country on its first page, among ever so many others', async () => {
    const others = Array.from({ length: 520 }, (_, at) => aRequest({ id: `otra-${at}`, loggedAt }))
    await server.context.stores.requests.addMany([...others, withdrawn('rara', '2026-02-02')])
    const { items, next } = await page('desistida')
    expect([items.map(({ id }) => id), next]).to.eql([['rara'], null])
  })

  it('goes on by its cursor, newest or oldest first, within the days of receipt', async () => {
    const days = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05']
    for (const day of days) await server.context.stores.requests.add(withdrawn(day, day))
    const asked = { limit: 1, receivedFrom: days[1], receivedTo: days[3] } as Partial<ListRequests>
    expect(await idsOf('desistida', asked)).to.eql(days.slice(1).reverse())
    expect(await idsOf('desistida', { ...asked, order: 'asc' })).to.eql(days.slice(1))
  })

  it('says what a term that has run out since made of a request, before any job has written it down', async () => {
    await server.context.stores.requests.add(aRequest({ id: 'callada', received: '2026-02-02' }))
    expect(await idsOf('vencida_ficta')).to.eql([])
    server.setNow('2026-02-18')
    expect(await idsOf('vencida_ficta')).to.eql(['callada'])
    expect(await idsOf('presentada')).to.eql([])
  })

  it('shows a side its own alone', async () => {
    await server.context.stores.requests.add(withdrawn('de-otra', '2026-02-02'))
    expect(await idsOf('desistida', {}, officer)).to.eql(['de-otra'])
    expect(await idsOf('desistida', {}, { ...officer, institutionId: 'inst-otra' })).to.eql([])
  })

  it('fills each page with what a rule picks, however thick or thin it lies', async () => {
    // Crowded at first, then rare, then crowded again.
    const isWanted = (at: number) => at % 40 === 0 || at < 30 || at > 270
    const all = Array.from({ length: 300 }, (_, at) => {
      const institutionId = isWanted(at) ? 'inst-caminos' : 'inst-otra'
      return aRequest({ id: String(at).padStart(3, '0'), institutionId, loggedAt })
    })
    await server.context.stores.requests.addMany(all)
    const wanted = all.filter(request => request.institutionId === 'inst-caminos').map(({ id }) => id)
    for (const limit of [3, 7, 25]) {
      const asked = { limit, institutionId: 'inst-caminos', order: 'asc' } as const
      const pages = await pagesOf('presentada', asked, member)
      expect(pages.flat()).to.eql(wanted)
      expect(pages.slice(0, -1).map(({ length }) => length)).to.eql(pages.slice(1).map(() => limit))
    }
  })

  it('refuses a cursor of another list by its name', async () => {
    const refused = await page('desistida', { cursor: 'e.rubbish!', view: 'en_curso' }).catch(
      (error: unknown) => error,
    )
    expect(refused).to.have.property('code', 'invalid-input')
  })
})
