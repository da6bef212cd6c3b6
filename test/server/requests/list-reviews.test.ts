import { expect } from 'chai'
import type { Actor } from '../../../server/domain/request/events.ts'
import { listMatching } from '../../../server/requests/list-matching.ts'
import { listReviews } from '../../../server/requests/list-reviews.ts'
import { fillContested } from '../../../server/store/fill-contested.ts'
import { requestCollection } from '../../../server/store/request-store.ts'
import { aRequest, anAct, member, officer } from '../../support/request-builder.ts'
import { addSides, testServer, type TestServer } from '../../support/test-server.ts'

const regulator: Actor = { userId: 'r', role: 'regulator', organisationId: null, institutionId: null }

const loggedAt = new Date('2026-03-06T15:00:00Z')

const refused = {
  actor: officer,
  acts: [
    anAct('admitted', '2026-02-03', { caseNumber: null }),
    anAct('resolved', '2026-02-10', {
      ...{ outcome: 'negativa_confidencial', reasoning: 'Es confidencial.', grounds: ['confidencial'] },
      ...{ article: '22', classificationResolution: null, costQuetzales: 0 },
    }),
    anAct('notified', '2026-02-11', { means: 'correo' }),
  ],
} as const

function reviewed(id: string, filedOn: string) {
  const acts = [anAct('review_filed', filedOn, { ground: '54', text: 'No es confidencial.' })]
  return aRequest({ id, received: '2026-02-02', loggedAt, then: [refused, { actor: member, acts }] })
}

function objected(id: string, on: string) {
  const acts = [anAct('disputed', on, { breachId: null, text: 'Ese correo nunca llegó.' })]
  return aRequest({ id, received: '2026-02-02', loggedAt, then: [refused, { actor: member, acts }] })
}

describe('the lists of those who oversee', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-03-06' })
    await addSides(server)
    const { requests } = server.context.stores
    await requests.add(reviewed('segunda', '2026-03-04'))
    await requests.add(reviewed('primera', '2026-03-03'))
    await requests.add(aRequest({ id: 'callada', received: '2026-02-02' }))
    await requests.add(objected('antes', '2026-02-20'))
    await requests.add(objected('despues', '2026-02-24'))
  })

  after(() => server.close())

  async function pagesOf(actor: Actor, limit: number): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = []
    let cursor: string | null = null
    do {
      const page = await listReviews(server.context, actor, { limit, cursor })
      pages.push(page.items.map(({ request }) => request.id))
      cursor = page.next
    } while (cursor !== null && pages.length < 10)
    return pages
  }

  it('hold reviews page by page, the first to fall due first, and end with the last', async () => {
    expect(await pagesOf(regulator, 1)).to.eql([['primera'], ['segunda']])
    expect(await pagesOf(regulator, 50)).to.eql([['primera', 'segunda']])
  })

  it('hold the reviews of one side alone for that side', async () => {
    expect((await pagesOf(officer, 50)).flat()).to.eql(['primera', 'segunda'])
    expect(await pagesOf({ ...officer, institutionId: 'inst-otra' }, 50)).to.eql([[]])
  })

  it('begin anew for a cursor that is none', async () => {
    const { items } = await listReviews(server.context, regulator, { limit: 5, cursor: '9.nada' })
    expect(items).to.have.length(2)
  })

  it('hold what was contested, the last word first', async () => {
    expect(await contested()).to.eql(['despues', 'antes'])
  })

  it('hold what was contested before its day was kept, once that is filled in', async () => {
    const collection = server.context.engine.collection(requestCollection)
    await collection.updateIf('antes', {}, { set: { contestedOn: null } })
    expect(await contested()).to.eql(['despues'])
    const { version } = (await server.context.stores.requests.find('antes', { kind: 'everything' })) ?? {}
    expect(await fillContested(server.context.engine)).to.equal(1)
    expect(await contested()).to.eql(['despues', 'antes'])
    const after = await server.context.stores.requests.find('antes', { kind: 'everything' })
    expect(after?.version).to.equal(version)
  })

  async function contested(): Promise<readonly string[]> {
    const { items } = await listMatching(server.context, regulator, {
      ...{ query: { view: 'disputa' }, order: 'desc', limit: 50, cursor: null },
      matches: () => true,
    })
    return items.map(({ request }) => request.id)
  }
})
