import { expect } from 'chai'
import type { SessionData } from 'express-session'
import request from 'supertest'
import { SessionStoreAdapter } from '../../../server/auth/session-store-adapter.ts'
import { emailOf, testPassword, testServer, type TestServer } from '../../support/test-server.ts'

const own = 'ramas nuevas crujen temprano'

describe('/api/v1/session', () => {
  let server: TestServer

  beforeEach(async () => {
    server = await testServer()
  })

  afterEach(() => server.close())

  function signIn(password: string, who: Parameters<typeof emailOf>[0] = 'uip_officer') {
    return request(server.app)
      .post('/api/v1/session')
      .send({ email: emailOf(who), password })
  }

  it('says that nobody is signed in', async () => {
    const reply = await server.anonymous.get('/api/v1/session').expect(200)
    expect(reply.body).to.eql({ user: null, csrfToken: null })
    expect(reply.headers).not.to.have.property('set-cookie')
  })

  it('signs in under a cookie that scripts and other sites cannot use', async () => {
    await server.user('uip_officer')
    const reply = await signIn(testPassword).expect(200)
    expect(reply.body.user).to.include({ role: 'uip_officer', email: emailOf('uip_officer') })
    expect(reply.body.user).not.to.have.property('passwordHash')
    expect(reply.headers['set-cookie']?.[0]).to.match(/^vigia\.sid=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('takes an address in any case, with spaces around it', async () => {
    await server.user('uip_officer')
    const body = { email: `  ${emailOf('uip_officer').toUpperCase()} `, password: testPassword }
    await server.anonymous.post('/api/v1/session').send(body).expect(200)
  })

  it('uses a __Host- cookie, for https only, where the site has https', async () => {
    const secure = await testServer({ env: { PUBLIC_URL: 'https://vigia.ejemplo.test' } })
    try {
      await secure.user('regulator')
      const reply = await secure.anonymous
        .post('/api/v1/session')
        .set('X-Forwarded-Proto', 'https')
        .send({ email: emailOf('regulator'), password: testPassword })
      expect(reply.headers['set-cookie']?.[0]).to.match(
        /^__Host-sid=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
      expect(reply.headers['strict-transport-security']).to.contain('max-age=31536000')
    } finally {
      await secure.close()
    }
  })

  it('answers alike for a wrong password, an unknown address and a disabled account', async () => {
    const officer = await server.user('uip_officer')
    const disabled = await server.user('regulator')
    await server.context.stores.users.change(disabled.id, disabled.version, { active: false })
    const replies = [
      await signIn('not the password'),
      await server.anonymous
        .post('/api/v1/session')
        .send({ email: 'nadie@ejemplo.test', password: 'whatever' }),
      await signIn(testPassword, 'regulator'),
    ]
    expect(officer.active).to.equal(true)
    expect(replies.map(({ status }) => status)).to.eql([401, 401, 401])
    expect(new Set(replies.map(({ text }) => text)).size).to.equal(1)
    expect(replies[0]?.body).to.include({ code: 'wrong-credentials' })
  })

  it('gives the session a new id at each sign-in', async () => {
    await server.user('uip_officer')
    const agent = request.agent(server.app)
    const body = { email: emailOf('uip_officer'), password: testPassword }
    const first = await agent.post('/api/v1/session').send(body).expect(200)
    const second = await agent.post('/api/v1/session').send(body).expect(200)
    const [old] = first.headers['set-cookie'] ?? []
    expect(second.headers['set-cookie']?.[0]).not.to.equal(old)
    const reply = await server.anonymous.get('/api/v1/session').set('Cookie', String(old))
    expect(reply.body.user).to.equal(null)
  })

  it('signs out, and the cookie opens nothing any more', async () => {
    const officer = await server.signIn('uip_officer')
    await officer.send('delete', '/api/v1/session').expect(204)
    expect((await officer.get('/api/v1/session')).body.user).to.equal(null)
  })

  it('stays signed out where another answer, under way meanwhile, saves its session after that', async () => {
    const { agent } = await server.signIn('uip_officer')
    const reply = await agent
      .post('/api/v1/session')
      .send({ email: emailOf('uip_officer'), password: testPassword })
    const cookie = decodeURIComponent(String(reply.headers['set-cookie']?.[0]))
    const sid = /=s:([^.]+)\./.exec(cookie)?.[1] ?? ''
    const store = new SessionStoreAdapter(server.context)
    const read = await new Promise<SessionData | null | undefined>((resolve, reject) => {
      store.get(sid, (error, data) => (error ? reject(error) : resolve(data)))
    })
    if (!read) throw new Error('There is no such session')
    await new Promise<void>(resolve => store.destroy(sid, () => resolve()))
    await new Promise<void>(resolve => store.set(sid, read, () => resolve()))
    expect((await agent.get('/api/v1/session')).body.user).to.equal(null)
  })

  it('ends a session that was idle, and one that is used all day', async () => {
    const officer = await server.signIn('uip_officer')
    const isIn = async () => (await officer.get('/api/v1/session')).body.user !== null
    for (let minutes = 25; minutes < 480; minutes += 25) {
      server.setNow(new Date(Date.UTC(2026, 1, 2, 15, minutes)))
      expect(await isIn(), `after ${minutes} minutes`).to.equal(true)
    }
    server.setNow(new Date(Date.UTC(2026, 1, 2, 23, 1)))
    expect(await isIn(), 'after eight hours').to.equal(false)

    const other = await server.signIn('regulator')
    server.setNow(new Date(Date.UTC(2026, 1, 2, 23, 32)))
    expect((await other.get('/api/v1/session')).body.user, 'after 31 idle minutes').to.equal(null)
  })

  it('keeps neither session ids nor passwords where a copy of the store would show them', async () => {
    const officer = await server.signIn('uip_officer')
    const reply = await officer.get('/api/v1/session')
    const logged = server.context.logged.join('\n')
    expect(reply.status).to.equal(200)
    expect(logged).to.contain('/api/v1/session')
    expect(logged).not.to.contain(officer.user.email)
    expect(logged).not.to.contain(testPassword)
  })

  describe('limits', () => {
    it('makes an address wait after five failures for an account, and no other address', async () => {
      const proxied = await testServer({ env: { TRUSTED_PROXIES: '1' } })
      try {
        await proxied.user('uip_officer')
        const attempt = (password: string, address: string) =>
          proxied.anonymous
            .post('/api/v1/session')
            .set('X-Forwarded-For', address)
            .send({ email: emailOf('uip_officer'), password })
        for (let n = 0; n < 5; n += 1) expect((await attempt('wrong', '203.0.113.1')).status).to.equal(401)
        const held = await attempt(testPassword, '203.0.113.1')
        expect(held.status).to.equal(429)
        expect(Number(held.headers['retry-after'])).to.be.within(1, 900)
        expect((await attempt(testPassword, '203.0.113.2')).status).to.equal(200)
        proxied.setNow('2026-02-02T09:15:01-06:00')
        expect((await attempt(testPassword, '203.0.113.1')).status).to.equal(200)
      } finally {
        await proxied.close()
      }
    })

    it('counts attempts that come at the same moment', async () => {
      await server.user('uip_officer')
      const replies = await Promise.all(Array.from({ length: 12 }, () => signIn('wrong')))
      expect(replies.filter(({ status }) => status === 401)).to.have.lengthOf(5)
    })

    it('makes an address wait after twenty failures for any accounts', async () => {
      const attempts = Array.from({ length: 21 }, (_, n) => ({
        email: `nadie${n}@ejemplo.test`,
        password: 'wrong',
      }))
      const statuses: number[] = []
      for (const body of attempts)
        statuses.push((await server.anonymous.post('/api/v1/session').send(body)).status)
      expect(statuses.slice(0, 20)).to.eql(Array(20).fill(401))
      expect(statuses[20]).to.equal(429)
    })
  })

  describe('changes sent by another site', () => {
    it('are refused by their origin, at sign-in too', async () => {
      await server.user('uip_officer')
      const reply = await signIn(testPassword).set('Origin', 'https://otro.test')
      expect(reply.status).to.equal(403)
      expect(reply.body.code).to.equal('not-same-origin')
      expect((await signIn(testPassword).set('Sec-Fetch-Site', 'cross-site')).status).to.equal(403)
      expect((await signIn(testPassword).set('Origin', 'null')).status).to.equal(403)
    })

    it('are refused without the token of the session', async () => {
      const officer = await server.signIn('uip_officer')
      const other = await server.signIn('regulator')
      for (const token of [undefined, '', 'x', other.csrf, officer.csrf.slice(1)]) {
        const call = officer.agent.delete('/api/v1/session')
        const reply = await (token === undefined ? call : call.set('X-CSRF-Token', token))
        expect(reply.status, String(token)).to.equal(403)
        expect(reply.body.code).to.equal('csrf-token-wrong')
      }
      expect((await officer.get('/api/v1/session')).body.user).not.to.equal(null)
    })

    it('cannot be told by watching the token: it looks different each time and stays good', async () => {
      const officer = await server.signIn('uip_officer')
      const next = (await officer.get('/api/v1/session')).body.csrfToken
      expect(next).not.to.equal(officer.csrf)
      await officer.agent.delete('/api/v1/session').set('X-CSRF-Token', next).expect(204)
    })
  })

  describe('/password', () => {
    function change(
      as: { send: Awaited<ReturnType<TestServer['signIn']>>['send'] },
      current: string,
      next: string,
    ) {
      return as.send('put', '/api/v1/session/password').send({ current, next })
    }

    it('is not for those who have not signed in', async () => {
      const reply = await server.anonymous
        .put('/api/v1/session/password')
        .send({ current: testPassword, next: own })
      expect(reply.status).to.equal(401)
    })

    it('changes it, ends the other sessions and keeps this one under a new id', async () => {
      const here = await server.signIn('uip_officer')
      const elsewhere = await server.signIn('uip_officer')
      server.setNow('2026-02-02T09:01:00-06:00')
      const reply = await change(here, testPassword, own)
      expect(reply.status, reply.text).to.equal(200)
      expect((await here.get('/api/v1/session')).body.user).not.to.equal(null)
      expect((await elsewhere.get('/api/v1/session')).body.user).to.equal(null)
      expect((await signIn(testPassword)).status).to.equal(401)
      expect((await signIn(own)).status).to.equal(200)
    })

    const refusals = [
      ['the wrong present one', 'not it at all', own, 'current', 'password.wrong'],
      ['a short new one', testPassword, 'corta', 'next', 'password.short'],
      ['an easy new one', testPassword, 'guatemala2026!', 'next', 'password.common'],
      ['the same again', testPassword, testPassword, 'next', 'password.same'],
    ] as const

    for (const [title, current, next, field, code] of refusals) {
      it(`refuses ${title}, naming the field`, async () => {
        const reply = await change(await server.signIn('uip_officer'), current, next)
        expect(reply.status).to.equal(400)
        expect(reply.body.errors).to.have.lengthOf(1)
        expect(reply.body.errors[0]).to.include({ field, code })
      })
    }

    it('must be changed before anything else where it is a one-time password', async () => {
      const user = await server.user('system_admin')
      await server.context.stores.users.change(user.id, user.version, { mustChangePassword: true })
      const admin = await server.signIn('system_admin')
      expect((await admin.get('/api/v1/users')).body.code).to.equal('password-change-required')
      await change(admin, testPassword, own).expect(200)
      expect((await admin.get('/api/v1/users')).status).to.equal(200)
    })
  })

  it('takes a role away from the very next request', async () => {
    const admin = await server.signIn('system_admin')
    expect((await admin.get('/api/v1/users')).status).to.equal(200)
    await server.context.stores.users.change(admin.user.id, 1, { role: 'regulator' })
    expect((await admin.get('/api/v1/users')).status).to.equal(403)
    await server.context.stores.users.change(admin.user.id, 2, { active: false })
    expect((await admin.get('/api/v1/users')).status).to.equal(401)
  })
})
