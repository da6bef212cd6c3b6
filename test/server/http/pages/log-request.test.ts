import { expect } from 'chai'
import { AppError } from '../../../../server/errors.ts'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

const path = '/es/solicitudes/nueva'

const typed = {
  institutionId: sides.institution,
  kind: 'access',
  title: 'Contratos de mantenimiento de carreteras en Jalapa',
  body: 'Copia de los contratos firmados en 2025, con sus anexos.',
  channel: 'escrita',
  receivedOn: '2/2/2026',
  receivedTime: '9:15',
  evidenceKind: 'sello',
}

describe('logging a request by form', () => {
  let server: TestServer
  let member: Visitor
  let api: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-02T20:00:00Z' })
    await addSides(server)
    member = await visitor(server, 'organisation_member')
    api = await server.signIn('organisation_member')
  })

  after(() => server.close())

  async function total(): Promise<number> {
    return (await api.get('/api/v1/requests?limit=100').expect(200)).body.items.length
  }

  it('shows when each of the chosen institutions must answer, before anything is kept', async () => {
    const before = await total()
    const reply = await member.send(path, {
      ...typed,
      institutionIds: [sides.otherInstitution],
      step: 'preview',
    })
    expect(reply.status).to.equal(200)
    expect(reply.text).to.include('2 instituciones, cada una con su plazo')
    expect(reply.text.match(/debe responder a más tardar el lunes 16 de febrero de 2026/g)).to.have.length(2)
    expect(await total()).to.equal(before)
  })

  it('offers today in the words of the page', async () => {
    const newcomer = await visitor(server, 'organisation_member')
    expect((await newcomer.get(path)).text).to.match(/name="receivedOn"[^>]* value="hoy"/)
    expect((await newcomer.get('/en/solicitudes/nueva')).text).to.match(
      /name="receivedOn"[^>]* value="today"/,
    )
    expect((await newcomer.get('/en/barreras/nueva')).text).to.match(/name="occurredOn"[^>]* value="today"/)
  })

  it('says the same in the piece that a script asks for', async () => {
    const query = `institutionId=${sides.institution}&institutionIds=${sides.otherInstitution}&receivedOn=2/2/2026`
    const piece = await member.get(`${path}/vista?${query}`).expect(200)
    expect(piece.text).to.include('16 de febrero').and.to.not.include('<html')
    await server.anonymous.get(`${path}/vista?${query}`).expect(302)
  })

  it('makes one request an institution, once however often it is sent', async () => {
    const before = await total()
    const form = {
      ...hiddenIn((await member.get(path)).text, path),
      ...typed,
      institutionIds: [sides.otherInstitution],
    }
    const first = await post(member.agent, path, form)
    expect(first.status).to.equal(303)
    const again = await post(member.agent, path, form)
    expect(again.headers.location).to.equal(first.headers.location)
    expect(await total()).to.equal(before + 2)
    const done = await member.get(String(first.headers.location)).expect(200)
    expect(done.text)
      .to.include('2 solicitudes registradas')
      .and.to.include(`Institución ${sides.otherInstitution}`)
  })

  it('asks whether one that says almost the same is another, and keeps what was typed', async () => {
    const before = await total()
    const form = {
      ...typed,
      title: 'Contratos de mantenimiento de carreteras, Jalapa',
      body: 'Otra cosa distinta',
    }
    const hint = await member.send(path, form)
    expect(hint.status).to.equal(200)
    expect(hint.text).to.include('Ya registró una solicitud parecida').and.to.include('Otra cosa distinta')
    expect(await total()).to.equal(before)
    const anyway = { ...hiddenIn(hint.text, path), ...form, step: 'anyway' }
    expect((await post(member.agent, path, anyway)).status).to.equal(303)
    expect(await total()).to.equal(before + 1)
  })

  it('knows a case number that was noted before', async () => {
    const one = {
      ...typed,
      title: 'Actas del comité de compras',
      body: 'Las de enero',
      caseNumber: 'UIP-7/2026',
    }
    expect((await member.send(path, one)).status).to.equal(303)
    const other = { ...typed, title: 'Plan anual de formación', body: 'El vigente', caseNumber: 'uip 7 2026' }
    const hint = await member.send(path, other)
    expect(hint.text).to.include('tiene el mismo número de expediente')
  })

  it('keeps what was typed in a draft of its author alone, and takes it away once it is logged', async () => {
    const form = { ...typed, title: 'Borrador sobre becas', body: 'Texto a medias' }
    const saved = await member.send(path, { ...form, step: 'draft' })
    expect(saved.headers.location).to.equal('/es/inicio')
    const home = (await member.get('/es/inicio')).text
    const id = /borrador=([0-9a-f]+)/.exec(home)?.[1] ?? ''
    expect(home).to.include('Borrador sobre becas')
    const open = await member.get(`${path}?borrador=${id}`)
    expect(open.text).to.include('Texto a medias')
    const other = await visitor(server, 'other_organisation_member')
    expect((await other.get(`${path}?borrador=${id}`)).text).to.not.include('Texto a medias')
    await other.send('/es/borradores/descartar', { id }, '/es/inicio')
    const logged = await post(member.agent, path, { ...hiddenIn(open.text, path), ...form })
    expect(logged.status).to.equal(303)
    expect((await member.get('/es/inicio')).text).to.not.include('Borrador sobre becas')
  })

  it('names every fault at once and loses nothing, in the other language too', async () => {
    const wrong = await member.send(path, {
      ...typed,
      institutionId: '',
      title: '',
      receivedOn: '31/02/2026',
      body: 'Esto no se pierde',
    })
    expect(wrong.status).to.equal(422)
    for (const field of ['institutionId', 'title', 'receivedOn'])
      expect(wrong.text).to.include(`href="#f-${field}"`)
    expect(wrong.text).to.include('Esto no se pierde')
    expect((await member.get('/en/solicitudes/nueva')).text).to.include('Esto no se pierde')
  })

  it('refuses a program as proof, and keeps a photo of the stamp with each request', async () => {
    const form = {
      ...typed,
      title: 'Nóminas de personal por contrato',
      body: 'De enero',
      receivedOn: '30/1/2026',
    }
    const fields = { ...hiddenIn((await member.get(path)).text, path), ...form }
    const program = await withFile(fields, 'constancia.exe', Buffer.from('MZ'.padEnd(200, '\0')))
    expect(program.status).to.equal(422)
    expect(program.text).to.include('href="#f-file"')
    const nothing = await withFile({ ...fields, idempotencyKey: 'nada' }, 'acuse.pdf', Buffer.alloc(0))
    expect([nothing.status, nothing.text.includes('el archivo está vacío')]).to.eql([422, true])
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const photo = await withFile({ ...fields, idempotencyKey: 'otra' }, 'sello.png', png)
    expect(photo.status).to.equal(303)
    const view = await api.get(String(photo.headers.location).replace('/es/solicitudes', '/api/v1/requests'))
    expect(view.body.attachments).to.have.length(1)
    const filed = view.body.timeline.find((entry: { type: string }) => entry.type === 'filed')
    expect(filed.evidence[0]).to.include({ kind: 'sello', sha256: view.body.attachments[0].sha256 })
  })

  it('has an answer for addresses and forms that somebody made by hand', async () => {
    for (const id of ['', ',,', 'x'.repeat(1900), '../..'])
      await member.get(`/es/solicitudes/registradas?id=${encodeURIComponent(id)}`).expect(404)
    for (const draft of ['', 'no', 'x'.repeat(1900)])
      await member.get(`${path}?borrador=${draft}`).expect(200)
    await member.get(`${path}/vista?institutionId=${'x'.repeat(1900)}&receivedOn=hoy`).expect(200)
    const odd = { ...typed, title: 'Título con nada raro', institutionId: 'x'.repeat(3000), borrador: 'nada' }
    expect((await member.send(path, odd)).status).to.equal(422)
    expect((await member.send(path, { ...odd, step: 'preview' })).status).to.equal(200)
    const discard = await member.send('/es/borradores/descartar', { id: 'x'.repeat(3000) }, path)
    expect(discard.status).to.be.oneOf([303, 403])
  })

  it('is closed to those who log nothing', async () => {
    const regulator = await visitor(server, 'regulator')
    await regulator.get(path).expect(403)
    await server.anonymous.get(path).expect(302)
  })

  function withFile(fields: Readonly<Record<string, string>>, name: string, content: Buffer) {
    const sending = member.agent.post(path)
    for (const [field, value] of Object.entries(fields)) sending.field(field, value)
    return sending.attach('file', content, name)
  }
})

describe('the same text to many over the API', () => {
  let server: TestServer
  let member: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-02T20:00:00Z' })
    await addSides(server)
    member = await server.signIn('organisation_member')
  })

  after(() => server.close())

  const { institutionId: _one, receivedOn: _day, receivedTime: _time, evidenceKind: _kind, ...text } = typed
  const body = {
    ...text,
    received: '2026-02-02',
    institutionIds: [sides.institution, sides.otherInstitution],
  }

  it('answers per institution, and the same answer to the same key', async () => {
    const send = () => member.send('post', '/api/v1/requests/batch').set('Idempotency-Key', 'k1').send(body)
    const first = await send().expect(201)
    expect(first.body.items.map((one: { institutionId: string }) => one.institutionId)).to.eql(
      body.institutionIds,
    )
    expect((await send().expect(201)).body).to.eql(first.body)
    expect((await member.get('/api/v1/requests')).body.items).to.have.length(2)
  })

  it('names what failed, and makes only that when it is sent again', async () => {
    const { requests } = server.context.stores
    const { add } = requests
    const text = { ...body, title: 'Presupuesto de comunicación', body: 'El de este año.' }
    const send = () => member.send('post', '/api/v1/requests/batch').set('Idempotency-Key', 'k2').send(text)
    requests.add = async request => {
      if (request.institutionId === sides.otherInstitution) throw new AppError('storage-failed')
      await add(request)
    }
    const failed = await send().expect(409)
    requests.add = add
    expect(JSON.stringify(failed.body)).to.include(`Institución ${sides.otherInstitution}`)
    expect((await member.get('/api/v1/requests')).body.items).to.have.length(3)
    const done = await send().expect(201)
    expect(done.body.items).to.have.length(2)
    expect((await member.get('/api/v1/requests')).body.items).to.have.length(4)
  })

  it('writes nothing where one institution is not known', async () => {
    const bad = { ...body, institutionIds: [sides.institution, 'nadie'] }
    await member.send('post', '/api/v1/requests/batch').send(bad).expect(422)
    expect((await member.get('/api/v1/requests')).body.items).to.have.length(4)
  })

  it('refuses an empty list, a repeated one and somebody who logs nothing', async () => {
    for (const institutionIds of [[], [sides.institution, sides.institution], ['x'.repeat(200)]])
      await member
        .send('post', '/api/v1/requests/batch')
        .send({ ...body, institutionIds })
        .expect(400)
    const regulator = await server.signIn('regulator')
    await regulator.send('post', '/api/v1/requests/batch').send(body).expect(403)
    await server.anonymous.post('/api/v1/requests/batch').send(body).expect(401)
  })

  it('finds what looks the same among one’s own alone', async () => {
    const query = `institutionId=${sides.institution}&receivedOn=2026-02-20&title=Contratos de mantenimiento de carreteras`
    const own = await member.get(`/api/v1/requests/similar?${query}`).expect(200)
    expect(own.body.items).to.have.length(1)
    const other = await server.signIn('other_organisation_member')
    expect((await other.get(`/api/v1/requests/similar?${query}`).expect(200)).body.items).to.eql([])
    await server.anonymous.get(`/api/v1/requests/similar?${query}`).expect(401)
    await member.get('/api/v1/requests/similar?institutionId=x').expect(400)
  })
})
