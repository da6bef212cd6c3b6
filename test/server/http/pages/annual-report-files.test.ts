import { expect } from 'chai'
import type { Response } from 'supertest'
import { checkPdf } from '../../../support/pdf-checker.ts'
import { readText } from '../../../support/pdf-text.ts'
import { loadPdf } from '../../../support/rendered.ts'
import { aRequest } from '../../../support/request-builder.ts'
import { addSides, sides, testServer, type TestServer, type TestUser } from '../../../support/test-server.ts'
import { readWorkbook, rowsOf } from '../../../support/xlsx.ts'
import { visitor } from './pages-server.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const api = '/api/v1/reports/annual-report'

describe('the files of the year’s report', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-01-20' })
    await addSides(server)
    await server.context.stores.requests.addMany([
      aRequest({ id: 'una', received: '2025-02-03' }),
      aRequest({ id: 'otra', received: '2025-12-10' }),
      aRequest({ id: 'ajena', received: '2025-02-03', institutionId: sides.otherInstitution }),
    ])
  })
  after(() => server.close())

  async function bytesOf(who: TestUser, path: string): Promise<Response> {
    const { agent } = await server.signIn(who)
    return agent
      .get(path)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => done(null, Buffer.concat(chunks)))
      })
  }

  for (const path of ['/es/informe-anual.xlsx?anio=2025', `${api}.xlsx?year=2025&language=es`]) {
    it(`are a spreadsheet at ${path}, of the unit's own cases`, async () => {
      const reply = await bytesOf('uip_officer', path)
      expect(reply.status).to.equal(200)
      expect(reply.headers['content-type']).to.equal(xlsx)
      expect(reply.headers['cache-control']).to.include('no-store')
      expect(reply.headers['content-disposition']).to.include('informe-anual_2025_2025-12-31.xlsx')
      const cases = rowsOf(readWorkbook(reply.body).get('Casos') ?? new Map())
      expect(cases.slice(1).map(([code]) => code)).to.eql(['EJ-una', 'EJ-otra'])
    })
  }

  for (const [path, title] of [
    ['/es/informe-anual.pdf?anio=2025', 'Informe anual 2025 (artículo 48)'],
    ['/en/informe-anual.pdf?anio=2025', 'Annual report 2025 (article 48)'],
    [`${api}.pdf?year=2025&language=en`, 'Annual report 2025 (article 48)'],
  ] as const) {
    it(`are a tagged PDF at ${path}`, async () => {
      const reply = await bytesOf('uip_head', path)
      expect(reply.headers['content-type']).to.equal('application/pdf')
      const document = await loadPdf(reply.body)
      expect(checkPdf(document)).to.eql([])
      expect(
        readText(document)
          .find(({ type }) => type === 'H1')
          ?.text.trim(),
      ).to.equal(title)
    })
  }

  it('say the same as the figures over the API', async () => {
    const { agent } = await server.signIn('uip_officer')
    const { body } = await agent.get(`${api}?year=2025`)
    expect(body).to.include({ schema: 'vigia/article-48/1', year: 2025, count: 2, dueOn: '2026-01-30' })
    expect(body.cases.map(({ reference }: { reference: string }) => reference)).to.eql(['EJ-una', 'EJ-otra'])
    expect(JSON.stringify(body)).not.to.include('contact')
  })

  it('are offered on the page of their year, also for a year without requests', async () => {
    for (const year of [2025, 2024]) {
      const { text } = await (await visitor(server, 'uip_officer')).get(`/es/informe-anual?anio=${year}`)
      for (const kind of ['xlsx', 'pdf']) expect(text).to.include(`/es/informe-anual.${kind}?anio=${year}`)
    }
    expect((await bytesOf('uip_officer', '/es/informe-anual.pdf?anio=2024')).status).to.equal(200)
  })

  it('are the unit’s own, and of years that can be known', async () => {
    const closed: readonly TestUser[] = ['organisation_admin', 'regulator', 'coordinator', 'system_admin']
    for (const path of [
      '/es/informe-anual.xlsx',
      '/es/informe-anual.pdf',
      api,
      `${api}.xlsx`,
      `${api}.pdf`,
    ]) {
      for (const who of closed) expect((await bytesOf(who, path)).status, `${who} ${path}`).to.equal(403)
      const year = path.startsWith('/es') ? 'anio' : 'year'
      expect((await bytesOf('uip_head', `${path}?${year}=2030`)).status, path).to.equal(404)
    }
    const out = await visitor(server, null)
    expect((await out.get('/es/informe-anual.pdf')).status).to.equal(302)
    expect((await out.get(api)).status).to.equal(401)
  })
})
