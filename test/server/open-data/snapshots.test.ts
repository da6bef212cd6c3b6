import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { runDueSlots } from '../../../server/jobs/run-due-slots.ts'
import { aRequest } from '../../support/request-builder.ts'
import { addSides, testServer, type TestServer } from '../../support/test-server.ts'

interface Listed {
  readonly month: string
  readonly asOf: string
  readonly files: readonly { name: string; address: string; sha256: string; rows: number }[]
}

describe('the monthly snapshots of the open data', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-02-27' })
    await addSides(server)
    await server.context.stores.requests.addMany([
      aRequest({ id: 'publica', published: true, received: '2026-02-04' }),
      aRequest({ id: 'reservada', published: false, received: '2026-02-04', title: 'Palabras reservadas' }),
    ])
  })
  after(() => server.close())

  const night = () => runDueSlots(server.context, { owner: 'test' })

  async function listed(): Promise<readonly Listed[]> {
    return (await server.anonymous.get('/api/v1/open-data/snapshots').expect(200)).body.snapshots
  }

  it('are none before the first night, and the page says so', async () => {
    expect(await listed()).to.eql([])
    expect((await server.anonymous.get('/es/datos')).text).to.include('Todavía no hay copias')
  })

  it('are taken once a month by the jobs, each with its day', async () => {
    expect(await night()).to.deep.include({ snapshots: { files: 6 } })
    server.setNow('2026-02-28')
    expect(await night()).to.deep.include({ snapshots: { files: 0 } })
    server.setNow('2026-03-02')
    await server.context.stores.requests.add(
      aRequest({ id: 'otra', published: true, received: '2026-03-01', loggedAt: server.context.clock.now() }),
    )
    await night()
    expect((await listed()).map(({ month, asOf }) => [month, asOf])).to.eql([
      ['2026-03', '2026-03-02'],
      ['2026-02', '2026-02-27'],
    ])
  })

  it('are the files that their hashes say, as they were, with nothing unpublished', async () => {
    const [latest, first] = await listed()
    expect(latest?.files.find(({ name }) => name === 'solicitudes')?.rows).to.equal(2)
    for (const { address, sha256 } of first?.files ?? []) {
      const { text, headers } = await server.anonymous.get(address).expect(200)
      expect(createHash('sha256').update(text).digest('hex')).to.equal(sha256)
      expect(headers.etag).to.equal(`"${sha256}"`)
      expect(text).not.to.include('reservada').and.not.include('Palabras')
    }
    const requests = await server.anonymous.get('/api/v1/open-data/snapshots/2026-02/solicitudes.csv')
    expect(requests.text).to.include('EJ-publica').and.not.include('EJ-otra')
    expect(requests.get('content-disposition')).to.include('solicitudes_2026-02-27.csv')
  })

  it('are listed on the page with day and hash, in both languages', async () => {
    const [first] = await listed()
    for (const language of ['es', 'en']) {
      const page = (await server.anonymous.get(`/${language}/datos`)).text
      expect(page).to.include(first?.files[0]?.sha256).and.include(first?.files[0]?.address)
    }
  })

  it('know no other month or file', async () => {
    for (const path of ['2026-01/solicitudes.csv', '2026-02/usuarios.csv', '..%2F..%2Fx/solicitudes.csv'])
      await server.anonymous.get(`/api/v1/open-data/snapshots/${path}`).expect(404)
  })
})
