import { expect } from 'chai'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

const newRequest = {
  institutionId: sides.institution,
  kind: 'access',
  title: 'Contratos de carreteras, 2025',
  body: 'Copia de los contratos firmados en 2025.',
  channel: 'electronica',
  receivedOn: '2/2/2026',
  receivedTime: '9:15',
  evidenceKind: 'correo',
}

describe('the pages, by form and without scripts', () => {
  let server: TestServer
  let member: Visitor
  let officer: Visitor

  before(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
  })

  // A session lasts hours: a test that moves the clock by days signs in again.
  beforeEach(async () => {
    server.setNow('2026-02-02T15:30:00Z')
    member = await visitor(server, 'organisation_member')
    officer = await visitor(server, 'uip_officer')
  })

  after(() => server.close())

  async function log(title = newRequest.title): Promise<string> {
    const answer = await member.send('/es/solicitudes/nueva', { ...newRequest, title, step: 'anyway' })
    expect(answer.status, answer.text).to.equal(303)
    return answer.get('location') ?? ''
  }

  it('sends a stranger to sign in, and from there on to the page', async () => {
    const stranger = await visitor(server, null)
    const away = await stranger.get('/es/inicio')
    expect([away.status, away.get('location')]).to.eql([302, '/es/entrar?next=%2Fes%2Finicio'])
    const wrong = await stranger.send('/es/entrar', { email: 'nadie@ejemplo.test', password: 'no es esta' })
    expect(wrong.status).to.equal(422)
    expect(wrong.text)
      .to.include('El correo o la contraseña no coinciden')
      .and.include('value="nadie@ejemplo.test"')
  })

  it('shows when an answer would be due before anything is kept', async () => {
    const values = { ...newRequest, step: 'preview' }
    const page = await member.send('/es/solicitudes/nueva', values)
    expect(page.status).to.equal(200)
    expect(page.text)
      .to.include('lunes 16 de febrero de 2026')
      .and.include('value="Contratos de carreteras, 2025"')
    expect((await member.get('/es/solicitudes')).text).to.include('Todavía no hay solicitudes')
  })

  it('says all that is wrong at once and loses nothing that was typed', async () => {
    const wrong = {
      ...newRequest,
      institutionId: '',
      title: '',
      receivedOn: '31/02/2026',
      body: 'Un <texto> & más',
    }
    const page = await member.send('/es/solicitudes/nueva', wrong)
    expect(page.status).to.equal(422)
    expect(page.text).to.include('<title>Hay un problema: ')
    for (const field of ['institutionId', 'title', 'receivedOn'])
      expect(page.text).to.include(`href="#f-${field}"`)
    expect(page.text).to.include('Un &lt;texto> &amp; más').and.include('value="31/02/2026"')
  })

  it('logs a request once, however often the form is sent', async () => {
    const form = hiddenIn((await member.get('/es/solicitudes/nueva')).text, '/es/solicitudes/nueva')
    const answers = [1, 2].map(() => post(member.agent, '/es/solicitudes/nueva', { ...form, ...newRequest }))
    const [first, second] = [await answers[0], await answers[1]]
    expect(first?.status).to.equal(303)
    expect([303, 409, 422]).to.include(second?.status)
    const again = await post(member.agent, '/es/solicitudes/nueva', { ...form, ...newRequest })
    expect(again.get('location')).to.equal(first?.get('location'))
    const list = (await member.get('/es/solicitudes')).text
    expect(list.split('class="row-title"')).to.have.length(2)
  })

  it('takes a request through admission, extension, a decision in three steps, and notice', async () => {
    const page = await log('Una solicitud que se resuelve')
    expect((await member.get(page)).text)
      .to.include('Solicitud registrada como')
      .and.include('Vence el lunes 16 de febrero de 2026')
    expect((await officer.get('/es/bandeja')).text)
      .to.include('Una solicitud que se resuelve')
      .and.include('Admitir la solicitud')
    const act = (type: string) => `${page}/actos/${type}`
    const admitted = await officer.send(act('admitted'), {
      caseNumber: 'UIP-7',
      occurredOn: 'hoy',
      evidenceKind: 'acta',
    })
    expect(admitted.status, admitted.text).to.equal(303)

    server.setNow('2026-02-12')
    member = await visitor(server, 'organisation_member')
    officer = await visitor(server, 'uip_officer')
    const preview = await officer.send(act('extended'), {
      days: '5',
      motive: '',
      occurredOn: 'hoy',
      evidenceKind: 'correo',
      step: 'preview',
    })
    expect(preview.text).to.include('el nuevo vencimiento es el lunes 23 de febrero de 2026')
    const noMotive = await officer.send(act('extended'), {
      days: '5',
      motive: '',
      occurredOn: 'hoy',
      evidenceKind: 'correo',
    })
    expect(noMotive.status).to.equal(422)
    expect(noMotive.text).to.include('value="5"').and.include('href="#f-motive"')
    const extended = await officer.send(act('extended'), {
      days: '5',
      motive: 'Son mil folios.',
      occurredOn: 'hoy',
      evidenceKind: 'correo',
    })
    expect(extended.status, extended.text).to.equal(303)
    expect((await officer.get(page)).text).to.include('Con prórroga')
    expect((await officer.get(act('extended'))).status).to.equal(409)

    const one = await officer.send(act('resolved'), { outcome: 'negativa_reserva', step: 'continuar' })
    expect(one.text).to.include('Resolución que clasificó la información')
    const carried = hiddenIn(one.text, act('resolved'))
    const answer = {
      occurredOn: '12/02/2026',
      evidenceKind: 'archivo',
      grounds: ['reservada'],
      article: '23',
      reasoning: 'Está reservada.',
      step: 'continuar',
    }
    const refused = await post(officer.agent, act('resolved'), { ...carried, ...answer })
    expect(refused.status).to.equal(422)
    expect(refused.text).to.include('href="#f-classificationResolution"').and.include('Está reservada.')
    const check = await post(officer.agent, act('resolved'), {
      ...carried,
      ...answer,
      classificationResolution: 'Resolución 12-2025',
    })
    expect(check.status, check.text).to.equal(200)
    expect(check.text).to.include('Revise antes de guardar').and.include('Resolución 12-2025')
    const done = await post(officer.agent, act('resolved'), {
      ...hiddenIn(check.text, act('resolved')),
      step: 'confirmar',
    })
    expect(done.status, done.text).to.equal(303)
    const notified = await officer.send(act('notified'), {
      means: 'Correo electrónico',
      occurredOn: 'hoy',
      evidenceKind: 'correo',
    })
    expect(notified.status, notified.text).to.equal(303)
    expect((await member.get(page)).text)
      .to.include('Pedir revisión')
      .and.include('Negativa por reserva')
  })

  it('shows both texts when somebody else was quicker', async () => {
    const page = await log('Una solicitud con dos oficiales')
    const act = `${page}/actos/assigned`
    const mine = hiddenIn((await officer.get(act)).text, act)
    await officer.send(`${page}/actos/admitted`, { occurredOn: 'hoy', evidenceKind: 'acta' })
    const late = await post(officer.agent, act, {
      ...mine,
      liaison: 'Dirección de Obras',
      occurredOn: 'hoy',
      evidenceKind: 'acta',
    })
    expect(late.status).to.equal(409)
    expect(late.text)
      .to.include('Alguien guardó un cambio')
      .and.include('Admitida a trámite')
      .and.include('value="Dirección de Obras"')
    const again = await post(officer.agent, act, {
      ...hiddenIn(late.text, act),
      liaison: 'Dirección de Obras',
      occurredOn: 'hoy',
      evidenceKind: 'acta',
    })
    expect(again.status, again.text).to.equal(303)
  })

  it('keeps what was typed when the session ends, through signing in again', async () => {
    const page = await log('Una solicitud a medias')
    const act = `${page}/actos/withdrawn`
    const stranger = await visitor(server, null)
    const ended = await post(stranger.agent, act, {
      reason: 'Ya la publicaron.',
      occurredOn: 'hoy',
      version: '1',
    })
    expect(ended.status).to.equal(401)
    expect(ended.text).to.include('guardamos su texto')
    const form = hiddenIn(ended.text, '/es/entrar')
    const { email } = await server.user('organisation_member')
    const back = await post(stranger.agent, '/es/entrar', {
      ...form,
      email,
      password: 'cuatro tejas mojadas brillan',
    })
    expect([back.status, back.get('location')]).to.eql([303, act])
    expect((await stranger.get(act)).text).to.include('Ya la publicaron.')
  })

  it('hides a request from another side, and a page from another role', async () => {
    const page = await log('Una solicitud ajena')
    const other = await visitor(server, 'other_uip_officer')
    expect((await other.get(page)).status).to.equal(404)
    expect((await other.get('/es/usuarios')).status).to.equal(403)
    expect((await other.get('/es/no-existe')).status).to.equal(404)
  })

  it('refuses a change without the form’s token', async () => {
    const page = await log('Una solicitud protegida')
    expect(
      (await post(member.agent, `${page}/actos/withdrawn`, { occurredOn: 'hoy', version: '1' })).status,
    ).to.equal(403)
  })

  it('shows what an acuerdo moves before it is recorded, and records it', async () => {
    const page = await log('Una solicitud que se mueve')
    const coordinator = await visitor(server, 'coordinator')
    const path = '/es/dias-inhabiles/nuevo'
    const wrong = await coordinator.send(path, { days: '31/02/2026', name: '', source: '', step: 'preview' })
    expect(wrong.status).to.equal(422)
    const check = await coordinator.send(path, {
      days: '13/02/2026',
      name: 'Asueto',
      source: 'Acuerdo 1-2026',
      step: 'preview',
    })
    expect(check.text).to.include('16 feb 2026').and.include('17 feb 2026')
    expect((await member.get(page)).text).to.include('Vence el lunes 16 de febrero')
    const done = await post(coordinator.agent, path, { ...hiddenIn(check.text, path), step: 'confirm' })
    expect(done.status, done.text).to.equal(303)
    expect((await member.get(page)).text)
      .to.include('Vence el martes 17 de febrero')
      .and.include('Plazo recontado')
    expect((await coordinator.get(done.get('location') ?? '')).text).to.include('Acuerdo 1-2026')
  })

  it('says "sin datos" for a period without requests, and gives the figures of one with them', async () => {
    const regulator = await visitor(server, 'regulator')
    expect((await regulator.get('/es/informe?desde=01/01/2020&hasta=31/03/2020')).text)
      .to.include('Sin datos')
      .and.not.include('0%')
    expect((await regulator.get('/es/informe?desde=31/02/2026&hasta=31/03/2026')).status).to.equal(422)
    const page = (await regulator.get('/en/informe?desde=01/01/2026&hasta=31/03/2026')).text
    expect(page).to.include('Figures of the period')
    const pdf = await regulator.get('/es/informe/actividad-4.pdf?desde=2026-01-01&hasta=2026-03-31')
    expect([pdf.status, pdf.get('content-type')]).to.eql([200, 'application/pdf'])
  })

  it('makes an account and shows its one-time password once; it must be changed first', async () => {
    const admin = await visitor(server, 'system_admin')
    const made = await admin.send('/es/usuarios', {
      name: 'Nueva',
      email: 'nueva@ejemplo.test',
      role: 'regulator',
      language: 'es',
    })
    expect(made.status, made.text).to.equal(201)
    const password = /class="secret">([^<]+)</.exec(made.text)?.[1] ?? ''
    const nueva = await visitor(server, null)
    const inside = await nueva.send('/es/entrar', { email: 'nueva@ejemplo.test', password })
    expect(inside.get('location')).to.equal('/es/cuenta')
    expect((await nueva.get('/es/solicitudes')).status).to.equal(403)
    const weak = await nueva.send('/es/cuenta', { current: password, next: 'corta' })
    expect(weak.status).to.equal(422)
    const changed = await nueva.send('/es/cuenta', { current: password, next: 'siete nubes sobre el lago' })
    expect(changed.status, changed.text).to.equal(303)
    expect((await nueva.get('/es/solicitudes')).text).to.include('Su contraseña cambió')
  })

  it('keeps a file with the request it came with', async () => {
    const html = (await member.get('/es/solicitudes/nueva')).text
    const form = {
      ...hiddenIn(html, '/es/solicitudes/nueva'),
      ...newRequest,
      title: 'Una solicitud con constancia',
      step: 'anyway',
    }
    let sending = member.agent.post('/es/solicitudes/nueva')
    for (const [name, value] of Object.entries(form)) sending = sending.field(name, value)
    const answer = await sending.attach('file', Buffer.from('%PDF-1.7\nacuse'), 'acuse de recibo.pdf')
    expect(answer.status, answer.text).to.equal(303)
    const page = (await member.get(answer.get('location') ?? '')).text
    const link = /href="(\/es\/solicitudes\/[^"]+\/archivos\/[0-9a-f]{64})"/.exec(page)?.[1] ?? ''
    expect(page).to.include('acuse de recibo.pdf')
    const file = await member.get(link)
    expect(file.get('content-disposition')).to.include('attachment')
    expect(String(file.body)).to.include('%PDF-1.7')
  })
})
