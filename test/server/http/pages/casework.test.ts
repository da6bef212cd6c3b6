import { expect } from 'chai'
import type { TestUser } from '../../../support/test-server.ts'
import { addSides, testServer, type TestServer } from '../../../support/test-server.ts'
import { anAct, aRequest, officer as officerActor } from '../../../support/request-builder.ts'
import { hiddenIn, post, visitor } from './pages-server.ts'

const secret = 'El director teme a la prensa'

describe('the unit’s own work', () => {
  let server: TestServer
  const requestId = 'caso-1'
  const page = `/es/solicitudes/${requestId}`

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-12' })
    await addSides(server)
    await server.context.stores.requests.add(
      aRequest({ id: requestId, received: '2026-02-02', published: true }),
    )
  })

  afterEach(() => server.close())

  it('gives a request to a colleague, shows it in the queue, and takes it back', async () => {
    const officer = await visitor(server, 'uip_officer')
    await server.user('uip_head')
    const done = await officer.send(`${page}/encargo`, { assigneeId: 'user-uip_head' }, page)
    expect([done.status, done.get('location')]).to.eql([303, page])
    const after = (await officer.get(page)).text
    expect(after).to.include('A cargo de Persona uip_head.').and.include('Deshacer')
    expect((await officer.get('/es/bandeja')).text).to.include('A cargo de Persona uip_head')
    expect((await officer.get('/es/bandeja?encargo=mias')).text).to.include(
      'No tiene ninguna solicitud a su cargo',
    )
    expect((await (await visitor(server, 'uip_head')).get('/es/bandeja?encargo=mias')).text).to.include(
      'EJ-caso-1',
    )
    const undo = `${page}/encargo/deshacer`
    const undone = await post(officer.agent, undo, hiddenIn(after, undo))
    expect(undone.status).to.equal(303)
    expect((await officer.get('/es/bandeja?encargo=sin_asignar')).text).to.include('EJ-caso-1')
    expect((await post(officer.agent, undo, hiddenIn(after, undo))).status).to.equal(412)
  })

  it('holds a decision that nobody was told of, once, however many are late', async () => {
    const { requests } = server.context.stores
    for (let at = 0; at < 25; at += 1)
      await requests.add(aRequest({ id: `tarde-${at}`, received: '2026-01-05' }))
    const decided = anAct('resolved', '2026-02-10', {
      ...{ outcome: 'entrega_total', reasoning: 'Se entrega.', grounds: [], article: null },
      ...{ classificationResolution: null, costQuetzales: 0 },
    })
    const then = [{ actor: officerActor, acts: [decided] }]
    await requests.add(aRequest({ id: 'decidida', received: '2026-02-02', then }))
    const inbox = (await (await visitor(server, 'uip_officer')).get('/es/bandeja')).text
    expect(inbox).to.include('27 solicitudes')
    expect(new Set(inbox.match(/EJ-tarde-\d+/g))).to.have.length(20)
    expect(inbox.match(/solicitudes\/decidida"/g)).to.have.length(1)
  })

  it('assigns nothing to somebody of another unit or to nobody that exists', async () => {
    const officer = await visitor(server, 'uip_officer')
    await server.user('other_uip_officer')
    for (const assigneeId of ['user-other_uip_officer', 'user-organisation_member', 'nadie']) {
      const refused = await officer.send(`${page}/encargo`, { assigneeId }, page)
      expect(refused.status).to.equal(422)
      expect(refused.text).to.include('href="#f-assigneeId"')
    }
  })

  it('adds a note once, however often it is sent, and lets its author take it away', async () => {
    const officer = await visitor(server, 'uip_officer')
    const form = hiddenIn((await officer.get(page)).text, `${page}/notas`)
    for (let time = 0; time < 2; time += 1)
      expect((await post(officer.agent, `${page}/notas`, { ...form, internalNote: secret })).status).to.equal(
        303,
      )
    const shown = (await officer.get(page)).text
    expect(shown.split(secret)).to.have.length(2)
    const withdraw = /action="([^"]+\/quitar)"/.exec(shown)?.[1] ?? ''
    const head = await visitor(server, 'uip_head')
    const theirs = hiddenIn((await head.get(page)).text, `${page}/notas`)
    expect((await post(head.agent, withdraw, theirs)).status).to.equal(403)
    expect((await post(officer.agent, withdraw, hiddenIn(shown, withdraw))).status).to.equal(303)
    expect((await head.get(page)).text).to.not.include(secret)
  })

  it('says what is wrong with a note and keeps its words', async () => {
    const officer = await visitor(server, 'uip_officer')
    const empty = await officer.send(`${page}/notas`, { internalNote: '  ' }, page)
    expect(empty.status).to.equal(422)
    expect(empty.text).to.include('href="#f-internalNote"')
    const long = await officer.send(`${page}/notas`, { internalNote: 'ñ'.repeat(5001) }, page)
    expect(long.status).to.equal(422)
    expect(long.text).to.include('ñ'.repeat(5001))
  })

  it('keeps a note that was being written when the session ended', async () => {
    const stranger = await visitor(server, null)
    const ended = await post(stranger.agent, `${page}/notas`, { internalNote: secret })
    expect(ended.status).to.equal(401)
    const { email } = await server.user('uip_officer')
    const back = await post(stranger.agent, '/es/entrar', {
      ...hiddenIn(ended.text, '/es/entrar'),
      ...{ email, password: 'cuatro tejas mojadas brillan' },
    })
    expect((await stranger.get(back.get('location') ?? '')).text).to.include(secret)
  })

  it('shows it to nobody outside the unit, in any representation', async () => {
    const officer = await visitor(server, 'uip_officer')
    await officer.send(`${page}/notas`, { internalNote: secret }, page)
    await officer.send(`${page}/encargo`, { assigneeId: 'user-uip_officer' }, page)
    expect((await officer.get(page)).text).to.include(secret)
    const paths = [
      page,
      page.replace('/es/', '/en/'),
      '/es/solicitudes',
      '/es/inicio',
      '/es/avisos',
      '/es/informe/casos.csv?desde=2026-01-01&hasta=2026-03-31',
      '/es/informe/cifras.json?desde=2026-01-01&hasta=2026-03-31',
      `/api/v1/requests/${requestId}`,
      `/api/v1/requests/${requestId}/events`,
      `/api/v1/requests/${requestId}/ledger`,
      `/api/v1/requests/${requestId}/breaches`,
      '/api/v1/requests',
      '/api/v1/reports/activity-4.csv?from=2026-01-01&to=2026-03-31',
    ]
    const others: readonly (TestUser | null)[] = [
      ...(['organisation_member', 'organisation_admin', 'other_organisation_member'] as const),
      ...(['other_uip_officer', 'other_uip_head', 'regulator', 'coordinator', 'system_admin'] as const),
      null,
    ]
    for (const who of others) {
      const { agent } = await visitor(server, who)
      for (const path of paths) {
        const { text = '', body } = await agent.get(path)
        const said = `${text} ${JSON.stringify(body)}`
        expect(said, `${who} ${path}`).to.not.include(secret)
        expect(said, `${who} ${path}`).to.not.include('Persona uip_officer')
      }
    }
    // The unit's own exports and its API hold the file that the law knows, and no note.
    for (const path of paths.filter(path => path.startsWith('/api/') || path.includes('informe'))) {
      const { text = '', body } = await officer.get(path)
      expect(`${text} ${JSON.stringify(body)}`, path).to.not.include(secret)
    }
  })

  it('lets nobody outside the unit write', async () => {
    const writers: readonly (readonly [TestUser, number])[] = [
      ['organisation_member', 403],
      ['regulator', 403],
      ['coordinator', 403],
      ['system_admin', 403],
      ['other_uip_officer', 404],
      ['other_organisation_member', 404],
    ]
    for (const [who, status] of writers) {
      const { agent, csrf } = await server.signIn(who)
      for (const [path, values] of [
        ['encargo', { assigneeId: '' }],
        ['notas', { internalNote: secret }],
        ['notas/x/quitar', {}],
        ['encargo/deshacer', { before: '', after: '' }],
      ] as const) {
        const answer = await post(agent, `${page}/${path}`, { ...values, _csrf: csrf })
        expect(answer.status, `${who} ${path}`).to.equal(status)
      }
    }
  })

  it('says on the queue what breaks, and that tomorrow an extension is too late', async () => {
    const officer = await visitor(server, 'uip_officer')
    const queue = (await officer.get('/es/bandeja')).text
    expect(queue).to.include('Si nada ocurre, 1 solicitud vence el lunes 16 de febrero sin respuesta.')
    expect((await (await visitor(server, 'regulator')).get('/es/bandeja')).status).to.equal(403)
    expect((await (await visitor(server, 'organisation_member')).get('/es/bandeja')).status).to.equal(403)
  })
})
