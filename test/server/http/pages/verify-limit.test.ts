import { expect } from 'chai'
import { testServer, type TestServer } from '../../../support/test-server.ts'

describe('files that strangers send to be checked', () => {
  let server: TestServer
  before(async () => {
    server = await testServer()
  })
  after(() => server.close())

  function sendFile() {
    return server.anonymous
      .post('/es/informe/verificar')
      .attach('file', Buffer.from('%PDF-1.7'), 'informe.pdf')
  }

  it('are taken twenty at a time, and then the page says how long to wait and what works meanwhile', async () => {
    for (let left = 20; left > 0; left -= 1) expect((await sendFile()).status).to.equal(303)
    const refused = await sendFile()
    expect(refused.status).to.equal(429)
    expect(Number(refused.get('Retry-After'))).to.be.within(1, 900)
    expect(refused.text).to.match(/Espere (un minuto|1?\d minutos)/)
    const sha256 = 'a'.repeat(64)
    expect((await server.anonymous.get(`/es/informe/verificar?sha256=${sha256}`)).status).to.equal(200)
  })
})
