import { expect } from 'chai'
import { barrierKinds } from '../../../server/domain/barriers.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { aRequest } from '../../support/request-builder.ts'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'
import { visitor } from '../http/pages/pages-server.ts'

const path = '/api/v1/barriers'

const typed = {
  kind: 'exigieron_motivo',
  occurredOn: '2026-01-30',
  institutionId: sides.institution,
  place: 'Ventanilla 3',
  note: 'Dijeron que sin decir para qué no la sellaban.',
}

describe('the log of barriers', () => {
  let server: TestServer
  let member: SignedIn
  let officer: SignedIn
  let regulator: SignedIn
  let other: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-02T20:00:00Z' })
    await addSides(server)
    await server.context.stores.requests.add(aRequest({ id: 'r1', title: 'Obras de agua' }))
    member = await server.signIn('organisation_member')
    officer = await server.signIn('uip_officer')
    regulator = await server.signIn('regulator')
    other = await server.signIn('other_organisation_member')
  })

  after(() => server.close())

  it('keeps what an organisation met before there was a request, with the article that speaks of it', async () => {
    const { body } = await member.send('post', path).send(typed).expect(201)
    expect(body).to.include({
      kind: 'exigieron_motivo',
      article: '41',
      requestId: null,
      place: 'Ventanilla 3',
    })
    expect(body.institution.id).to.equal(sides.institution)
    expect(JSON.stringify(body)).to.not.include(member.user.id)
  })

  it('takes the institution from the request that it was about', async () => {
    const about = { ...typed, institutionId: null, requestId: 'r1', kind: 'negativa_verbal' }
    const { body } = await member.send('post', path).send(about).expect(201)
    expect(body).to.deep.include({ requestId: 'r1', article: '45' })
    expect(body.institution.id).to.equal(sides.institution)
    const { items } = (await member.get(`${path}?requestId=r1`)).body
    expect(items.map((each: { id: string }) => each.id)).to.eql([body.id])
  })

  it('records once what is sent twice with one key', async () => {
    const send = () => member.send('post', path).set('Idempotency-Key', 'uno').send(typed)
    expect((await send().expect(201)).body).to.eql((await send().expect(201)).body)
  })

  it('shows each organisation its own, and everything to those who oversee', async () => {
    const own = (await member.get(path).expect(200)).body.items
    expect(own).to.have.length(3)
    expect((await other.get(path).expect(200)).body.items).to.eql([])
    expect((await regulator.get(path).expect(200)).body.items).to.have.length(3)
    await other.get(`${path}/${own[0].id}`).expect(404)
    expect((await other.get(`${path}?requestId=r1`)).body.items).to.eql([])
  })

  it('is closed to the institution, the administrator and the public', async () => {
    await officer.get(path).expect(403)
    await officer.send('post', path).send(typed).expect(403)
    await (await server.signIn('system_admin')).get(path).expect(403)
    await server.anonymous.get(path).expect(401)
    await server.anonymous.post(path).send(typed).expect(401)
    await regulator.send('post', path).send(typed).expect(403)
  })

  const bad: readonly [string, object, number][] = [
    ['a kind that is none', { ...typed, kind: 'mal_trato' }, 400],
    ['no day', { ...typed, occurredOn: null }, 400],
    ['tomorrow', { ...typed, occurredOn: '2026-02-03' }, 422],
    ['a day before the law', { ...typed, occurredOn: '2009-01-05' }, 422],
    ['an institution that is not known', { ...typed, institutionId: 'nadie' }, 422],
    ['no institution and no request', { ...typed, institutionId: null }, 422],
    ['another’s request', { ...typed, requestId: 'nadie' }, 404],
    ['a note without end', { ...typed, note: 'x'.repeat(5000) }, 400],
    ['an operator', { ...typed, place: { $ne: '' } }, 400],
  ]
  for (const [title, body, status] of bad) {
    it(`refuses ${title}`, async () => {
      await member.send('post', path).send(body).expect(status)
    })
  }

  it('lists the facts that indicator B1 is counted from', async () => {
    const facts = []
    const { barriers } = server.context.stores
    for await (const fact of barriers.between(calendarDate('2026-01-01'), calendarDate('2026-01-31')))
      facts.push(fact)
    expect(facts).to.have.length(3)
    for (const fact of facts) expect(barrierKinds).to.include(fact.kind)
    expect(Object.keys(facts[0] ?? {}).sort()).to.eql(
      ['id', 'institutionId', 'kind', 'occurredOn', 'organisationId', 'requestId'].sort(),
    )
  })

  it('goes by form without scripts, and stands on the page of its request', async () => {
    const page = await visitor(server, 'organisation_member')
    const form = '/es/barreras/nueva?solicitud=r1'
    const wrong = await page.send(
      '/es/barreras/nueva',
      { solicitud: 'r1', occurredOn: '31/02/2026', note: 'Se conserva' },
      form,
    )
    expect(wrong.status).to.equal(422)
    expect(wrong.text)
      .to.include('href="#f-kind"')
      .and.to.include('href="#f-occurredOn"')
      .and.to.include('Se conserva')
    const done = await page.send(
      '/es/barreras/nueva',
      { solicitud: 'r1', kind: 'portal_caido', occurredOn: 'hoy' },
      form,
    )
    expect(done.headers.location).to.equal('/es/solicitudes/r1')
    expect((await page.get('/es/solicitudes/r1')).text).to.include('El portal o el correo no funcionaba')
    expect((await page.get('/es/barreras')).text).to.include('Exigieron un motivo o interés')
    const unit = await visitor(server, 'uip_officer')
    expect((await unit.get('/es/solicitudes/r1')).text).to.not.include('El portal o el correo no funcionaba')
    await unit.get('/es/barreras').expect(403)
    await server.anonymous.get('/es/barreras').expect(302)
  })
})
