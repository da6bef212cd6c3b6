import { expect } from 'chai'
import { aRequest } from '../../../support/request-builder.ts'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { fieldsIn, hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

const training = {
  ...{
    audience: 'organizaciones',
    kind: 'taller',
    subject: 'Redacción de solicitudes',
    days: '20/01/2026\n21/01/2026',
  },
  ...{ hours: '6', mode: 'presencial', trainer: 'Equipo de ejemplo', participants: '24', women: '13' },
}

describe('the pages of the coordination, without scripts', function () {
  this.timeout(60_000)
  let server: TestServer
  let coordinator: Visitor

  before(async () => {
    server = await testServer({ now: '2026-02-02' })
    await addSides(server)
    await server.context.stores.requests.add(aRequest({ received: '2026-01-12' }))
    coordinator = await visitor(server, 'coordinator')
  })
  after(() => server.close())

  const base = '/es/actividades/capacitaciones'

  it('record a training, correct it with a reason, and annul it', async () => {
    const made = await coordinator.send(`${base}/nueva`, training)
    expect(made.status).to.equal(303)
    const path = String(made.headers['location'])
    const shown = await coordinator.get(path)
    expect(shown.text)
      .to.include('Redacción de solicitudes')
      .and.include('Mujeres: 13')
      .and.include('Registro guardado')
    const corrected = await coordinator.send(`${path}/corregir`, {
      ...training,
      participants: '25',
      reason: 'Llegó una más',
    })
    expect(corrected.status).to.equal(303)
    const after = await coordinator.get(path)
    expect(after.text).to.include('Llegó una más').and.include('Antes: Participantes: 24')
    const annulled = await coordinator.send(`${path}/anular`, { reason: 'Fue un ensayo' }, path)
    expect(annulled.status).to.equal(303)
    expect((await coordinator.get(path)).text)
      .to.include('Anulado')
      .and.not.include('/corregir')
  })

  it('say what is wrong twice in the same words and lose nothing typed', async () => {
    const wrong = { ...training, days: '30/02/2026', women: '40', subject: '' }
    const page = await coordinator.send(`${base}/nueva`, wrong)
    expect(page.status).to.equal(422)
    expect(page.text.split('Días: escriba una fecha real, por ejemplo 20/11/2026')).to.have.length(3)
    expect(page.text.split('Complete: Tema')).to.have.length(3)
    expect(page.text).to.include('value="Equipo de ejemplo"').and.include('30/02/2026</textarea>')
  })

  it('make one entry of a form sent twice', async () => {
    const page = (await coordinator.get(`${base}/nueva`)).text
    const values = { ...hiddenIn(page, `${base}/nueva`), ...training, subject: 'Una sola vez' }
    const first = await post(coordinator.agent, `${base}/nueva`, values)
    const second = await post(coordinator.agent, `${base}/nueva`, values)
    expect(second.headers['location']).to.equal(first.headers['location'])
    expect((await coordinator.get(base)).text.split('Una sola vez')).to.have.length(2)
  })

  it('show what changed meanwhile and keep both texts', async () => {
    const made = await coordinator.send(`${base}/nueva`, training)
    const path = String(made.headers['location'])
    const page = (await coordinator.get(`${path}/corregir`)).text
    const typed = { ...hiddenIn(page, `${path}/corregir`), ...training, reason: 'Se contó mal' }
    await coordinator.send(`${path}/corregir`, {
      ...training,
      participants: '30',
      reason: 'Primera corrección',
    })
    const stale = await post(coordinator.agent, `${path}/corregir`, { ...typed, participants: '26' })
    expect(stale.status).to.equal(409)
    expect(stale.text).to.include('value="26"').and.include('Lo guardado ahora').and.include('<dd>30</dd>')
    const again = { ...typed, ...hiddenIn(stale.text, `${path}/corregir`), participants: '26' }
    expect((await post(coordinator.agent, `${path}/corregir`, again)).status).to.equal(303)
  })

  it('take a CSV after it was checked, and nothing of one with a wrong row', async () => {
    const csv = (await coordinator.get(`${base}/importar/plantilla.csv`)).text
    const path = `${base}/importar`
    const send = async (text: string) => {
      const { _csrf = '' } = hiddenIn((await coordinator.get(path)).text, path)
      return coordinator.agent
        .post(path)
        .field({ _csrf, step: 'check' })
        .attach('file', Buffer.from(text), { filename: 'mis-datos.csv', contentType: 'text/csv' })
    }
    const wrong = await send(csv.replace('20/10/2026', '31/02/2026'))
    expect(wrong.status).to.equal(422)
    expect(wrong.text).to.include('Fila 2').and.include('dias')
    const known = csv.replace('20/10/2026; 21/10/2026', '20/01/2026').replace('MINFIN; MSPAS', 'MINFIN')
    const checked = await send(known)
    expect(checked.text).to.include('1 fila nueva')
    const done = await post(coordinator.agent, path, { ...hiddenIn(checked.text, path), step: 'confirm' })
    expect(done.status).to.equal(303)
    expect((await coordinator.get(base)).text).to.include('Cómo redactar una solicitud')
    const none = await coordinator.send(path, { step: 'check' })
    expect(none.text.split('Elija un archivo CSV.')).to.have.length(3)
  })

  it('hand over a report, whose receiver confirms it without an account', async () => {
    const values = {
      ...{ audience: 'unidad', institutionId: sides.institution, means: 'papel', day: '20/01/2026' },
      ...{ reportSha256: 'ab'.repeat(32), reportFrom: '01/01/2025', reportTo: '30/06/2025' },
    }
    const made = await coordinator.send('/es/actividades/difusion/nueva', values)
    const page = (await coordinator.get(String(made.headers['location']))).text
    const link = /\/es\/acuse\/[\w.-]+/.exec(page)?.[0] ?? ''
    const stranger = await visitor(server, null)
    expect((await stranger.get(link)).text)
      .to.include('Confirmo que lo recibí')
      .and.include('ab'.repeat(32))
    await stranger.send(link, {})
    expect((await stranger.get(link)).text)
      .to.include('Recepción confirmada')
      .and.not.include('Confirmo que')
    const empty = await stranger.send(`${link}/responder`, { text: '' }, link)
    expect(empty.text.split('Complete: Su respuesta')).to.have.length(3)
    await stranger.send(`${link}/responder`, { text: 'Gracias.' }, link)
    expect((await coordinator.get(String(made.headers['location']))).text).to.include('Gracias.')
    expect((await stranger.get(`${link}x`)).status).to.equal(404)
  })

  it('record assistance on a case by its number', async () => {
    const [request] = (
      await server.context.stores.requests.list(
        { kind: 'everything' },
        { view: 'todas' },
        { limit: 1, after: null },
      )
    ).items
    const values = {
      ...{ organisationId: sides.organisation, day: '20/01/2026', minutes: '45', means: 'telefono' },
      ...{ subject: 'Recurso de revisión', requestIds: request?.reference ?? '' },
    }
    const made = await coordinator.send('/es/actividades/asistencia/nueva', values)
    expect(made.status).to.equal(303)
    const page = await coordinator.get(String(made.headers['location']))
    expect(page.text)
      .to.include(request?.reference ?? '–')
      .and.include('Con silencio')
  })

  it('make an edition, hear the unit, decide and publish it; anyone checks its file', async () => {
    const made = await coordinator.send('/es/informes/nueva', { from: '01/01/2026', to: '31/01/2026' })
    expect(made.status).to.equal(303)
    const path = String(made.headers['location'])
    const wrong = await coordinator.send(`${path}/abrir`, { days: 'cinco' }, path)
    expect(wrong.status).to.equal(422)
    await coordinator.send(`${path}/abrir`, { days: '5' }, path)
    const head = await visitor(server, 'uip_head')
    expect((await head.get('/es/informes')).text).to.include('Por responder')
    const page = `${path}/pagina`
    const claim = 'Escrito y no enviado.'
    const begun = fieldsIn(
      (await head.get(page)).text,
      `form${path.replace('/es', '').replaceAll('/', '-')}-impugnar`,
    )
    const switched = await post(
      head.agent,
      `/en/idioma?pagina=${encodeURIComponent(page.replace('/es', ''))}`,
      {
        ...{ ...begun, figure: 'T1', claim, step: 'language' },
      },
    )
    const there = (await head.get(String(switched.headers.location))).text
    expect(there).to.include('<html lang="en"').and.include(claim).and.include('<option value="T1" selected')
    const words = '  No estamos de acuerdo.\n\n  Falta un caso.'
    const challenged = await head.send(
      `${path}/impugnar`,
      { figure: 'T1', claim: 'Se respondió el día 5.' },
      page,
    )
    expect(challenged.status).to.equal(303)
    await head.send(`${path}/responder`, { text: words }, page)
    expect((await head.get(page)).text).to.include(words)
    const waiting = (await coordinator.get(path)).text
    expect(waiting).to.include('Antes de publicar').and.include('Decida la impugnación que está abierta')
    expect(waiting).to.not.include(`action="${path}/publicar"`)
    const token = hiddenIn(waiting, '/es/salir')
    const early = await post(coordinator.agent, `${path}/publicar`, { ...token, version: '2' })
    expect(early.status).to.equal(422)
    expect(early.text).to.include('Decida cada impugnación')
    const decide = /action="([^"]+\/impugnaciones\/[^"]+)"/.exec(waiting)?.[1] ?? ''
    const field = `reason-${decide.split('/').at(-1)}`
    const empty = await coordinator.send(decide, { state: 'rechazada', [field]: '' }, path)
    expect(empty.status).to.equal(422)
    const decided = await coordinator.send(
      decide,
      { state: 'rechazada', [field]: 'El sello dice otra fecha.' },
      path,
    )
    expect(decided.status).to.equal(303)
    expect((await coordinator.send(`${path}/publicar`, {}, path)).status).to.equal(303)
    const stranger = await visitor(server, null)
    const shown = (await stranger.get(path)).text
    expect(shown).to.include(words).and.include('El sello dice otra fecha.').and.not.include('Persona')
    const sha256 = /archivos\/([0-9a-f]{64})/.exec(shown)?.[1] ?? ''
    const verify = '/es/informe/verificar'
    expect((await stranger.get(`${verify}?sha256=${sha256}`)).text).to.include('Auténtico y vigente')
    expect((await stranger.get(`${verify}?sha256=${'0'.repeat(64)}`)).text).to.include('No se conoce')
    const typo = await stranger.get(`${verify}?sha256=xyz`)
    expect([typo.status, typo.text.split('Escriba las 64 cifras').length]).to.eql([422, 3])
    const file = await stranger.get(`${path}/archivos/${sha256}`).buffer(true)
    const sent = await stranger.agent.post(verify).attach('file', file.body, 'informe.pdf')
    expect(sent.headers['location']).to.equal(`${verify}?sha256=${sha256}`)
    const none = await stranger.agent.post(verify).field('x', 'y')
    expect(none.status).to.equal(422)
  })

  it('lead strangers to sign in, and refuse those who may not', async () => {
    const stranger = await visitor(server, null)
    expect((await stranger.get(base)).headers['location']).to.include('/es/entrar?next=')
    const member = await visitor(server, 'organisation_member')
    for (const path of [base, `${base}/nueva`, `${base}/importar`, '/es/informes/nueva'])
      expect((await member.get(path)).status).to.equal(403)
    const regulator = await visitor(server, 'regulator')
    expect((await regulator.get(base)).text).to.not.include('/nueva')
    expect((await regulator.get(`${base}/nueva`)).status).to.equal(403)
    for (const path of ['/es/informes', '/es/informe/verificar', '/en/informes'])
      expect((await stranger.get(path)).status).to.equal(200)
  })
})
