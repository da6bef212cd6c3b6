import { expect } from 'chai'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'

const delivery = {
  audience: 'unidad',
  institutionId: sides.institution,
  means: 'correo',
  day: '2026-01-20',
  reportSha256: 'ab'.repeat(32),
  reportFrom: '2025-01-01',
  reportTo: '2025-06-30',
}

describe('/api/v1/acknowledgements', () => {
  let server: TestServer
  let coordinator: SignedIn

  before(async () => {
    server = await testServer()
    await addSides(server)
    coordinator = await server.signIn('coordinator')
  })
  after(() => server.close())

  async function made(given: object = {}): Promise<{ id: string; token: string }> {
    const path = '/api/v1/dissemination'
    const { id } = (
      await coordinator
        .send('post', path)
        .send({ ...delivery, ...given })
        .expect(201)
    ).body
    return { id, token: (await coordinator.get(`${path}/${id}/link`).expect(200)).body.token }
  }

  const at = (token: string) => `/api/v1/acknowledgements/${token}`

  it('needs no account, says what it acknowledges, and is done once', async () => {
    const { token } = await made()
    const seen = await server.anonymous.get(at(token)).expect(200)
    expect(seen.body).to.include({
      reportSha256: delivery.reportSha256,
      acknowledgedAt: null,
      audience: 'unidad',
    })
    expect(seen.body).not.to.have.any.keys('id', 'recordedBy', 'corrections', 'note')
    const first = await server.anonymous.post(at(token)).expect(200)
    server.setNow('2026-02-02T15:20:00Z')
    const again = await server.anonymous.post(at(token)).expect(200)
    expect(again.body.acknowledgedAt).to.equal(first.body.acknowledgedAt).and.not.equal(null)
  })

  it('takes answers word for word, each once, and counts them as received', async () => {
    const { token } = await made()
    const answer = (text: string) => server.anonymous.post(`${at(token)}/answers`).send({ text })
    await answer('').expect(400)
    await answer('Recibido, gracias.').expect(200)
    const twice = await answer('Recibido, gracias.').expect(200)
    expect(twice.body.answers).to.have.length(1)
    expect(twice.body.acknowledgedAt).not.to.equal(null)
  })

  it('cannot be guessed, or used for another delivery', async () => {
    const [one, other] = [await made(), await made({ means: 'papel' })]
    const [, signature = ''] = one.token.split('.')
    const first = signature.startsWith('A') ? 'B' : 'A'
    const forged = [
      `${other.id}.${signature}`,
      `${one.id}.${first}${signature.slice(1)}`,
      `${one.id}.${signature.slice(1)}`,
      `${one.id}.`,
      one.id,
      `nadie.${signature}`,
    ]
    for (const token of forged) {
      await server.anonymous.get(at(token)).expect(404)
      await server.anonymous.post(at(token)).expect(404)
    }
    const shown = await coordinator.get(`/api/v1/dissemination/${other.id}`)
    expect(shown.body.acknowledgedAt).to.equal(null)
  })

  it('ends when the delivery is corrected to another receiver, or annulled', async () => {
    const { id, token } = await made()
    const path = `/api/v1/dissemination/${id}`
    const corrected = {
      ...delivery,
      institutionId: sides.otherInstitution,
      reason: 'Se entregó a otra unidad',
    }
    await coordinator.send('put', path).set('If-Match', '"1"').send(corrected).expect(200)
    await server.anonymous.get(at(token)).expect(404)
    const { token: next } = (await coordinator.get(`${path}/link`).expect(200)).body
    await server.anonymous.get(at(next)).expect(200)
    await coordinator
      .send('post', `${path}/annulment`)
      .set('If-Match', '"2"')
      .send({ reason: 'Nunca se entregó' })
    await server.anonymous.get(at(next)).expect(404)
  })

  it('gives the link to whoever keeps the register alone', async () => {
    const { id } = await made()
    await server.anonymous.get(`/api/v1/dissemination/${id}/link`).expect(401)
    for (const who of ['regulator', 'uip_head', 'system_admin'] as const) {
      const person = await server.signIn(who)
      await person.get(`/api/v1/dissemination/${id}/link`).expect(403)
      await person.send('post', `/api/v1/dissemination/${id}/letters`).expect(403)
    }
  })

  it('is sent to the head of the unit once, and says so where nobody can receive it', async () => {
    const { id, token } = await made({ institutionId: sides.otherInstitution })
    const send = () => coordinator.send('post', `/api/v1/dissemination/${id}/letters`)
    expect((await send().expect(422)).body.code).to.equal('no-recipient')
    const head = await server.user('other_uip_head')
    expect((await send().expect(200)).body).to.eql({ letters: 1 })
    expect((await send().expect(200)).body).to.eql({ letters: 0 })
    const { items } = await server.context.stores.outbox.list('pending', { limit: 10, after: null })
    expect(items).to.have.length(1)
    expect(items[0]).to.include({ recipientId: head.id, path: `/acuse/${token}` })
  })
})
