import { expect } from 'chai'
import { anEdition } from '../../support/edition-builder.ts'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'

const path = '/api/v1/recommendations'
const words = '  Se cambió el formulario.\n\nFalta la circular. '

describe('what an institution says of a recommendation', function () {
  this.timeout(60_000)
  let server: TestServer
  let coordinator: SignedIn
  let head: SignedIn

  before(async () => {
    server = await testServer()
    await addSides(server)
    await server.context.stores.editions.add(anEdition())
    coordinator = await server.signIn('coordinator')
    head = await server.signIn('uip_head')
  })
  after(() => server.close())

  async function added(institutionId: string | null): Promise<string> {
    const text = 'Publicar el correo de la unidad en su portal.'
    const body = { edition: 'A4-2025-1', institutionId, text }
    return (await coordinator.send('post', path).send(body).expect(201)).body.id
  }

  const say = (who: SignedIn, id: string, body: object = { state: 'hecha', text: words }) =>
    who.send('post', `${path}/${id}/words`).send(body)

  it('is kept word for word, as its word, and leaves the state as it was judged', async () => {
    const id = await added(sides.institution)
    await say(head, id).expect(201)
    const { body } = await coordinator.get(`${path}/${id}`).expect(200)
    expect(body).to.include({ state: 'sin_respuesta', stateDay: null })
    expect(body.words).to.have.length(1)
    expect(body.words[0]).to.deep.include({ institutionId: sides.institution, state: 'hecha', text: words })
    expect(body.words[0]).to.not.have.property('by')
  })

  it('is said once, however often it is sent, and may be said anew', async () => {
    const id = await added(sides.institution)
    await say(head, id).expect(201)
    const again = await say(head, id).expect(201)
    expect(again.body.words).to.have.length(1)
    const other = await say(head, id, { state: 'en_parte', text: words }).expect(201)
    expect(other.body.words.map((word: { state: string }) => word.state)).to.eql(['hecha', 'en_parte'])
  })

  it('keeps a correction of the coordination that was begun before it from going unseen', async () => {
    const id = await added(sides.institution)
    await say(head, id).expect(201)
    const text = 'Publicar el correo de la unidad en su portal.'
    const judged = { state: 'no', stateDay: '2026-01-20', stateNote: 'El portal sigue sin correo.' }
    const body = { edition: 'A4-2025-1', institutionId: sides.institution, text, ...judged }
    const put = coordinator.send('put', `${path}/${id}`).set('If-Match', '"1"')
    await put.send({ ...body, reason: 'Se revisó el portal' }).expect(412)
  })

  it('is for those it is addressed to: one, or all', async () => {
    const own = await added(sides.institution)
    const everyones = await added(null)
    const other = await server.signIn('other_uip_head')
    await say(other, own).expect(404)
    await say(other, everyones).expect(201)
    await say(head, everyones).expect(201)
    const ids = async (who: SignedIn) =>
      (await who.get(`${path}/mine`).expect(200)).body.items.map((item: { id: string }) => item.id)
    expect(await ids(head)).to.include.members([own, everyones])
    expect(await ids(other))
      .to.include(everyones)
      .and.not.include(own)
    const mine = (await other.get(`${path}/mine`)).body.items.find(
      (item: { id: string }) => item.id === everyones,
    )
    expect(mine.words, 'each reads its own words').to.have.length(1)
    const all = await coordinator.get(`${path}/${everyones}`).expect(200)
    expect(all.body.words).to.have.length(2)
  })

  it('is not heard of what was annulled', async () => {
    const id = await added(sides.institution)
    const annul = coordinator.send('post', `${path}/${id}/annulment`).set('If-Match', '"1"')
    await annul.send({ reason: 'Se registró dos veces' }).expect(200)
    await say(head, id).expect(404)
    const { body } = await head.get(`${path}/mine`).expect(200)
    expect(body.items.map((item: { id: string }) => item.id)).to.not.include(id)
  })

  const refused = [
    ['an officer', 'uip_officer', 403],
    ['an organisation', 'organisation_admin', 403],
    ['the coordination itself', 'coordinator', 403],
    ['the regulator', 'regulator', 403],
  ] as const
  for (const [who, role, status] of refused) {
    it(`is not ${who}'s to say`, async () => {
      const id = await added(sides.institution)
      await say(await server.signIn(role), id).expect(status)
    })
  }

  const wrong = [
    ['no words', { state: 'hecha', text: ' \n ' }],
    ['no claim', { text: words }],
    ['that nobody answered', { state: 'sin_respuesta', text: words }],
    ['a letter that no face has', { state: 'no', text: 'No \u4e2d' }],
  ] as const
  for (const [what, body] of wrong) {
    it(`refuses ${what}`, async () => {
      await say(head, await added(sides.institution), body).expect(400)
    })
  }

  it('is not for those who are not signed in', async () => {
    const id = await added(null)
    await server.anonymous.get(`${path}/mine`).expect(401)
    await server.anonymous.post(`${path}/${id}/words`).send({ state: 'no', text: words }).expect(401)
  })
})
