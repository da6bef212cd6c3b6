import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { emailOf, testPassword, testServer, type TestServer } from '../../support/test-server.ts'

describe('a session', () => {
  let server: TestServer
  let listening: Server

  beforeEach(async () => {
    server = await testServer()
    await server.user('regulator')
    saveSlowly(server)
    listening = server.app.listen(0, '127.0.0.1')
    await once(listening, 'listening')
  })

  afterEach(async () => {
    listening.closeAllConnections()
    listening.close()
    await server.close()
  })

  // A browser follows a redirect as soon as it has read the headers, before the body has ended.
  it('is whole by the time its cookie is read', async () => {
    for (let round = 0; round < 3; round += 1) {
      const form = new URLSearchParams({ email: emailOf('regulator'), password: testPassword }).toString()
      const signedIn = await send('POST', '/es/entrar', '', form)
      expect(signedIn.statusCode).to.equal(303)
      const cookie = String(signedIn.headers['set-cookie']?.[0]).split(';')[0] ?? ''
      const me = await send('GET', '/api/v1/session', cookie)
      signedIn.resume()
      expect(JSON.parse(await text(me)).user?.role, `round ${round}`).to.equal('regulator')
    }
  })

  /** Resolves at the headers. */
  async function send(method: string, path: string, cookie: string, form?: string): Promise<IncomingMessage> {
    const { port } = listening.address() as AddressInfo
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      Cookie: cookie,
      Connection: 'close',
    }
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers })
    sent.end(form)
    const [reply] = await once(sent, 'response')
    return reply
  }

  async function text(reply: IncomingMessage): Promise<string> {
    let all = ''
    for await (const chunk of reply) all += chunk
    return all
  }
})

/** A busy disk: what a session says is durable only a while after it was sent to be saved. */
function saveSlowly({ context }: TestServer): void {
  const { sessions } = context.stores
  const save = sessions.save.bind(sessions)
  sessions.save = async session => {
    await setTimeout(60)
    return save(session)
  }
}
