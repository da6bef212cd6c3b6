import { expect } from 'chai'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

const path = '/es/importar'

const log = [
  'Fecha de recepción,Expediente,Asunto,Entidad',
  `15/01/2026,UIP-1,Contratos de obra,Institución ${sides.institution}`,
  `31/02/2026,UIP-2,Nóminas,Institución ${sides.institution}`,
  '20/01/2026,UIP-3,Actas,Nadie conocido',
  `28/01/2026,UIP-4,Planillas,Institución ${sides.otherInstitution}`,
].join('\r\n')

describe('importing a log by form', () => {
  let server: TestServer
  let member: Visitor
  let api: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-02T20:00:00Z' })
    await addSides(server)
    member = await visitor(server, 'organisation_member')
    api = await server.signIn('organisation_member')
  })

  after(() => server.close())

  const total = async () => (await api.get('/api/v1/requests?limit=100')).body.items.length

  async function send(text: string, name = 'registro.csv') {
    const sending = member.agent.post(path)
    for (const [field, value] of Object.entries(hiddenIn((await member.get(path)).text, path)))
      sending.field(field, value)
    return sending.attach('file', Buffer.from(text), name)
  }

  it('shows what would happen, row by row, and writes nothing', async () => {
    const page = await send(log)
    expect(page.status).to.equal(200)
    expect(page.text).to.include('Importar 2 solicitudes').and.to.include('Fila 3').and.to.include('Fila 4')
    expect(page.text).to.include('31/02/2026').and.to.include('Nadie conocido')
    expect(page.text).to.match(/<option value="Expediente" selected/)
    expect(await total()).to.equal(0)
  })

  it('imports once, however often it is sent, without asking for the file again', async () => {
    const page = await send(log)
    const fields = { ...hiddenIn(page.text, path), 'column-received': 'Fecha de recepción', step: 'commit' }
    const first = await post(member.agent, path, fields)
    expect(first.headers.location).to.equal('/es/solicitudes')
    expect((await member.get('/es/solicitudes')).text).to.include('2 solicitudes nuevas')
    await post(member.agent, path, fields)
    expect(await total()).to.equal(2)
    expect((await send(log)).text).to.not.include('value="commit"')
  })

  it('asks which column is the day of receipt where it cannot tell, and takes what it is told', async () => {
    const odd = `Cuándo llegó;Cosa;Ente\r\n02/01/2026;Obras;Institución ${sides.institution}`
    const page = await send(odd)
    expect(page.status).to.equal(422)
    expect(page.text).to.include('href="#f-column-received"').and.to.include('<option value="Cuándo llegó"')
    const told = {
      ...hiddenIn(page.text, path),
      'column-received': 'Cuándo llegó',
      'column-title': 'Cosa',
      'column-institution': 'Ente',
      step: 'check',
    }
    const again = await post(member.agent, path, told)
    expect(again.status).to.equal(200)
    expect(again.text).to.include('Importar 1 solicitud')
  })

  const bad: readonly [string, string, string][] = [
    ['no file', '', ''],
    ['an empty file', ' \r\n', 'registro.csv'],
    ['quotes that do not close', 'Fecha de recepción,Asunto\r\n02/01/2026,"Obras', 'registro.csv'],
    ['a program', 'MZ'.padEnd(300, '\0'), 'registro.exe'],
  ]
  for (const [title, text, name] of bad) {
    it(`says what is wrong with ${title}`, async () => {
      const page = name === '' ? await member.send(path, { step: 'check' }) : await send(text, name)
      expect(page.status).to.equal(422)
      expect(page.text).to.include('href="#f-file"')
    })
  }

  it('is an organisation’s alone', async () => {
    for (const who of ['uip_officer', 'regulator', 'system_admin'] as const)
      await (await visitor(server, who)).get(path).expect(403)
    await server.anonymous.get(path).expect(302)
  })
})
