import { request as send, type IncomingMessage, type Server } from 'node:http'
import { expect } from 'chai'
import { addSides, sides, testServer, type TestServer } from '../../support/test-server.ts'
import { hiddenIn, visitor } from './pages/pages-server.ts'

describe('a redirect after a form', () => {
  let server: TestServer
  let listening: Server

  before(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
    listening = server.app.listen(0, '127.0.0.1')
    await new Promise(resolve => listening.once('listening', resolve))
  })

  after(async () => {
    await new Promise(resolve => listening.close(resolve))
    await server.close()
  })

  it('is sent when the session is kept: a quick browser is told what the act did', async () => {
    const { sessions } = server.context.stores
    const member = await visitor(server, 'organisation_member')
    const path = '/es/solicitudes/nueva'
    const page = await member.get(path)
    const body = new URLSearchParams({
      ...hiddenIn(page.text, path),
      ...{ institutionId: sides.institution, kind: 'access', title: 'Contratos', body: 'Copia.' },
      ...{ channel: 'electronica', receivedOn: '2/2/2026', evidenceKind: 'correo' },
    }).toString()
    const cookie = String(Reflect.get(page.request, 'cookies'))
    const order: string[] = []
    const { change } = sessions
    Object.assign(sessions, {
      async change(...given: Parameters<typeof change>) {
        await new Promise(resolve => setTimeout(resolve, 150))
        await change(...given)
        order.push('session kept')
      },
    })
    const answer = await headersOf(listening, path, { body, cookie })
    order.push('redirected')
    Object.assign(sessions, { change })
    expect(answer.statusCode).to.equal(303)
    expect(order).to.eql(['session kept', 'redirected'])
  })
})

/** As soon as they are there: a browser follows a redirect then, and does not wait for a body. */
function headersOf(
  listening: Server,
  path: string,
  { body, cookie }: { body: string; cookie: string },
): Promise<IncomingMessage> {
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return new Promise((resolve, reject) => {
    const sending = send({
      ...{ host: '127.0.0.1', port, path, method: 'POST' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie },
    })
    sending.on('error', reject)
    sending.on('response', answer => {
      answer.resume()
      resolve(answer)
    })
    sending.end(body)
  })
}
