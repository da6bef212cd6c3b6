import { expect } from 'chai'
import { sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'

const newRequest = {
  institutionId: sides.institution,
  title: 'Contratos de mantenimiento de carreteras, 2025',
  body: 'Copia de los contratos y sus modificaciones.',
  received: '2026-02-02T09:15:00-06:00',
  evidence: [{ kind: 'sello', note: 'sello de recepción' }],
}

describe('/api/v1/requests', () => {
  let server: TestServer
  let member: SignedIn
  let officer: SignedIn

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-02T10:00:00-06:00' })
    await addSides(server)
    member = await server.signIn('organisation_member')
    officer = await server.signIn('uip_officer')
  })

  afterEach(() => server.close())

  /** Days pass, and with them every session. */
  async function goTo(instant: string) {
    server.setNow(instant)
    member = await server.signIn('organisation_member')
    officer = await server.signIn('uip_officer')
  }

  async function logged(body: object = newRequest) {
    const reply = await member.send('post', '/api/v1/requests').send(body)
    expect(reply.status, JSON.stringify(reply.body)).to.equal(201)
    return reply.body
  }

  function act(as: SignedIn, id: string, version: number, body: object) {
    return as.send('post', `/api/v1/requests/${id}/events`).set('If-Match', `"${version}"`).send(body)
  }

  it('is not for those who have not signed in', async () => {
    const reply = await server.anonymous.post('/api/v1/requests').send(newRequest)
    expect(reply.status).to.be.oneOf([401, 403])
    expect(reply.type).to.equal('application/problem+json')
  })

  it('shows a request to its two sides and to nobody of another side', async () => {
    const { id } = await logged({ ...newRequest, published: false })
    for (const who of ['organisation_member', 'uip_officer', 'regulator', 'coordinator'] as const) {
      expect((await (await server.signIn(who)).get(`/api/v1/requests/${id}`)).status, who).to.equal(200)
    }
    for (const who of ['other_organisation_member', 'other_uip_officer', 'system_admin'] as const) {
      expect((await (await server.signIn(who)).get(`/api/v1/requests/${id}`)).status, who).to.equal(404)
    }
    expect((await server.anonymous.get(`/api/v1/requests/${id}`)).status).to.equal(404)
  })

  it('shows the public the days of a published request and none of its words', async () => {
    const { id } = await logged()
    const { body } = await server.anonymous.get(`/api/v1/requests/${id}`).expect(200)
    expect(body.dueOn).to.equal('2026-02-16')
    expect(JSON.stringify(body)).not.to.contain('modificaciones')
    expect(JSON.stringify(body)).not.to.contain('sello de recepción')
    expect(body.allowedActions).to.eql([])
  })

  it('says when the answer is due and explains each day', async () => {
    const view = await logged()
    expect(view.dueOn).to.equal('2026-02-16')
    expect(view.state).to.equal('presentada')
    const [clock] = view.clocks
    expect(clock.ledger.filter((day: { counted: boolean }) => day.counted)).to.have.length(10)
    expect(clock.ledger.at(-1).date).to.equal('2026-02-16')
  })

  it('previews the due day without saving anything', async () => {
    const query = { institutionId: sides.institution, received: '2026-03-25T10:00:00-06:00' }
    const { body } = await member.get('/api/v1/requests/deadline').query(query).expect(200)
    expect(body.dueOn).to.equal('2026-04-10')
    expect(body.extensionNotice).to.eql({ from: '2026-04-08', by: '2026-04-09' })
    expect((await member.get('/api/v1/requests')).body.items).to.eql([])
  })

  it('refuses a preview whose term leaves the known calendar, and a day before it', async () => {
    for (const received of ['2008-12-31', '2060-12-31', '9999-12-31', '0001-01-01']) {
      const { status, body } = await server.anonymous.get('/api/v1/requests/deadline').query({ received })
      expect([status, body.errors?.[0]?.code], received).to.eql([400, 'day.unknown'])
    }
  })

  it('refuses a title that nobody can read, and a cursor that is none of ours by its name', async () => {
    const { status, body } = await member
      .send('post', '/api/v1/requests')
      .send({ ...newRequest, title: '\u200b\u200b\u202e\u200b' })
    expect([status, body.errors[0].field, body.errors[0].code]).to.eql([400, 'title', 'string.wordless'])
    const list = await member.get('/api/v1/requests').query({ cursor: 'rubbish' })
    expect([list.status, list.body.errors[0].field]).to.eql([400, 'cursor'])
  })

  it('takes an act on the day of its hour, and refuses the hour of another day', async () => {
    const { id } = await logged({ ...newRequest, received: '2026-01-28' })
    const occurredAt = '2026-01-30T10:00:00-06:00'
    const wrong = await act(officer, id, 1, { type: 'admitted', occurredOn: '2026-01-29', occurredAt })
    expect([wrong.status, wrong.body.errors[0].field]).to.eql([400, 'occurredAt'])
    const right = await act(officer, id, 1, { type: 'admitted', occurredAt })
    expect(right.status, JSON.stringify(right.body)).to.equal(201)
    const { body } = await officer.get(`/api/v1/requests/${id}/events`)
    const admitted = body.items.find(({ type }: { type: string }) => type === 'admitted')
    expect(admitted.occurredOn).to.equal('2026-01-30')
  })

  it('asks for the data of an act that needs some, and does without where it needs none', async () => {
    const { id } = await logged()
    const bare = await act(officer, id, 1, { type: 'extended' })
    expect([bare.status, bare.body.errors[0].field, bare.body.errors[0].code]).to.eql([
      400,
      'data',
      'any.required',
    ])
    expect((await act(officer, id, 1, { type: 'admitted' })).status).to.equal(201)
  })

  it('disputes the whole or a breach of this request, never one that it does not have', async () => {
    const { id } = await logged()
    await goTo('2026-03-02T10:00:00-06:00')
    const { body } = await officer.get(`/api/v1/requests/${id}`)
    const dispute = (version: number, breachId: string | null) =>
      act(officer, id, version, { type: 'disputed', data: { breachId, text: 'La respuesta salió a tiempo' } })
    const wrong = await dispute(1, 'nada')
    expect([wrong.status, wrong.body.code]).to.eql([422, 'unknown-breach'])
    expect((await dispute(1, body.breaches[0].id)).status).to.equal(201)
    const { version } = (await officer.get(`/api/v1/requests/${id}`)).body
    expect((await dispute(version, null)).status).to.equal(201)
  })

  it('makes one request of a form sent twice', async () => {
    const send = () =>
      member.send('post', '/api/v1/requests').set('Idempotency-Key', 'abc-1').send(newRequest)
    const [first, second] = [await send(), await send()]
    expect(first.body.id).to.equal(second.body.id)
    expect((await member.get('/api/v1/requests')).body.items).to.have.length(1)
  })

  it('takes a request from filing to a notified answer', async () => {
    const { id } = await logged()
    const admitted = await act(officer, id, 1, { type: 'admitted', data: { caseNumber: 'UIP-7-2026' } })
    expect(admitted.status, JSON.stringify(admitted.body)).to.equal(201)
    await goTo('2026-02-12T11:00:00-06:00')
    const extended = await act(officer, id, 2, {
      type: 'extended',
      data: { days: 10, motive: 'Volumen de los contratos' },
    })
    expect(extended.body.state).to.equal('prorrogada')
    expect(extended.body.dueOn).to.equal('2026-03-02')
    const resolved = await act(officer, id, 3, {
      type: 'resolved',
      data: { outcome: 'entrega_total', reasoning: 'Se entrega en formato abierto' },
    })
    expect(resolved.body.state).to.equal('resuelta')
    const notified = await act(officer, id, 4, { type: 'notified', data: { means: 'correo' } })
    expect(notified.body.state).to.equal('notificada')
    expect(notified.body.breaches).to.eql([])
    const chain = await server.context.stores.requests.find(id, { kind: 'everything' })
    expect(chain?.events.map(({ type }) => type)).to.eql([
      'filed',
      'admitted',
      'extended',
      'resolved',
      'notified',
    ])
    expect(new Set(chain?.events.map(({ prev }) => prev)).size).to.equal(5)
  })

  it('writes the breach down before a late answer, with no scan having run', async () => {
    const { id } = await logged()
    await goTo('2026-02-20T09:00:00-06:00')
    const { body: silent } = await officer.get(`/api/v1/requests/${id}`)
    expect(silent.state).to.equal('vencida_ficta')
    expect(silent.breaches).to.have.length(1)
    expect(silent.timeline[0]).to.include({ type: 'lapsed', computed: true, occurredOn: '2026-02-17' })
    const { body } = await act(officer, id, 1, {
      type: 'resolved',
      data: { outcome: 'entrega_total', reasoning: 'Se entrega' },
    })
    expect(body.state).to.equal('resuelta')
    expect(body.breaches[0]).to.include({
      curedOn: '2026-02-20',
      curedBy: 'respuesta_tardia',
      workingDaysLate: 4,
    })
    expect(body.timeline.map((entry: { type: string }) => entry.type)).to.eql(['resolved', 'lapsed', 'filed'])
  })

  it('lets one of two officers win, and never loses an update', async () => {
    const { id } = await logged()
    const replies = await Promise.all(
      ['A', 'B', 'C', 'D'].map(caseNumber => act(officer, id, 1, { type: 'admitted', data: { caseNumber } })),
    )
    expect(replies.map(({ status }) => status).sort()).to.eql([201, 412, 412, 412])
  })

  it('offers each side its acts of today, and always its word', async () => {
    const { id } = await logged()
    const offered = async (as: SignedIn) =>
      (await as.get(`/api/v1/requests/${id}`)).body.allowedActions.map(
        (action: { type: string }) => action.type,
      )
    expect(await offered(member)).to.eql(['withdrawn', 'stated', 'corrected', 'disputed'])
    expect(await offered(officer)).to.eql([
      ...['admitted', 'clarification_requested', 'assigned', 'referred'],
      ...['stated', 'corrected', 'disputed'],
    ])
    const stated = { fact: 'notified', outcome: 'entrega_parcial' }
    const evidence = [{ kind: 'correo' }]
    expect((await act(member, id, 1, { type: 'stated', evidence, data: stated })).body.state).to.equal(
      'notificada',
    )
    expect(await offered(officer), 'its own record of the answer').to.include('admitted')
    expect(await offered(await server.signIn('regulator'))).to.eql([])
  })

  it('lets nobody approve a correction but a second person of the same side', async () => {
    const { id, timeline } = await logged()
    const correction = (approvedBy: string) => ({
      type: 'corrected',
      evidence: [{ kind: 'sello' }],
      data: { corrects: timeline[0].id, occurredOn: '2026-01-30', reason: 'Sello mal leído', approvedBy },
    })
    const foreign = (await server.user('other_organisation_admin')).id
    for (const approver of ['import:x', 'user-organisation_member', foreign]) {
      expect((await act(member, id, 1, correction(approver))).body.code, approver).to.equal(
        'second-person-required',
      )
    }
    const second = (await server.user('organisation_admin')).id
    expect((await act(member, id, 1, correction(second))).body.receivedOn).to.equal('2026-01-30')
  })

  it('asks which version is changed', async () => {
    const { id } = await logged()
    const reply = await officer
      .send('post', `/api/v1/requests/${id}/events`)
      .send({ type: 'admitted', data: {} })
    expect(reply.status).to.equal(428)
  })

  it('refuses by name what the law forbids', async () => {
    const { id } = await logged()
    await act(officer, id, 1, { type: 'admitted', data: {} })
    const refusals: [string, object][] = [
      ['extension-motive-required', { type: 'extended', data: { days: 5, motive: ' ' } }],
      ['extension-too-long', { type: 'extended', data: { days: 11, motive: 'Volumen' } }],
      [
        'classification-resolution-required',
        { type: 'resolved', data: { outcome: 'negativa_reserva', reasoning: 'Reservada' } },
      ],
      ['resolution-required', { type: 'close', data: {} }],
      ['deletion-forbidden', { type: 'delete', data: {} }],
      ['in-the-future', { type: 'extended', occurredOn: '2026-02-03', data: { days: 5, motive: 'Volumen' } }],
    ]
    for (const [code, body] of refusals) {
      const reply = await act(officer, id, 2, body)
      expect(reply.body.code, JSON.stringify(body)).to.equal(code)
      expect(reply.status).to.be.within(400, 422)
    }
    const deleted = await officer.send('delete', `/api/v1/requests/${id}`).set('If-Match', '"2"')
    expect(deleted.body.code).to.equal('deletion-forbidden')
    expect((await officer.get(`/api/v1/requests/${id}`)).body.version).to.equal(2)
  })

  for (const [title, change, field] of [
    ['30 February', { received: '2026-02-30T09:00:00-06:00' }, 'received'],
    ['an instant without its zone', { received: '2026-02-02T09:00:00' }, 'received'],
    ['an institution that is not on record', { institutionId: 'nadie' }, 'institutionId'],
    ['a day beyond tomorrow', { received: '2026-02-05' }, 'received'],
    ['a day before 2009', { received: '2008-12-31' }, 'received'],
    ['an operator in place of a string', { title: { $ne: '' } }, 'title'],
    ['a reason for asking', { reason: 'curiosidad' }, 'reason'],
  ] as const) {
    it(`refuses ${title}, names the field and saves nothing`, async () => {
      const reply = await member.send('post', '/api/v1/requests').send({ ...newRequest, ...change })
      expect(reply.status).to.be.within(400, 422)
      expect(JSON.stringify(reply.body.errors)).to.contain(field)
      expect((await member.get('/api/v1/requests')).body.items).to.eql([])
    })
  }

  it('lists by view, search and filter, page by page', async () => {
    for (const [index, title] of ['Presupuesto', 'Nómina de asesores', 'Contratos de obra'].entries()) {
      await logged({ ...newRequest, title, received: `2026-01-1${index + 2}T09:00:00-06:00` })
    }
    const first = await member.get('/api/v1/requests').query({ limit: 2 }).expect(200)
    expect(first.body.items.map((row: { title: string }) => row.title)).to.eql([
      'Contratos de obra',
      'Nómina de asesores',
    ])
    const rest = await member.get('/api/v1/requests').query({ limit: 2, cursor: first.body.next })
    expect(rest.body.items.map((row: { title: string }) => row.title)).to.eql(['Presupuesto'])
    const found = await member.get('/api/v1/requests').query({ search: 'nomina' })
    expect(found.body.items).to.have.length(1)
    const late = await officer.get('/api/v1/requests').query({ view: 'vencidas' })
    expect(late.body.items).to.have.length(3)
    expect((await officer.get('/api/v1/requests/counts')).body).to.include({
      todas: 3,
      vencidas: 3,
      pronto: 0,
    })
  })

  it('keeps a file with its request and gives it to nobody else', async () => {
    const { id } = await logged()
    const reply = await member
      .send('post', `/api/v1/requests/${id}/attachments`)
      .set('If-Match', '"1"')
      .set('Content-Type', 'application/pdf')
      .set('X-File-Name', encodeURIComponent('../sello de recepción.html'))
      .send(Buffer.from('<script>1</script>'))
    expect(reply.status, JSON.stringify(reply.body)).to.equal(201)
    expect(reply.body).to.include({
      name: 'sello de recepción.html',
      size: 18,
      mediaType: 'application/octet-stream',
    })
    const path = `/api/v1/requests/${id}/attachments/${reply.body.sha256}`
    const file = await officer.get(path).expect(200)
    expect(file.headers['content-disposition']).to.match(/^attachment/)
    expect(file.headers['content-type']).to.equal('application/octet-stream')
    expect((await (await server.signIn('other_uip_officer')).get(path)).status).to.equal(404)
    expect((await server.anonymous.get(path)).status).to.equal(404)
  })

  it('keeps a file once that is sent again with its key, and takes no other under it', async () => {
    const { id } = await logged()
    const send = (content: string, key: string | null) => {
      const call = member
        .send('post', `/api/v1/requests/${id}/attachments`)
        .set('If-Match', '"1"')
        .set('Content-Type', 'application/pdf')
        .set('X-File-Name', 'acuse.pdf')
      return (key === null ? call : call.set('Idempotency-Key', key)).send(Buffer.from(content))
    }
    const [first, again] = [await send('acuse', 'k-1'), await send('acuse', 'k-1')]
    expect([first.status, again.status]).to.eql([201, 201])
    expect([again.body, again.headers['etag']]).to.eql([first.body, '"2"'])
    expect(again.headers['idempotency-replayed']).to.equal('true')
    const refused = [await send('otro', 'k-1'), await send('otro', 'k-2'), await send('otro', null)]
    expect(refused.map(({ body }) => body.code)).to.eql(['idempotency-key-reused', 'stale', 'stale'])
    const { body } = await member.get(`/api/v1/requests/${id}`)
    expect([body.version, body.attachments.length]).to.eql([2, 1])
  })

  it('refuses a file of no bytes in its own words, in both languages', async () => {
    const { id } = await logged()
    const send = (language: string) =>
      member
        .send('post', `/api/v1/requests/${id}/attachments`)
        .set('If-Match', '"1"')
        .set('Content-Type', 'application/pdf')
        .set('X-File-Name', 'acuse.pdf')
        .set('Accept-Language', language)
        .send(Buffer.alloc(0))
    const [spanish, english] = [await send('es'), await send('en')]
    expect([spanish.status, spanish.body.code, english.body.code]).to.eql([422, 'file-empty', 'file-empty'])
    expect(spanish.body.errors).to.eql([{ field: 'file', code: 'file-empty', message: spanish.body.detail }])
    expect([spanish.body.title, english.body.title]).to.eql(['El archivo está vacío', 'The file is empty'])
    expect((await member.get(`/api/v1/requests/${id}`)).body).to.include({ version: 1 })
  })

  it('tells a member who files for another organisation, naming the field', async () => {
    const other = { ...newRequest, organisationId: sides.otherOrganisation }
    const reply = await member.send('post', '/api/v1/requests').send(other)
    expect([reply.status, reply.body.code]).to.eql([400, 'invalid-input'])
    expect(reply.body.errors).to.have.length(1)
    expect(reply.body.errors[0]).to.include({ field: 'organisationId', code: 'organisation.other' })
    expect(reply.body.errors[0].message).to.include('su propia organización')
    await logged({ ...newRequest, organisationId: sides.organisation })
  })
})

async function addSides({ context }: TestServer) {
  const { institutions, organisations } = context.stores
  for (const id of [sides.institution, sides.otherInstitution]) {
    await institutions.add({
      ...{ id, name: `Institución ${id}`, acronym: id, kind: 'otra', inCapital: true },
      ...{ cutoffMinutes: null, hours: null, contact: null, aliases: [], active: true, version: 1 },
    })
  }
  for (const id of [sides.organisation, sides.otherOrganisation]) {
    await organisations.add({ id, name: `Organización ${id}`, foldedName: id, active: true, version: 1 })
  }
}
