import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { sides, testServer, type TestServer } from '../../support/test-server.ts'

const path = '/api/v1/imports'
const log = 'folio,institución,recepción,respuesta,resultado\n1,MINEDUC,13/01/2026,,\n2,Nadie,14/01/2026,,\n'

describe('POST /api/v1/imports', function () {
  this.timeout(30_000)
  let server: TestServer

  beforeEach(async () => {
    server = await testServer()
    const name = 'Ceiba de Ejemplo'
    await server.context.stores.organisations.addMissing([
      { id: sides.organisation, name, foldedName: 'ceiba de ejemplo', active: true, version: 1 },
    ])
  })
  afterEach(() => server.close())

  it('is for those who are signed in', async () => {
    await server.anonymous.post(path).set('Content-Type', 'text/csv').send(log).expect(401)
  })

  it('is for organisations', async () => {
    const officer = await server.signIn('uip_officer')
    await officer.send('post', path).set('Content-Type', 'text/csv').send(log).expect(403)
  })

  it('foretells and imports a log, row by row', async () => {
    const member = await server.signIn('organisation_member')
    const send = (query: string) =>
      member
        .send('post', path + query)
        .set('Content-Type', 'text/csv')
        .send(log)
        .expect(200)
    const trial = await send('?dryRun=true')
    expect(trial.body).to.include({ read: 2, added: 1, refusedRows: 1, dryRun: true })
    const { body } = await send('')
    expect(body).to.include({ read: 2, added: 1, refusedRows: 1, dryRun: false })
    expect(body.problems[0]).to.include({ row: 3, value: 'Nadie', reason: 'unknown-institution' })
    expect((await send('')).body).to.include({ added: 0, same: 1 })
    const list = await member.get('/api/v1/requests').expect(200)
    expect(list.body.items).to.have.length(1)
  })

  it('refuses what is no log, and what is no CSV', async () => {
    const member = await server.signIn('organisation_member')
    const noLog = await member.send('post', path).set('Content-Type', 'text/csv').send('a,b\n1,2').expect(400)
    expect(JSON.stringify(noLog.body)).to.include('import.no-received-column')
    await member.send('post', path).send({ a: 1 }).expect(415)
    const big = Buffer.alloc(21 * 1024 * 1024, 'a')
    await member.send('post', path).set('Content-Type', 'text/csv').send(big).expect(413)
  })

  it('reads a real log as the bytes that it is', async () => {
    const member = await server.signIn('organisation_member')
    const bytes = await readFile('test/fixtures/logs/aphis-2012-02.csv')
    const { body } = await member
      .send('post', `${path}?dryRun=true&institution=MARN&fileName=aphis.csv`)
      .set('Content-Type', 'text/csv')
      .send(bytes)
      .expect(200)
    expect(body).to.include({ read: 83, added: 83, refusedRows: 0 })
  })
})
