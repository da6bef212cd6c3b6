import { parse } from 'csv-parse/sync'
import { expect } from 'chai'
import { aRequest } from '../../../support/request-builder.ts'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../../support/test-server.ts'

describe('a list as a file', () => {
  let server: TestServer
  let member: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-03-02' })
    await addSides(server)
    const { requests } = server.context.stores
    for (let n = 0; n < 130; n += 1) {
      const received = n % 2 === 0 ? '2026-02-02' : '2026-02-26'
      await requests.add(aRequest({ id: `r${n}`, received, title: n === 0 ? '=1+1' : `Obras, ${n}` }))
    }
    await requests.add(aRequest({ id: 'theirs', organisationId: sides.otherOrganisation, published: true }))
    member = await server.signIn('organisation_member')
  })

  after(() => server.close())

  const read = (text: string) =>
    parse(text.replace(/^\ufeff/, ''), { columns: true }) as Record<string, string>[]

  for (const query of [
    '',
    '?vista=vencidas',
    '?desde=20/02/2026',
    '?q=obras&orden=asc',
    '?estado=presentada',
  ]) {
    it(`has the rows of the list ${query || 'as it is'}, in its order`, async () => {
      const { text } = await member.get(`/es/solicitudes/lista.csv${query}`).expect(200)
      const json = await member.get(`/es/solicitudes/lista.json${query}`).expect(200)
      const shown: string[] = []
      let address: string | null = `/es/solicitudes${query}`
      while (address !== null) {
        const page: string = (await member.get(address)).text
        shown.push(
          ...[...page.matchAll(/<a class="row-title" href="\/es\/solicitudes\/(r\d+)"/g)].map(
            ([, id]) => `EJ-${id}`,
          ),
        )
        const next: string | undefined = /<a class="button button-secondary" href="([^"]+cursor=[^"]+)"/.exec(
          page,
        )?.[1]
        address = next?.replaceAll('&amp;', '&') ?? null
      }
      expect(shown).to.have.length.greaterThan(30)
      expect(read(text).map(row => row['Número'])).to.eql(shown)
      expect(json.body.items.map((row: { reference: string }) => row.reference)).to.eql(shown)
    })
  }

  it('begins with a byte order mark and runs nothing in a spreadsheet', async () => {
    const reply = await member.get('/es/solicitudes/lista.csv').buffer(true)
    expect(reply.text.charCodeAt(0)).to.equal(0xfeff)
    expect(reply.headers['content-type']).to.equal('text/csv; charset=utf-8')
    expect(read(reply.text).map(row => row['Título'])).to.include("'=1+1")
    expect(read((await member.get('/en/solicitudes/lista.csv')).text)[0]).to.have.property('Reference')
  })

  it('gives each what they may see, over the API too', async () => {
    const published = read((await server.anonymous.get('/es/solicitudes/lista.csv').expect(200)).text)
    expect(published.map(row => row['Número'])).to.eql(['EJ-theirs'])
    const api = await server.anonymous.get('/api/v1/requests/export.json').expect(200)
    expect(api.body.items).to.have.length(1)
    const own = await member.get('/api/v1/requests/export.csv?view=vencidas').expect(200)
    expect(read(own.text)).to.have.length(65)
    await member.get('/api/v1/requests/export.csv?view=todo').expect(400)
    const nothing = await member.get('/es/solicitudes/lista.json?q=nadaasi').expect(200)
    expect(nothing.body).to.eql({ items: [] })
  })
})
