import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { anAct, anInstitution, aRequest, officer } from '../../support/request-builder.ts'
import { addSides, sides, testServer, type TestServer } from '../../support/test-server.ts'

const secretWords = 'Palabras de Fulana de Tal'

describe('the open data over HTTP', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-03-20' })
    await addSides(server)
    await server.context.stores.institutions.add(
      anInstitution({ id: 'formula', name: '=HYPERLINK("http://malo.test")' }),
    )
    const resolved = anAct('resolved', '2026-02-10', {
      outcome: 'entrega_parcial',
      reasoning: secretWords,
      grounds: ['confidencial'],
      article: secretWords,
      classificationResolution: secretWords,
      costQuetzales: 0,
    })
    const admitted = anAct('admitted', '2026-02-03', { caseNumber: secretWords })
    await server.context.stores.requests.addMany([
      aRequest({
        id: 'publica',
        published: true,
        title: secretWords,
        body: secretWords,
        then: [{ acts: [admitted, resolved], actor: officer }],
      }),
      aRequest({ id: 'callada', published: true, received: '2026-02-04' }),
      aRequest({ id: 'de-formula', published: true, institutionId: 'formula', received: '2026-03-19' }),
      aRequest({ id: 'reservada', published: false, received: '2026-02-04', title: secretWords }),
      aRequest({ id: 'reservada-2', published: false, institutionId: sides.otherInstitution }),
    ])
  })
  after(() => server.close())

  async function text(path: string): Promise<string> {
    const reply = await server.anonymous
      .get(`/api/v1/open-data${path}`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => done(null, Buffer.concat(chunks)))
      })
    expect(reply.status, path).to.equal(200)
    return Buffer.from(reply.body).toString('utf8')
  }

  const rows = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true })

  it('lists its datasets with licence, day, columns and counts', async () => {
    const reply = await server.anonymous.get('/api/v1/open-data').expect(200)
    const { datasets, asOf, licence, mostMinutesOld } = reply.body
    expect([asOf, mostMinutesOld]).to.eql(['2026-03-20', 10])
    expect(licence).to.include('by/4.0')
    const counts = Object.fromEntries(
      datasets.map((one: { name: string; count: number }) => [one.name, one.count]),
    )
    expect(counts).to.include({ solicitudes: 3 })
    for (const { columns } of datasets)
      for (const { name, es, en } of columns)
        expect([name, es, en].every(word => word.length > 0)).to.equal(true)
  })

  it('gives the published requests alone, row for row the same as CSV and as JSON', async () => {
    const csv = await text('/solicitudes.csv')
    expect(csv.startsWith('\ufeffreferencia,')).to.equal(true)
    expect(
      rows(csv)
        .map(({ id }) => id)
        .sort(),
    ).to.eql(['callada', 'de-formula', 'publica'])
    const json = JSON.parse(await text('/solicitudes.json'))
    expect(json.count).to.equal(3)
    expect(json.rows.map((row: Record<string, unknown>) => row['referencia'])).to.eql(
      rows(csv).map(({ referencia }) => referencia),
    )
    expect(rows(csv).find(({ id }) => id === 'publica')).to.include({
      recibida: '2026-02-02',
      resuelta: '2026-02-10',
      resultado: 'entrega_parcial',
      motivos: 'confidencial',
      dias_habiles: '6',
    })
  })

  it('gives nothing of the unpublished and no word of anybody, in any file, count or page', async () => {
    const paths = ['', '/diccionario.csv']
    for (const { formats } of (await server.anonymous.get('/api/v1/open-data')).body.datasets)
      paths.push(...formats.map((path: string) => path.replace('/api/v1/open-data', '')))
    expect(paths).to.have.length(12)
    for (const path of paths) {
      const content = await text(path)
      expect(content, path).to.not.match(/reservada-?2?[",]|Fulana|org-ceiba|Organización|user-/)
    }
    const breaches = rows(await text('/incumplimientos.csv'))
    expect(breaches.map(({ id, plazo }) => `${id} ${plazo}`)).to.include('callada K1')
    expect(breaches.filter(({ id }) => id?.startsWith('reservada'))).to.eql([])
    const received = rows(await text('/cifras.csv')).find(
      ({ grupo, indicador }) => grupo === 'todas' && indicador === 'V1',
    )
    expect(received?.casos).to.equal('3')
  })

  it('runs no formula in a spreadsheet', async () => {
    expect(rows(await text('/instituciones.csv')).map(({ nombre }) => nombre)).to.include(
      '\'=HYPERLINK("http://malo.test")',
    )
  })

  it('gives a sample of a few rows', async () => {
    expect(rows(await text('/solicitudes.csv?limit=2'))).to.have.length(2)
    expect(JSON.parse(await text('/solicitudes.json?limit=2'))).to.have.property('count', 2)
    await server.anonymous.get('/api/v1/open-data/solicitudes.csv?limit=0').expect(400)
  })

  it('says in the dictionary what every column of every file is', async () => {
    const known = rows(await text('/diccionario.csv')).map(
      ({ conjunto, columna }) => `${conjunto} ${columna}`,
    )
    for (const name of ['solicitudes', 'incumplimientos', 'instituciones', 'cifras', 'dias-inhabiles']) {
      const head = parse(await text(`/${name}.csv`), { bom: true, to: 1 })
      for (const column of head.flat()) expect(known).to.include(`${name} ${String(column)}`)
    }
  })

  it('knows no other file, and may be kept for a minute', async () => {
    for (const path of ['/usuarios.csv', '/solicitudes.xml', '/..%2f..%2fpackage.json'])
      await server.anonymous.get(`/api/v1/open-data${path}`).expect(404)
    const reply = await server.anonymous.get('/api/v1/open-data/cifras.json').expect(200)
    expect(reply.get('Cache-Control')).to.equal('public, max-age=60')
    const mine = await (await server.signIn('regulator')).get('/api/v1/open-data/cifras.json')
    expect([mine.status, mine.get('Cache-Control')]).to.eql([200, 'private, no-store'])
  })

  it('tells a new request within the time it names', async () => {
    await server.context.stores.requests.addMany([
      aRequest({ id: 'nueva', published: true, received: '2026-03-18' }),
    ])
    server.setNow(new Date('2026-03-20T15:10:00Z'))
    expect(rows(await text('/solicitudes.csv')).map(({ id }) => id)).to.include('nueva')
  })
})
