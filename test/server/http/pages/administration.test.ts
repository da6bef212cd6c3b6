import { expect } from 'chai'
import { aRequest } from '../../../support/request-builder.ts'
import type { TestUser } from '../../../support/test-server.ts'
import { addSides, emailOf, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { deliverMessages } from '../../../../server/jobs/outbox-delivery.ts'
import { queueNotices } from '../../../../server/jobs/notices.ts'
import { scanForBreaches } from '../../../../server/jobs/breach-scan.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

describe('the pages of whoever runs the site', () => {
  let server: TestServer
  let admin: Visitor

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-12' })
    await addSides(server)
    admin = await visitor(server, 'system_admin')
  })

  afterEach(() => server.close())

  const edit = `/es/instituciones/${sides.institution}/editar`

  it('shows a change and what it moves before it is kept, and loses nothing on the way', async () => {
    const form = hiddenIn((await admin.get(edit)).text, edit)
    const typed = { ...form, name: 'Institución de caminos', acronym: 'CAM', kind: 'otra', inCapital: 'no' }
    const wrong = await post(admin.agent, edit, { ...typed, cutoff: '25:99', email: 'no', step: 'revisar' })
    expect(wrong.status).to.equal(422)
    expect(wrong.text).to.include('value="25:99"').and.include('href="#f-cutoff"')
    const check = await post(admin.agent, edit, { ...typed, cutoff: '15:30', active: 'si', step: 'revisar' })
    expect(check.status, check.text).to.equal(200)
    expect(check.text)
      .to.include('Institución de caminos')
      .and.include('15:30')
      .and.include('Ningún plazo cambia.')
    expect((await server.context.stores.institutions.find(sides.institution))?.cutoffMinutes).to.equal(null)
    const carried = hiddenIn(check.text, edit)
    expect((await post(admin.agent, edit, { ...carried, step: 'editar' })).text).to.include('value="15:30"')
    const done = await post(admin.agent, edit, { ...carried, step: 'confirmar' })
    expect(done.status, done.text).to.equal(303)
    const saved = await server.context.stores.institutions.find(sides.institution)
    expect([saved?.cutoffMinutes, saved?.name]).to.eql([930, 'Institución de caminos'])
  })

  it('keeps both texts when somebody else was quicker', async () => {
    const mine = hiddenIn((await admin.get(edit)).text, edit)
    const typed = { name: 'Mi nombre nuevo', acronym: 'EJ', kind: 'otra', inCapital: 'no', active: 'si' }
    await post(admin.agent, edit, { ...mine, ...typed, name: 'Nombre de la otra', step: 'confirmar' })
    const late = await post(admin.agent, edit, { ...mine, ...typed, step: 'revisar' })
    expect(late.status).to.equal(409)
    expect(late.text).to.include('Nombre de la otra').and.include('value="Mi nombre nuevo"')
    const again = await post(admin.agent, edit, { ...hiddenIn(late.text, edit), ...typed, step: 'confirmar' })
    expect(again.status, again.text).to.equal(303)
  })

  it('adds an institution, and says what is wrong with one', async () => {
    const path = '/es/instituciones/nueva'
    const wrong = await admin.send(path, {
      name: 'X',
      acronym: '',
      kind: '',
      inCapital: 'si',
      website: 'javascript:1',
    })
    expect(wrong.status).to.equal(422)
    for (const field of ['name', 'acronym', 'kind', 'website'])
      expect(wrong.text).to.include(`href="#f-${field}"`)
    const typed = { name: 'Instituto de Ejemplo', acronym: 'IEJ', kind: 'otra', inCapital: 'no' }
    const done = await admin.send(path, typed)
    expect([done.status, done.get('location')]).to.eql([303, '/es/instituciones/iej'])
    expect((await admin.send(path, typed)).status).to.equal(422)
  })

  it('reads the letters that could not leave, by what became of them', async () => {
    await server.user('uip_officer')
    await server.context.stores.requests.add(aRequest({ received: '2026-02-02' }))
    await queueNotices(server.context)
    expect((await admin.get('/es/mensajes?estado=pending')).text).to.include('nueva solicitud')
    await deliverMessages(server.context, null)
    expect((await admin.get('/es/mensajes')).text)
      .to.include('nueva solicitud')
      .and.include(emailOf('uip_officer'))
    expect((await admin.get('/es/mensajes?estado=<b>')).status).to.equal(200)
    expect((await admin.get('/es/mensajes?estado=sent')).text).to.include('No hay mensajes en este grupo')
  })

  it('sends a letter that was given up again, once, and no other', async () => {
    await server.user('uip_officer')
    const { stores, clock } = server.context
    await stores.requests.add(aRequest({ received: '2026-02-02' }))
    await queueNotices(server.context)
    const { items } = await stores.outbox.list('pending', { limit: 9, after: null })
    const [message] = items
    if (!message) throw new Error('There is no message')
    const end = { nextAttemptAt: null, lastError: 'smtp-550', settledAt: clock.now() }
    await stores.outbox.settle(message, { state: 'failed', ...end })
    const failed = '/es/mensajes?estado=failed'
    expect((await admin.get(failed)).text).to.include('Enviar de nuevo')
    const path = '/es/mensajes/reenviar'
    const sent = { ...hiddenIn((await admin.get(failed)).text, path), id: message.id }
    expect((await post(admin.agent, path, sent)).get('location')).to.equal(failed)
    expect((await admin.get(failed)).text).to.include('otra vez por enviar')
    await post(admin.agent, path, sent)
    expect((await admin.get(failed)).text).to.include('no se envió otra vez')
    expect(await deliverMessages(server.context, null)).to.include({ kept: 1 })
    const officer = await visitor(server, 'uip_officer')
    const token = hiddenIn((await officer.get('/es/avisos')).text, '/es/salir')
    expect((await post(officer.agent, path, { ...token, id: message.id })).status).to.equal(403)
  })

  it('logs what happened by role and id, with no name and no address', async () => {
    const guest = await visitor(server, null)
    await guest.send('/es/entrar', { email: 'nadie@ejemplo.test', password: 'no es esta' })
    await admin.send('/es/instituciones/nueva', {
      ...{ name: 'Instituto de Ejemplo', acronym: 'IEJ', kind: 'otra', inCapital: 'no' },
    })
    await server.context.stores.requests.add(aRequest({ received: '2026-01-05' }))
    await scanForBreaches(server.context)
    await scanForBreaches(server.context)
    const log = (await admin.get('/es/bitacora')).text
    for (const words of [
      'No pudo entrar',
      'Agregó una institución',
      'Revisión de plazos',
      'user-system_admin',
    ])
      expect(log).to.include(words)
    expect(log.split('<strong>Revisión de plazos')).to.have.length(2)
    const rows = /<tbody[\s\S]*<\/tbody>/.exec(log)?.[0] ?? ''
    expect(rows).to.not.match(/@|Persona |127\.0\.0\.1/)
    const entries = (await admin.get('/es/bitacora?hecho=scan')).text
    expect(entries).to.include('Revisión de plazos').and.not.include('<strong>Entró')
    expect((await admin.get('/es/bitacora?cuenta=user-system_admin&hecho=sign_in')).text).to.include(
      '<strong>Entró',
    )
    expect((await admin.get('/es/bitacora?cuenta=nadie')).text).to.include('No consta ningún hecho')
    expect((await admin.get('/es/bitacora?cursor=%22x')).status).to.be.oneOf([200, 400])
  })

  it('shows the state of the translation', async () => {
    const page = (await admin.get('/es/textos?q=Bandeja')).text
    expect(page).to.include('Bandeja').and.include('Sin traducir')
    expect((await admin.get('/es/textos?dudas=si&cursor=50')).status).to.equal(200)
    expect((await admin.get('/en/textos?cursor=-5')).status).to.equal(200)
  })

  it('opens to whom it belongs', async () => {
    const all = ['/es/mensajes', '/es/bitacora', '/es/textos', '/es/instituciones/nueva', edit]
    const open: Partial<Record<TestUser, readonly string[]>> = {
      system_admin: all,
      coordinator: ['/es/textos', '/es/instituciones/nueva', edit],
    }
    const people = ['system_admin', 'coordinator', 'regulator', 'uip_head', 'organisation_admin'] as const
    for (const who of people) {
      const there = await visitor(server, who)
      for (const path of all) {
        const status = open[who]?.includes(path) ? 200 : 403
        expect((await there.get(path)).status, `${who} ${path}`).to.equal(status)
      }
      if (!open[who]) {
        const { agent, csrf } = await server.signIn(who)
        for (const path of ['/es/instituciones/nueva', edit])
          expect((await post(agent, path, { _csrf: csrf, name: 'x' })).status, who).to.equal(403)
      }
    }
    const stranger = await visitor(server, null)
    for (const path of all) expect((await stranger.get(path)).status).to.equal(302)
  })
})
