import { expect } from 'chai'
import { deliverMessages } from '../../../../server/jobs/outbox-delivery.ts'
import { queueNotices } from '../../../../server/jobs/notices.ts'
import { aRequest } from '../../../support/request-builder.ts'
import { smtpSink, type SmtpSink } from '../../../support/smtp-sink.ts'
import { addSides, emailOf, testPassword, testServer, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor } from './pages-server.ts'

describe('one’s own account', () => {
  let server: TestServer

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-02' })
    await addSides(server)
  })

  afterEach(() => server.close())

  it('lists one’s sessions and closes the others', async () => {
    const here = await visitor(server, 'uip_officer')
    const there = await visitor(server, 'uip_officer')
    const stranger = await visitor(server, 'regulator')
    expect((await here.get('/es/cuenta')).text).to.include('Cerrar la otra sesión')
    const closed = await here.send('/es/cuenta/sesiones', {}, '/es/cuenta')
    expect(closed.status).to.equal(303)
    expect((await here.get('/es/cuenta')).text)
      .to.include('Se cerró la otra sesión.')
      .and.include('No hay otras sesiones abiertas.')
    expect((await there.get('/es/cuenta')).status).to.equal(302)
    expect((await stranger.get('/es/cuenta')).status).to.equal(200)
  })

  it('keeps the language of one’s letters', async () => {
    const here = await visitor(server, 'uip_officer')
    const saved = await here.send('/es/cuenta/idioma', { language: 'en' }, '/es/cuenta')
    expect(saved.get('location')).to.equal('/en/cuenta')
    expect((await server.user('uip_officer')).language).to.equal('en')
    await here.send('/en/cuenta/idioma', { language: '<script>' }, '/en/cuenta')
    expect((await server.user('uip_officer')).language).to.equal('es')
  })

  it('tells each person what that person wants, on each channel, once', async () => {
    const { context } = server
    const officer = await visitor(server, 'uip_officer')
    await visitor(server, 'uip_head')
    const told = ['plazos:app', 'plazos:mail', 'nuevas:app', 'respuestas:mail', 'no-existe:app']
    await officer.send('/es/cuenta/avisos', { told }, '/es/cuenta')
    expect((await officer.get('/es/cuenta')).text).to.match(/value="nuevas:mail"(?! checked)/)
    await context.stores.requests.add(aRequest({ received: '2026-02-02' }))
    const letters: string[] = []
    const mailer = {
      isReachable: () => Promise.resolve(true),
      send: ({ to }: { to: string }) => Promise.resolve(void letters.push(to)),
      close: () => undefined,
    }
    await queueNotices(context)
    await deliverMessages(context, mailer)
    await deliverMessages(context, mailer)
    expect(letters).to.eql([emailOf('uip_head')])
    expect((await officer.get('/es/avisos')).text).to.include('nueva solicitud')
    await officer.send('/es/cuenta/avisos', { told: 'nuevas:mail' }, '/es/cuenta')
    await context.stores.requests.add(aRequest({ received: '2026-02-02' }))
    await queueNotices(context)
    await deliverMessages(context, mailer)
    expect(letters.sort()).to.eql([emailOf('uip_head'), emailOf('uip_head'), emailOf('uip_officer')])
    expect((await officer.get('/es/avisos')).text.split('class="notice"')).to.have.length(2)
  })

  it('changes nothing for a stranger or without the form’s token', async () => {
    const stranger = await visitor(server, null)
    const officer = await visitor(server, 'uip_officer')
    for (const path of ['/es/cuenta/avisos', '/es/cuenta/idioma', '/es/cuenta/sesiones']) {
      expect((await post(stranger.agent, path, { told: 'plazos:app' })).status, path).to.equal(401)
      expect((await post(officer.agent, path, { told: 'plazos:app' })).status, path).to.equal(403)
    }
  })
})

describe('a forgotten password', () => {
  let server: TestServer
  let sink: SmtpSink

  beforeEach(async () => {
    sink = await smtpSink()
    server = await testServer({ now: '2026-02-02', env: { SMTP_URL: sink.url } })
    await addSides(server)
    await server.user('uip_officer')
  })

  afterEach(async () => {
    await server.close()
    await sink.close()
  })

  async function ask(email: string) {
    const stranger = await visitor(server, null)
    return stranger.send('/es/recuperar', { email })
  }

  async function linkAfter(count: number): Promise<string> {
    for (let tries = 0; sink.letters.length < count && tries < 200; tries += 1)
      await new Promise(resolve => setTimeout(resolve, 10))
    const letter = sink.letters[count - 1]?.content.replace(/=\r?\n/g, '').replaceAll('=3D', '=') ?? ''
    return /\/es\/recuperar\/nueva\?enlace=[\w-]+/.exec(letter)?.[0] ?? ''
  }

  const fresh = 'siete gallos verdes cantan'

  it('sends a link that works once, ends the sessions and keeps only its hash', async () => {
    const inside = await visitor(server, 'uip_officer')
    expect((await ask(` ${emailOf('uip_officer').toUpperCase()} `)).text).to.include('Revise su correo')
    const link = await linkAfter(1)
    const token = link.split('=')[1] ?? ''
    expect(await server.context.stores.recoveries.find(token)).to.equal(null)
    const guest = await visitor(server, null)
    const form = (await guest.get(link)).text
    expect(form).to.include('Elija otra contraseña')
    const carried = hiddenIn(form, '/es/recuperar/nueva')
    const weak = await post(guest.agent, '/es/recuperar/nueva', { ...carried, next: 'corta' })
    expect(weak.status).to.equal(422)
    expect((await post(guest.agent, '/es/recuperar/nueva', { ...carried, next: '' })).status).to.equal(422)
    const done = await post(guest.agent, '/es/recuperar/nueva', { ...carried, next: fresh })
    expect([done.status, done.get('location')]).to.eql([303, '/es/entrar'])
    expect((await guest.get('/es/entrar')).text).to.include('Su contraseña cambió')
    expect((await inside.get('/es/cuenta')).status).to.equal(302)
    const again = await post(guest.agent, '/es/recuperar/nueva', { ...carried, next: fresh })
    expect(again.status).to.equal(410)
    expect((await guest.get(link)).status).to.equal(410)
    const email = emailOf('uip_officer')
    expect((await guest.send('/es/entrar', { email, password: testPassword })).status).to.equal(422)
    expect((await guest.send('/es/entrar', { email, password: fresh })).status).to.equal(303)
  })

  it('answers an unknown address as it does a known one, and sends it nothing', async () => {
    const known = await ask(emailOf('uip_officer'))
    const unknown = await ask('nadie@ejemplo.test')
    expect([unknown.status, unknown.text]).to.eql([known.status, known.text])
    await linkAfter(1)
    expect(sink.letters.map(({ to }) => to)).to.eql([emailOf('uip_officer')])
    expect(server.context.logged.join('')).to.not.include('@ejemplo.test')
  })

  it('lets a link lapse after an hour, and the last one alone work', async () => {
    await ask(emailOf('uip_officer'))
    const first = await linkAfter(1)
    await ask(emailOf('uip_officer'))
    const second = await linkAfter(2)
    const guest = await visitor(server, null)
    expect((await guest.get(first)).status).to.equal(410)
    expect((await guest.get(second)).status).to.equal(200)
    server.setNow(new Date('2026-02-02T16:00:01Z'))
    const lapsed = await guest.get(second)
    expect(lapsed.status).to.equal(410)
    expect(lapsed.text).to.include('Ese enlace ya no sirve').and.include('href="/es/recuperar"')
    expect((await guest.get('/es/recuperar/nueva')).status).to.equal(410)
    expect((await guest.get('/es/recuperar/nueva?enlace=a&enlace=b')).status).to.equal(410)
  })

  it('limits how often it may be asked, the same for an address that nobody has', async () => {
    for (const email of [emailOf('uip_officer'), 'nadie@ejemplo.test']) {
      const answers: number[] = []
      for (let time = 0; time < 4; time += 1) answers.push((await ask(email)).status)
      expect(answers).to.eql([200, 200, 200, 429])
    }
  })

  it('says what is wrong with an address', async () => {
    for (const email of ['', 'una', 'una @ejemplo', '@']) {
      const wrong = await ask(email)
      expect(wrong.status, email).to.equal(422)
      expect(wrong.text).to.include('href="#f-email"')
    }
  })

  it('does nothing for an account that was closed', async () => {
    const { id, version } = await server.user('uip_officer')
    await ask(emailOf('uip_officer'))
    const link = await linkAfter(1)
    await server.context.stores.users.change(id, version, { active: false })
    const guest = await visitor(server, null)
    const form = hiddenIn((await guest.get(link)).text, '/es/recuperar/nueva')
    expect((await post(guest.agent, '/es/recuperar/nueva', { ...form, next: fresh })).status).to.equal(410)
  })
})

describe('a forgotten password where no letter can leave', () => {
  it('says who can help', async () => {
    const server = await testServer({ now: '2026-02-02' })
    const stranger = await visitor(server, null)
    expect((await stranger.get('/es/recuperar')).text).to.include('contraseña de un solo uso')
    await server.close()
  })
})
