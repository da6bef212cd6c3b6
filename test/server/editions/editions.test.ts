import { createHash } from 'node:crypto'
import { expect } from 'chai'
import type { Response } from 'supertest'
import { aRequest } from '../../support/request-builder.ts'
import {
  addSides,
  sides,
  testServer,
  type SignedIn,
  type TestServer,
  type TestUser,
} from '../../support/test-server.ts'

const path = '/api/v1/editions'
const period = { from: '2026-01-01', to: '2026-03-31' }
const words = '  Las fechas son correctas.\n\nEl retraso se debió a un cambio de personal. '

/** What each may do to an edition in reply: list drafts, make, open, read its page, reply, decide. */
const allowed: Readonly<Record<TestUser, readonly [see: number, make: number, page: number, reply: number]>> =
  {
    organisation_member: [404, 403, 404, 403],
    organisation_admin: [404, 403, 404, 403],
    uip_officer: [200, 403, 200, 403],
    uip_head: [200, 403, 200, 201],
    regulator: [200, 403, 200, 403],
    coordinator: [200, 201, 200, 403],
    system_admin: [404, 403, 404, 403],
    other_organisation_member: [404, 403, 404, 403],
    other_organisation_admin: [404, 403, 404, 403],
    other_uip_officer: [404, 403, 404, 403],
    other_uip_head: [404, 403, 404, 404],
  }

describe('/api/v1/editions', function () {
  this.timeout(120_000)
  let server: TestServer
  let coordinator: SignedIn
  let head: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-04-06' })
    await addSides(server)
    for (const day of ['2026-01-12', '2026-02-03', '2026-03-02'])
      await server.context.stores.requests.add(aRequest({ received: day }))
    await on('2026-04-06')
  })
  after(() => server.close())

  /** Sessions end in between: everyone signs in again. */
  async function on(day: string): Promise<void> {
    server.setNow(day)
    coordinator = await server.signIn('coordinator')
    head = await server.signIn('uip_head')
  }

  async function edition(state: 'draft' | 'in_reply', input: object = period): Promise<string> {
    const made = await coordinator.send('post', path).send(input).expect(201)
    if (state === 'in_reply') {
      const opening = coordinator.send('post', `${path}/${made.body.id}/opening`).set('If-Match', '"1"')
      await opening.send({ days: 5 }).expect(200)
    }
    return made.body.id
  }

  function publish(id: string, version: number, changes: readonly object[] = []) {
    return coordinator
      .send('post', `${path}/${id}/publication`)
      .set('If-Match', `"${version}"`)
      .send({ changes })
  }

  for (const [who, [see, make, page, reply]] of Object.entries(allowed)) {
    it(`answers ${who}: sees ${see}, makes ${make}, reads the page ${page}, replies ${reply}`, async () => {
      await on('2026-04-06')
      const id = await edition('in_reply')
      const person = await server.signIn(isTestUser(who) ? who : 'coordinator')
      await person.get(`${path}/${id}`).expect(see)
      await person.send('post', path).send(period).expect(make)
      await person.get(`${path}/${id}/pages/${sides.institution}`).expect(page)
      await person.send('post', `${path}/${id}/replies`).send({ text: words }).expect(reply)
      const tag = { 'If-Match': '"9"' }
      await person
        .send('post', `${path}/${id}/opening`)
        .set(tag)
        .send({})
        .expect(make === 201 ? 409 : 403)
      await person
        .send('post', `${path}/${id}/publication`)
        .set(tag)
        .send({})
        .expect(make === 201 ? 412 : 403)
    })
  }

  it('shows the public nothing that is not published', async () => {
    const id = await edition('in_reply')
    await server.anonymous.get(`${path}/${id}`).expect(404)
    await server.anonymous.get(`${path}/${id}/words.csv`).expect(404)
    await server.anonymous.get(`${path}/${id}/pages/${sides.institution}`).expect(401)
    const list = await server.anonymous.get(path).expect(200)
    expect(list.body.items.map((each: { id: string }) => each.id)).not.to.include(id)
  })

  const wrong = [
    ['a period backwards', { from: '2026-03-01', to: '2026-01-01' }, 422, 'period-invalid'],
    ['a cut-off to come', { ...period, asOf: '2026-12-31' }, 422, 'in-the-future'],
    ['a day that does not exist', { from: '2026-02-30', to: '2026-03-01' }, 400, 'invalid-input'],
    ['a correction of nothing', { ...period, supersedes: 'nada' }, 400, 'invalid-input'],
    ['a state of its own', { ...period, state: 'published' }, 400, 'invalid-input'],
  ] as const
  for (const [what, body, status, code] of wrong) {
    it(`refuses ${what}`, async () => {
      const answer = await coordinator.send('post', path).send(body).expect(status)
      expect(answer.body.code).to.equal(code)
    })
  }

  it('gives working days to reply, keeps the words as they came, and takes one reply', async () => {
    await on('2026-04-06')
    const id = await edition('in_reply')
    const seen = await head.get(`${path}/${id}`).expect(200)
    expect(seen.body.invitations).to.eql([{ institutionId: sides.institution, until: '2026-04-13' }])
    const reply = () => head.send('post', `${path}/${id}/replies`).send({ text: words })
    await head.send('post', `${path}/${id}/replies`).send({ text: ' \n ' }).expect(400)
    await on('2026-04-13')
    expect((await reply().expect(201)).body.text).to.equal(words)
    expect((await reply().expect(409)).body.code).to.equal('already-replied')
    const other = await edition('in_reply')
    await on('2026-04-21')
    const late = await head.send('post', `${path}/${other}/replies`).send({ text: words }).expect(409)
    expect(late.body.code).to.equal('reply-term-over')
    expect(late.body.detail).to.include('2026-04-20')
  })

  it('tells the heads of the units that are in it', async () => {
    const told: string[] = []
    for await (const message of server.context.stores.outbox.due(new Date('2027-01-01'), 1e12))
      told.push(message.rule)
    expect(told).to.include('edition_in_reply')
  })

  it('is published once everyone was heard and every challenge decided', async () => {
    await on('2026-04-06')
    const id = await edition('in_reply')
    expect((await publish(id, 2).expect(409)).body.code).to.equal('reply-term-running')
    const challenge = await head
      .send('post', `${path}/${id}/challenges`)
      .send({ figure: 'T3', claim: 'Una se entregó el día 13.' })
      .expect(201)
    await on('2026-04-14')
    expect((await publish(id, 2).expect(409)).body.code).to.equal('challenge-open')
    const decide = (state: string) =>
      coordinator
        .send('post', `${path}/${id}/challenges/${challenge.body.id}/decision`)
        .set('If-Match', '"1"')
        .send({ state, reason: 'El sello del expediente lo muestra.' })
    await decide('abierta').expect(400)
    await decide('admitida').expect(200)
    await decide('rechazada').expect(412)
    const published = await publish(id, 2).expect(200)
    expect(published.body.state).to.equal('published')
    const again = await publish(id, 2).expect(200)
    expect(again.body.files).to.eql(published.body.files)
    await coordinator.send('put', `${path}/${id}`).set('If-Match', '"3"').send(period).expect(409)
    const kinds = published.body.files.map((each: { kind: string }) => each.kind)
    expect(kinds.slice(0, 4)).to.eql(['pdf_es', 'pdf_en', 'figures', 'cases'])
    expect(kinds.slice(4)).to.eql(['summary_es', 'summary_en', 'page_es', 'page_en'])
    for (const file of published.body.files) {
      const answer = await server.anonymous
        .get(`${path}/${id}/files/${file.sha256}`)
        .buffer()
        .parse(binary)
        .expect(200)
      expect(createHash('sha256').update(answer.body).digest('hex')).to.equal(file.sha256)
    }
    const shown = await server.anonymous.get(`${path}/${id}`).expect(200)
    expect(shown.body.challenges[0])
      .to.include({ state: 'admitida', figure: 'T3' })
      .and.not.have.property('by')
    const csv = await server.anonymous.get(`${path}/${id}/words.csv`).expect(200)
    expect(csv.text).to.include('Una se entregó el día 13.')
  })

  it('says of a file whether it is genuine, superseded or unknown', async () => {
    await on('2026-05-04')
    const first = await edition('in_reply')
    await on('2026-05-18')
    const { files } = (await publish(first, 2).expect(200)).body
    const verify = async (sha256: string) =>
      (await server.anonymous.get(`${path}/verification/${sha256}`)).body
    const [pdf] = files
    expect(await verify(pdf.sha256)).to.deep.include({ verdict: 'genuine', supersededBy: null })
    expect(await verify('0'.repeat(64))).to.eql({ verdict: 'unknown' })
    await server.anonymous.get(`${path}/verification/nada`).expect(400)
    const second = await edition('in_reply', { ...period, supersedes: first })
    await coordinator
      .send('post', path)
      .send({ ...period, supersedes: first })
      .expect(409)
    await on('2026-06-01')
    expect((await publish(second, 2).expect(422)).body.code).to.equal('changes-required')
    const changes = [{ what: 'T3 pasa de 3 a 2', why: 'Una entrega se registró tarde.' }]
    const corrected = (await publish(second, 2, changes).expect(200)).body
    expect((await coordinator.get(`${path}/${first}`)).body).to.include({
      state: 'superseded',
      supersededBy: second,
    })
    const verdict = await verify(pdf.sha256)
    expect([verdict.verdict, verdict.supersededBy.id]).to.eql(['superseded', second])
    expect((await verify(corrected.files[0].sha256)).verdict).to.equal('genuine')
    const old = await server.anonymous
      .get(`${path}/${first}/files/${pdf.sha256}`)
      .buffer()
      .parse(binary)
      .expect(200)
    expect(createHash('sha256').update(old.body).digest('hex')).to.equal(pdf.sha256)
  })

  it('knows no file of a draft', async () => {
    const id = await edition('draft')
    await server.anonymous.get(`${path}/${id}/files/${'0'.repeat(64)}`).expect(404)
    await head.get(`${path}/${id}`).expect(404)
    await head.send('post', `${path}/${id}/replies`).send({ text: words }).expect(404)
  })
})

function binary(res: Response, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = []
  res.on('data', (piece: Buffer) => pieces.push(piece))
  res.on('end', () => done(null, Buffer.concat(pieces)))
}

function isTestUser(who: string): who is TestUser {
  return who in allowed
}
