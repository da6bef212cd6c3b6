import { createHash } from 'node:crypto'
import { expect } from 'chai'
import type { Response } from 'supertest'
import { seedRequests } from '../../../server/seeding/seed-requests.ts'
import { anInstitution, aRequest } from '../../support/request-builder.ts'
import { readFiles } from '../../support/pdf-checker-resources.ts'
import { readArtifacts, readText } from '../../support/pdf-text.ts'
import { loadPdf } from '../../support/rendered.ts'
import { addSides, sides, testServer, type TestServer, type TestUser } from '../../support/test-server.ts'

const path = '/api/v1/reports/activity-4'
const firstHalf = 'from=2024-01-01&to=2024-06-30&asOf=2024-07-15'

describe('the Activity 4 report over HTTP', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2024-07-15' })
    await addSides(server)
    const institutions = [sides.institution, sides.otherInstitution].map(id => anInstitution({ id }))
    await seedRequests(server.context, { requests: 60, years: 1, seed: 5, institutions })
    await server.context.stores.requests.addMany([
      aRequest({ id: 'ours-1', received: '2024-02-05' }),
      aRequest({ id: 'ours-2', received: '2024-03-04', institutionId: sides.otherInstitution }),
      aRequest({
        id: 'theirs',
        received: '2024-03-04',
        organisationId: sides.otherOrganisation,
        institutionId: sides.otherInstitution,
      }),
    ])
  })
  after(() => server.close())

  async function asked(who: TestUser, query = firstHalf, format = ''): Promise<Response> {
    const { agent } = await server.signIn(who)
    return agent
      .get(`${path}${format}?${query}`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => done(null, Buffer.concat(chunks)))
      })
  }

  async function figuresFor(who: TestUser, query = firstHalf) {
    const reply = await asked(who, query)
    expect(reply.status, String(reply.body)).to.equal(200)
    return JSON.parse(String(reply.body))
  }

  it('refuses a period that leaves the known calendar', async () => {
    for (const query of [
      'from=1000-01-01&to=9999-12-31',
      'from=2008-12-31&to=2024-01-01',
      'from=2024-01-01&to=2061-01-01',
    ]) {
      const reply = await asked('regulator', query)
      expect(reply.status, query).to.be.oneOf([400, 422])
    }
    expect((await asked('regulator', 'from=2009-01-01&to=2060-12-31')).status).to.equal(200)
  })

  it('covers everything for who oversees, and for a side its own requests alone', async () => {
    const [all, ours, theirs, office] = [
      await figuresFor('regulator'),
      await figuresFor('organisation_member'),
      await figuresFor('other_organisation_admin'),
      await figuresFor('uip_officer'),
    ]
    expect(ours.indicators.volume.received.count).to.equal(2)
    expect(theirs.indicators.volume.received.count).to.equal(1)
    expect(theirs.organisations.map(({ id }: { id: string }) => id)).to.eql([sides.otherOrganisation])
    expect(office.institutions.map(({ id }: { id: string }) => id)).to.eql([sides.institution])
    const received = all.indicators.volume.received.count
    expect(received).to.be.greaterThan(office.indicators.volume.received.count)
    const { stores } = server.context
    const stored = []
    for await (const request of stores.requests.historiesUpTo(all.asOf, { kind: 'everything' }))
      stored.push(request)
    const inPeriod = stored.filter(
      ({ receivedOn }) => receivedOn >= '2024-01-01' && receivedOn <= '2024-06-30',
    )
    expect(received).to.equal(inPeriod.length)
  })

  it('says on every page of a side that it is only its own', async () => {
    const { body } = await asked('organisation_member', firstHalf, '.pdf')
    const document = await loadPdf(body)
    const [, ...pages] = readArtifacts(document)
    expect(pages.length).to.be.greaterThan(5)
    for (const page of pages) expect(page).to.include('Organización org-ceiba')
    const cover = readText(document)[0]?.text ?? ''
    expect(cover).to.include('Organización org-ceiba')
    const whole = readArtifacts(await loadPdf((await asked('regulator', firstHalf, '.pdf')).body))
    for (const page of whole) expect(page).not.to.include('org-ceiba')
  })

  it('gives as JSON the very file that the PDF embeds, and as CSV its cases', async () => {
    const [json, csv, pdf] = [
      await asked('regulator'),
      await asked('regulator', firstHalf, '.csv'),
      await asked('regulator', firstHalf, '.pdf'),
    ]
    expect(json.headers['content-type']).to.match(/^application\/json/)
    const document = await loadPdf(pdf.body)
    const seals = readText(document).map(({ text }) => text.replaceAll(/\s/g, ''))
    for (const body of [json.body, csv.body]) {
      const sha256 = createHash('sha256').update(body).digest('hex')
      expect(seals.some(text => text.includes(sha256))).to.equal(true)
    }
    expect(readFiles(document).map(({ name }) => name)).to.eql([
      'casos_2024-01-01_2024-06-30.csv',
      'cifras_2024-01-01_2024-06-30.json',
      'diccionario.csv',
    ])
  })

  it('opens every figure: as many cases as its count says, each on the list', async () => {
    const figures = await figuresFor('regulator')
    const rows = (await asked('regulator', firstHalf, '.csv')).body.toString('utf8').trimEnd().split('\n')
    const opened = figuresIn(figures)
    expect(opened.length).to.be.greaterThan(100)
    for (const { code, count, caseRows } of opened) {
      expect(caseRows.length, code).to.equal(count)
      expect(new Set(caseRows).size, code).to.equal(count)
      for (const row of caseRows) expect(row, code).to.be.within(1, rows.length - 1)
    }
  })

  it('says «sin datos», never 0 %, of a period without requests', async () => {
    const query = 'from=2015-01-01&to=2015-06-30&asOf=2024-07-15&language=es'
    const figures = await figuresFor('regulator', query)
    expect(figures.indicators.timeliness.onTime).to.include({ count: 0, n: 0, rate: null })
    const document = await loadPdf((await asked('regulator', query, '.pdf')).body)
    const words = readText(document).map(({ text }) => text)
    expect(words.join(' ')).to.include('no hay solicitudes recibidas')
    expect(words.filter(text => text.trim() === 'sin datos').length).to.be.greaterThan(10)
    // V3 counts what is pending from any period, so that it may have a rate.
    for (const text of words) expect(text).not.to.match(/^\s*0\.0\s%/)
  })

  const refused: readonly [string, string, number, string][] = [
    ['a first day after the last', 'from=2024-06-30&to=2024-01-01', 422, 'period-invalid'],
    ['a cut-off day in the future', 'from=2024-01-01&to=2024-06-30&asOf=2024-07-16', 422, 'in-the-future'],
    ['a day that does not exist', 'from=2024-02-30&to=2024-06-30', 400, 'invalid-input'],
    ['no period', '', 400, 'invalid-input'],
    ['a language it does not speak', `${firstHalf}&language=fr`, 400, 'invalid-input'],
    ['two first days', `${firstHalf}&from=2024-02-01`, 400, 'invalid-input'],
  ]
  for (const [title, query, status, code] of refused) {
    it(`refuses ${title} in every format, with no byte of a report`, async () => {
      for (const format of ['', '.pdf', '.csv']) {
        const reply = await asked('regulator', query, format)
        expect([reply.status, JSON.parse(String(reply.body)).code]).to.eql([status, code])
        expect(reply.headers).not.to.have.property('content-disposition')
      }
    })
  }

  it('is not for the public, nor for who runs the site', async () => {
    const anonymous = await server.anonymous.get(`${path}?${firstHalf}`)
    expect([anonymous.status, anonymous.body.code]).to.eql([401, 'sign-in-required'])
    const admin = await asked('system_admin')
    expect([admin.status, JSON.parse(String(admin.body)).code]).to.eql([403, 'forbidden'])
  })

  it('has the same bytes twice', async () => {
    const [first, second] = [
      await asked('coordinator', firstHalf, '.pdf'),
      await asked('regulator', firstHalf, '.pdf'),
    ]
    expect(first.headers['content-type']).to.equal('application/pdf')
    expect(first.headers['content-disposition']).to.include('informe-actividad-4_2024-01-01_2024-06-30.pdf')
    expect(first.body.equals(second.body)).to.equal(true)
  })
})

describe('a report with a character that no face has', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2024-07-15' })
    const { organisations, institutions, requests } = server.context.stores
    const name = 'Red 😀 de Escuelas'
    await organisations.addMissing([
      { id: sides.organisation, name, foldedName: 'red', active: true, version: 1 },
    ])
    await institutions.addMissing([anInstitution()])
    await requests.addMany([aRequest({ received: '2024-02-05' })])
  })
  after(() => server.close())

  const languages = [
    ['es', /«😀» \(U\+1F600\), en «Red 😀 de Escuelas», bajo «Respuesta por organización»/],
    ['en', /“😀” \(U\+1F600\), in “Red 😀 de Escuelas”, under “Answers by organisation”/],
  ] as const
  for (const [language, said] of languages) {
    it(`is refused in ${language} before a byte is sent, naming the character and its place`, async () => {
      const { agent } = await server.signIn('regulator')
      const reply = await agent
        .get(`${path}.pdf?${firstHalf}&language=${language}`)
        .set('Accept-Language', language)
      expect([reply.status, reply.body.code]).to.eql([422, 'missing-glyph'])
      expect(reply.body.detail).to.match(said)
      expect(reply.headers['content-type']).to.match(/^application\/problem\+json/)
      expect(reply.headers).not.to.have.property('content-disposition')
    })
  }

  it('still gives its figures and cases', async () => {
    const { agent } = await server.signIn('regulator')
    expect((await agent.get(`${path}?${firstHalf}`)).status).to.equal(200)
    expect((await agent.get(`${path}.csv?${firstHalf}`)).status).to.equal(200)
  })
})

interface Opened {
  readonly code: string
  readonly count: number
  readonly caseRows: readonly number[]
}

/** Every figure with a list of cases, however deep. */
function figuresIn(value: unknown): Opened[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(figuresIn)
  return isOpened(value) ? [value, ...inside] : inside
}

function isOpened(value: object): value is Opened {
  return 'code' in value && 'count' in value && 'caseRows' in value
}
