import { expect } from 'chai'
import { totpCode } from '../../../../server/auth/totp.ts'
import { addSides, emailOf, testPassword, testServer, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

describe('a second step to sign in', () => {
  let server: TestServer
  let officer: Visitor
  let secret: string
  const setup = '/es/cuenta/segundo-paso'

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-02' })
    await addSides(server)
    officer = await visitor(server, 'uip_officer')
    const page = (await officer.get(setup)).text
    secret = /class="secret">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
  })

  afterEach(() => server.close())

  /** The code that one's app shows so many steps from now. */
  function code(steps = 0): string {
    return totpCode(secret, Math.floor(server.context.clock.now().getTime() / 30_000) + steps)
  }

  async function turnOn(): Promise<string[]> {
    const page = await officer.send(setup, { code: ` ${code().slice(0, 3)} ${code().slice(3)}` })
    expect(page.status, page.text).to.equal(200)
    return [...page.text.matchAll(/<li class="secret">([^<]+)</g)].map(([, spare]) => spare ?? '')
  }

  async function withPassword(): Promise<Visitor> {
    const guest = await visitor(server, null)
    const answer = await guest.send('/es/entrar?next=%2Fes%2Fbandeja', {
      ...{ email: emailOf('uip_officer'), password: testPassword, next: '/es/bandeja' },
    })
    expect([answer.status, answer.get('location')]).to.eql([303, '/es/entrar/codigo'])
    expect((await guest.get('/es/bandeja')).status).to.equal(302)
    return guest
  }

  it('asks nothing until a code has proved that the app has the key', async () => {
    const wrong = await officer.send(setup, { code: '000000' })
    expect(wrong.status).to.equal(422)
    expect(wrong.text).to.include('href="#f-code"').and.include(secret.slice(0, 4))
    expect((await (await visitor(server, 'uip_officer')).get('/es/bandeja')).status).to.equal(200)
  })

  it('asks for a code after the password, takes it once, and goes on where one was going', async () => {
    await turnOn()
    const guest = await withPassword()
    const used = await guest.send('/es/entrar/codigo', { code: code() })
    expect(used.status).to.equal(422)
    const done = await guest.send('/es/entrar/codigo', { code: code(1) })
    expect([done.status, done.get('location')]).to.eql([303, '/es/bandeja'])
    expect((await guest.get('/es/bandeja')).status).to.equal(200)
    const other = await withPassword()
    expect((await other.send('/es/entrar/codigo', { code: code(1) })).status).to.equal(422)
  })

  it('takes each spare code once, and may be turned off with one', async () => {
    const spare = await turnOn()
    expect(new Set(spare).size).to.equal(8)
    const [first = '', second = ''] = spare
    expect((await (await withPassword()).send('/es/entrar/codigo', { code: first })).status).to.equal(303)
    expect((await (await withPassword()).send('/es/entrar/codigo', { code: first })).status).to.equal(422)
    await officer.send(`${setup}/quitar`, { code: '123456' }, '/es/cuenta')
    expect((await officer.get('/es/cuenta')).text).to.include('El segundo paso sigue activo')
    await officer.send(`${setup}/quitar`, { code: second }, '/es/cuenta')
    expect((await officer.get('/es/cuenta')).text).to.include('El segundo paso ya no se pide')
    expect((await (await visitor(server, 'uip_officer')).get('/es/bandeja')).status).to.equal(200)
  })

  it('lets a right password wait five minutes, and no stranger skip it', async () => {
    await turnOn()
    const guest = await withPassword()
    server.setNow(new Date('2026-02-02T15:05:01Z'))
    const late = await guest.send('/es/entrar/codigo', { code: code() })
    expect([late.status, late.get('location')]).to.eql([303, '/es/entrar'])
    const stranger = await visitor(server, null)
    expect((await stranger.get('/es/entrar/codigo')).status).to.equal(302)
    const skipped = await post(stranger.agent, '/es/entrar/codigo', { code: code() })
    expect([skipped.status, skipped.get('location')]).to.eql([303, '/es/entrar'])
  })

  it('limits the tries', async () => {
    await turnOn()
    const guest = await withPassword()
    const answers: number[] = []
    for (let tries = 0; tries < 11; tries += 1)
      answers.push((await guest.send('/es/entrar/codigo', { code: '000000' })).status)
    expect(answers.at(-1)).to.equal(429)
    expect((await guest.send('/es/entrar/codigo', { code: code(1) })).status).to.equal(429)
  })

  it('is asked by the API too', async () => {
    await turnOn()
    const email = emailOf('uip_officer')
    const session = (body: object) =>
      server.anonymous.post('/api/v1/session').send({ email, password: testPassword, ...body })
    const missing = await session({})
    expect([missing.status, missing.body.code]).to.eql([401, 'second-factor-required'])
    expect((await session({ code: '000000' })).status).to.equal(401)
    expect((await session({ code: code(1) })).status).to.equal(200)
  })

  it('is taken away by whoever gives a one-time password', async () => {
    await turnOn()
    const { id } = await server.user('uip_officer')
    const admin = await server.signIn('system_admin')
    const { body } = await admin.get(`/api/v1/users/${id}`)
    await admin.send('post', `/api/v1/users/${id}/password`).set('If-Match', `"${body.version}"`).expect(200)
    expect(await server.context.stores.secondFactors.find(id)).to.equal(null)
  })

  it('keeps no code and shows no key once it is on', async () => {
    const [spare = ''] = await turnOn()
    expect((await officer.get(setup)).status).to.equal(303)
    const { id } = await server.user('uip_officer')
    const kept = JSON.stringify(await server.context.stores.secondFactors.find(id))
    expect(kept).to.not.include(spare)
    expect((await officer.get('/es/cuenta')).text).to.not.include(secret.slice(0, 8))
    expect(hiddenIn((await officer.get('/es/cuenta')).text, `${setup}/quitar`)).to.have.property('_csrf')
  })
})
