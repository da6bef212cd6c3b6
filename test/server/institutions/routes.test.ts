import { expect } from 'chai'
import { testServer, type TestServer } from '../../support/test-server.ts'

const nursery = { name: 'Vivero Nacional de Ejemplo', acronym: 'VINE', kind: 'otra', inCapital: false }

describe('the registers over HTTP', function () {
  this.timeout(30_000)
  let server: TestServer

  before(async () => {
    server = await testServer()
  })
  after(() => server.close())

  it('shows institutions to anyone, in pages, and one with its version', async () => {
    const first = await server.anonymous.get('/api/v1/institutions?limit=40').expect(200)
    expect(first.body.items).to.have.length(40)
    const cursor = encodeURIComponent(first.body.next)
    const second = await server.anonymous.get(`/api/v1/institutions?limit=40&cursor=${cursor}`).expect(200)
    expect(second.body).to.deep.include({ next: null })
    const one = await server.anonymous.get('/api/v1/institutions/minfin').expect(200)
    expect(one.body.acronym).to.equal('MINFIN')
    expect(one.headers['etag']).to.equal('"1"')
    await server.anonymous.get('/api/v1/institutions/nada').expect(404)
  })

  it('is kept by the coordinator, each change on the version that was seen', async () => {
    const path = '/api/v1/institutions'
    await server.anonymous.post(path).send(nursery).expect(401)
    const member = await server.signIn('organisation_member')
    await member.send('post', path).send(nursery).expect(403)
    const coordinator = await server.signIn('coordinator')
    const create = () => coordinator.send('post', path).set('Idempotency-Key', 'vine-1').send(nursery)
    const made = await create().expect(201)
    expect(made.headers['location']).to.equal(`${path}/vine`)
    expect((await create().expect(201)).body).to.eql(made.body)
    await coordinator.send('post', path).send(nursery).expect(409)
    const patch = () => coordinator.send('patch', `${path}/vine`).send({ hours: '08:00-16:00' })
    await patch().expect(428)
    const changed = await patch().set('If-Match', '"1"').expect(200)
    expect(changed.body).to.include({ hours: '08:00-16:00', version: 2 })
    await patch().set('If-Match', '"1"').expect(412)
    const contact = { address: '6a avenida 1-11', phone: null, email: 'uip@vivero.test', website: null }
    const known = await coordinator
      .send('patch', `${path}/vine`)
      .set('If-Match', '"2"')
      .send({ contact: { address: contact.address, email: contact.email } })
      .expect(200)
    expect(known.body.contact).to.eql(contact)
    await coordinator
      .send('patch', `${path}/vine`)
      .set('If-Match', '"3"')
      .send({ contact: { website: 'javascript:alert(1)' } })
      .expect(400)
    await coordinator
      .send('post', path)
      .send({ ...nursery, name: { $ne: '' } })
      .expect(400)
  })

  it('refuses a name with a letter that no report can print, and says which', async () => {
    const coordinator = await server.signIn('coordinator')
    const refused = await coordinator
      .send('post', '/api/v1/institutions')
      .send({ ...nursery, acronym: 'VER', name: 'Vivero 🙂' })
      .expect(400)
    expect(refused.body.errors).to.have.lengthOf(1)
    expect(JSON.stringify(refused.body.errors)).to.include('name').and.to.include('🙂')
  })

  it('says what other office hours would move, and what they moved', async () => {
    const path = '/api/v1/institutions/minfin'
    const coordinator = await server.signIn('coordinator')
    const patch = { cutoffMinutes: 960 }
    const member = await server.signIn('organisation_member')
    await member.send('post', `${path}/preview`).send(patch).expect(403)
    const foreseen = await coordinator.send('post', `${path}/preview`).send(patch).expect(200)
    expect(foreseen.body).to.eql({ requests: 0, moves: [], movesTotal: 0 })
    const changed = await coordinator.send('patch', path).set('If-Match', '"1"').send(patch).expect(200)
    expect(changed.body.recount).to.eql({ requests: 0, moves: [], movesTotal: 0, failed: [] })
    expect(changed.headers['etag']).to.equal(`"${changed.body.version}"`)
    const again = await coordinator
      .send('patch', path)
      .set('If-Match', changed.headers['etag'] ?? '')
      .send(patch)
      .expect(200)
    expect(again.body).to.deep.include({ recount: null, cutoffMinutes: 960 })
  })

  it('shows organisations to those who are signed in, and lets the coordinator keep them', async () => {
    const path = '/api/v1/organisations'
    await server.anonymous.get(path).expect(401)
    const coordinator = await server.signIn('coordinator')
    const made = await coordinator.send('post', path).send({ name: 'Ceiba de Ejemplo' }).expect(201)
    expect(made.body).to.eql({ id: 'ceiba-de-ejemplo', name: 'Ceiba de Ejemplo', active: true, version: 1 })
    await coordinator.send('post', path).send({ name: 'CEIBA de ejemplo' }).expect(409)
    await coordinator
      .send('patch', `${path}/ceiba-de-ejemplo`)
      .set('If-Match', '"1"')
      .send({ active: false })
      .expect(200)
    const member = await server.signIn('organisation_member')
    expect((await member.get(path).expect(200)).body.items).to.have.length(1)
    await member.send('post', path).send({ name: 'Otra' }).expect(403)
  })

  it('shows the acuerdos to anyone, and lets those who oversee record one once', async () => {
    const path = '/api/v1/closures'
    const list = await server.anonymous.get(path).expect(200)
    expect(list.body.items).to.have.length(10)
    expect(list.body.items[0]).not.to.have.property('recordedBy')
    const acuerdo = { days: ['2026-12-24'], source: 'Acuerdo Gubernativo 1-2026 de ejemplo' }
    await server.anonymous.post(path).send(acuerdo).expect(401)
    const officer = await server.signIn('uip_officer')
    await officer.send('post', path).send(acuerdo).expect(403)
    const regulator = await server.signIn('regulator')
    const preview = await regulator.send('post', `${path}/preview`).send(acuerdo).expect(200)
    expect(preview.body).to.deep.include({ moves: [], movesTotal: 0, requests: 0 })
    await regulator.send('post', path).send(acuerdo).expect(201)
    await regulator.send('post', path).send(acuerdo).expect(409)
    await regulator
      .send('post', path)
      .send({ ...acuerdo, days: ['2026-02-30'] })
      .expect(400)
  })
})
