import { expect } from 'chai'
import { addSides, sides, testServer, type TestServer, type TestUser } from '../../support/test-server.ts'

const newOfficer = {
  email: 'nueva.persona@ejemplo.test',
  name: 'Persona nueva',
  role: 'uip_officer',
  institutionId: sides.institution,
}

describe('/api/v1/users', () => {
  let server: TestServer

  beforeEach(async () => {
    server = await testServer()
    await addSides(server)
  })

  afterEach(() => server.close())

  it('is not for those who have not signed in', async () => {
    const replies = [
      await server.anonymous.get('/api/v1/users'),
      await server.anonymous.post('/api/v1/users').send(newOfficer),
      await server.anonymous.get('/api/v1/users/user-regulator'),
      await server.anonymous.patch('/api/v1/users/user-regulator').send({ role: 'system_admin' }),
      await server.anonymous.post('/api/v1/users/user-regulator/password'),
    ]
    expect(replies.map(({ status }) => status)).to.eql([401, 401, 401, 401, 401])
  })

  it('is not for roles that manage nobody', async () => {
    for (const who of ['organisation_member', 'uip_officer', 'regulator', 'coordinator'] as const) {
      const person = await server.signIn(who)
      expect((await person.get('/api/v1/users')).status, who).to.equal(403)
      expect((await person.send('post', '/api/v1/users').send(newOfficer)).status, who).to.equal(403)
      expect((await person.get(`/api/v1/users/${person.user.id}`)).status, who).to.equal(403)
    }
  })

  it('shows those of one side only to those who manage it', async () => {
    const everyone: TestUser[] = [
      'organisation_member',
      'other_organisation_member',
      'uip_officer',
      'regulator',
    ]
    for (const who of everyone) await server.user(who)
    const seen = async (who: TestUser) => {
      const reply = await (await server.signIn(who)).get('/api/v1/users')
      return reply.body.items.map(({ id }: { id: string }) => id)
    }
    expect(await seen('organisation_admin')).to.eql(['user-organisation_admin', 'user-organisation_member'])
    expect(await seen('uip_head')).to.eql(['user-uip_head', 'user-uip_officer'])
    expect(await seen('system_admin')).to.include.members([
      'user-regulator',
      'user-other_organisation_member',
    ])
  })

  it('does not tell that an account of another side exists', async () => {
    await server.user('other_uip_officer')
    const head = await server.signIn('uip_head')
    const foreign = await head.get('/api/v1/users/user-other_uip_officer')
    const none = await head.get('/api/v1/users/user-of-nobody')
    expect([foreign.status, none.status]).to.eql([404, 404])
    const change = await head
      .send('patch', '/api/v1/users/user-other_uip_officer')
      .set('If-Match', '"1"')
      .send({ active: false })
    expect(change.status).to.equal(404)
  })

  it('makes an account whose one-time password opens it, and asks for another', async () => {
    const head = await server.signIn('uip_head')
    const reply = await head.send('post', '/api/v1/users').send(newOfficer)
    expect(reply.status, reply.text).to.equal(201)
    expect(reply.headers).to.include({ etag: '"1"', location: `/api/v1/users/${reply.body.id}` })
    expect(reply.body).to.include({
      role: 'uip_officer',
      institutionId: sides.institution,
      organisationId: null,
    })
    const credentials = { email: newOfficer.email, password: reply.body.oneTimePassword }
    const session = await server.anonymous.post('/api/v1/session').send(credentials).expect(200)
    expect(session.body.user.mustChangePassword).to.equal(true)
  })

  it('makes one account for one Idempotency-Key, and shows its password once', async () => {
    const head = await server.signIn('uip_head')
    const create = (body: object) =>
      head.send('post', '/api/v1/users').set('Idempotency-Key', 'k1').send(body)
    const first = await create(newOfficer).expect(201)
    const again = await create(newOfficer).expect(201)
    expect(again.body.id).to.equal(first.body.id)
    expect(again.body).not.to.have.property('oneTimePassword')
    const other = await create({ ...newOfficer, name: 'Otra' })
    expect([other.status, other.body.code]).to.eql([422, 'idempotency-key-reused'])
  })

  const refusals = [
    ['an address that has an account', { email: 'uip.head@ejemplo.test' }, 409, 'duplicate'],
    ['a role above one’s own', { role: 'system_admin', institutionId: null }, 403, 'forbidden'],
    [
      'a role of the other side',
      { role: 'organisation_member', institutionId: null, organisationId: 'org-ceiba' },
      403,
      'forbidden',
    ],
    ['another institution', { institutionId: sides.otherInstitution }, 403, 'forbidden'],
    ['a role without its side', { institutionId: null }, 400, 'invalid-input'],
    ['the system’s own role', { role: 'system' }, 400, 'invalid-input'],
    ['a password chosen for somebody else', { passwordHash: 'x' }, 400, 'invalid-input'],
    ['an address that is none', { email: 'nadie' }, 400, 'invalid-input'],
  ] as const

  for (const [title, change, status, code] of refusals) {
    it(`refuses ${title} from the head of a unit`, async () => {
      const head = await server.signIn('uip_head')
      const reply = await head.send('post', '/api/v1/users').send({ ...newOfficer, ...change })
      expect([reply.status, reply.body.code]).to.eql([status, code])
    })
  }

  it('refuses an institution that is not on the register', async () => {
    const admin = await server.signIn('system_admin')
    const reply = await admin
      .send('post', '/api/v1/users')
      .send({ ...newOfficer, institutionId: 'inst-inventada' })
    expect([reply.status, reply.body.code, reply.body.errors[0].field]).to.eql([
      422,
      'unknown-institution',
      'institutionId',
    ])
  })

  describe('a change', () => {
    it('needs the version that its author has seen', async () => {
      const officer = await server.user('uip_officer')
      const head = await server.signIn('uip_head')
      const change = () => head.send('patch', `/api/v1/users/${officer.id}`)
      expect((await change().send({ name: 'Otro nombre' })).status).to.equal(428)
      expect((await change().set('If-Match', '*').send({ name: 'Otro nombre' })).status).to.equal(428)
      expect((await change().set('If-Match', '"7"').send({ name: 'Otro nombre' })).status).to.equal(412)
      expect((await change().set('If-Match', 'W/"1"').send({ name: 'Otro nombre' })).status).to.equal(412)
      const done = await change().set('If-Match', '"1"').send({ name: 'Otro nombre' })
      expect([done.status, done.headers.etag, done.body.name]).to.eql([200, '"2"', 'Otro nombre'])
      expect((await change().set('If-Match', '"1"').send({ name: 'Tercero' })).status).to.equal(412)
    })

    it('ends the sessions of somebody who loses rights', async () => {
      const officer = await server.signIn('uip_officer')
      const head = await server.signIn('uip_head')
      server.setNow('2026-02-02T09:01:00-06:00')
      await head
        .send('patch', `/api/v1/users/${officer.user.id}`)
        .set('If-Match', '"1"')
        .send({ active: false })
        .expect(200)
      expect((await officer.get('/api/v1/session')).body.user).to.equal(null)
    })

    it('of one’s own role is for somebody else to make', async () => {
      const admin = await server.signIn('system_admin')
      const change = (patch: object) =>
        admin.send('patch', `/api/v1/users/${admin.user.id}`).set('If-Match', '"1"').send(patch)
      expect((await change({ active: false })).status).to.equal(403)
      expect((await change({ role: 'regulator' })).status).to.equal(403)
      expect((await change({ name: 'Administración nueva' })).status).to.equal(200)
    })

    for (const field of [
      'id',
      'email',
      'passwordHash',
      'version',
      'sessionsValidFrom',
      'createdAt',
      'mustChangePassword',
    ]) {
      it(`does not take ${field}`, async () => {
        const officer = await server.user('uip_officer')
        const head = await server.signIn('uip_head')
        const reply = await head
          .send('patch', `/api/v1/users/${officer.id}`)
          .set('If-Match', '"1"')
          .send({ name: 'X', [field]: 'x' })
        expect([reply.status, reply.body.errors[0].field]).to.eql([400, field])
      })
    }
  })

  it('gives a forgotten password anew, and ends the sessions under the old one', async () => {
    const officer = await server.signIn('uip_officer')
    const head = await server.signIn('uip_head')
    server.setNow('2026-02-02T09:01:00-06:00')
    const reply = await head
      .send('post', `/api/v1/users/${officer.user.id}/password`)
      .set('If-Match', '"1"')
      .expect(200)
    expect((await officer.get('/api/v1/session')).body.user).to.equal(null)
    const credentials = { email: officer.user.email, password: reply.body.oneTimePassword }
    await server.anonymous.post('/api/v1/session').send(credentials).expect(200)
  })

  it('comes in pages that leave nobody out', async () => {
    const all: TestUser[] = [
      'organisation_member',
      'organisation_admin',
      'uip_officer',
      'uip_head',
      'regulator',
    ]
    for (const who of all) await server.user(who)
    const admin = await server.signIn('system_admin')
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor === '' ? 'limit=2' : `limit=2&cursor=${encodeURIComponent(cursor)}`
      const { body } = await admin.get(`/api/v1/users?${query}`).expect(200)
      seen.push(...body.items.map(({ email }: { email: string }) => email))
      cursor = body.next
    }
    expect(seen).to.have.lengthOf(6)
    expect(seen).to.eql([...new Set(seen)].sort())
    expect((await admin.get('/api/v1/users?limit=101')).body.errors[0]).to.include({
      field: 'limit',
      code: 'number.max',
    })
    expect((await admin.get('/api/v1/users?limit=2&limit=3')).status).to.equal(400)
    expect((await admin.get('/api/v1/users?cursor=zzz')).status).to.equal(400)
  })
})
