import { expect } from 'chai'
import type { Response } from 'supertest'
import { addSides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'
import { aRequest, anAct, officer } from '../../support/request-builder.ts'
import { loadPdf } from '../../support/rendered.ts'
import { checkPdf } from '../../support/pdf-checker.ts'
import { visitor } from '../http/pages/pages-server.ts'

const answer = {
  outcome: 'negativa_confidencial',
  reasoning: 'Es confidencial',
  grounds: ['confidencial'],
  article: '22',
  classificationResolution: null,
  costQuetzales: 0,
} as const

describe('the papers of a request', () => {
  let server: TestServer
  let member: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-10' })
    await addSides(server)
    const { requests } = server.context.stores
    await requests.add(aRequest({ id: 'silent' }))
    await requests.add(aRequest({ id: 'fresh', received: '2026-02-27', published: true }))
    const acts = [
      anAct('resolved', '2026-02-12', answer),
      anAct('notified', '2026-02-13', { means: 'Correo' }),
    ]
    const admitted = anAct('admitted', '2026-02-03', { caseNumber: 'UIP-1' })
    await requests.add(aRequest({ id: 'answered', then: [{ actor: officer, acts: [admitted, ...acts] }] }))
    server.setNow('2026-03-05')
    member = await server.signIn('organisation_member')
  })

  after(() => server.close())

  const certificate = (id: string) => `/api/v1/requests/${id}/silence-certificate.pdf`
  const letter = (id: string) => `/api/v1/requests/${id}/review-letter.pdf`
  const pdf = (agent: SignedIn, path: string) => agent.get(path).buffer(true).parse(bytes)

  it('certify the silence, the same bytes for the same day and history', async () => {
    const first = await pdf(member, certificate('silent'))
      .expect(200)
      .expect('Content-Type', 'application/pdf')
    const again = await pdf(await server.signIn('regulator'), certificate('silent')).expect(200)
    expect(Buffer.compare(first.body, again.body)).to.equal(0)
    expect(checkPdf(await loadPdf(first.body))).to.eql([])
    expect(first.headers['content-disposition']).to.include('constancia-de-silencio_')
  })

  it('refuse by name where silence is not established', async () => {
    for (const id of ['fresh', 'answered']) {
      const reply = await member.get(certificate(id)).expect(409)
      expect(reply.body.code ?? reply.body.error?.code).to.equal('silence-not-established')
    }
  })

  it('are for those who may read the request in full', async () => {
    await server.anonymous.get(certificate('silent')).expect(404)
    await server.anonymous.get(certificate('fresh')).expect(404)
    const other = await server.signIn('other_organisation_member')
    await other.get(certificate('silent')).expect(404)
    await other.get(letter('silent')).expect(404)
    await server.anonymous.get(letter('silent')).expect(401)
    await (await server.signIn('uip_officer')).get(letter('silent')).expect(403)
    await (await server.signIn('uip_officer')).get(certificate('silent')).expect(200)
  })

  it('write the letter of a review from what is on record', async () => {
    for (const id of ['silent', 'answered']) {
      const { body } = await pdf(member, letter(id)).expect(200)
      expect(checkPdf(await loadPdf(body))).to.eql([])
    }
    await member.get(letter('fresh')).expect(409)
    await member.get(`${letter('silent')}?ground=99`).expect(400)
    await member
      .send('post', letter('silent'))
      .send({ ground: '55.5', text: 'x'.repeat(7000) })
      .expect(400)
    await member.send('post', letter('silent')).send({ ground: '55.5', name: 'N. N.' }).expect(200)
    await member.get('/api/v1/requests/nadie/review-letter.pdf').expect(404)
  })

  it('say what cannot be printed before a byte is sent', async () => {
    await member.send('post', letter('silent')).send({ text: 'No \u{1F600}' }).expect(422)
  })

  it('go by form without scripts, with the term and its reckoning', async () => {
    const page = await visitor(server, 'organisation_member')
    const path = '/es/solicitudes/silent/revision'
    const shown = (await page.get(path).expect(200)).text
    expect(shown).to.include('Puede presentarlo hasta el').and.to.include('¿Cómo se calculó este plazo?')
    const sent = await page.send(path, { ground: '55.4', text: 'Pido los contratos', name: 'N. N.' })
    expect(sent.status).to.equal(200)
    expect(sent.headers['content-type']).to.equal('application/pdf')
    const wrong = await page.send(path, { ground: '55.4', text: 'No \u{1F600}' })
    expect(wrong.status).to.equal(422)
    expect((await page.get('/es/solicitudes/silent')).text)
      .to.include('silence-certificate.pdf')
      .and.to.include('/revision')
    expect((await page.get('/es/solicitudes/fresh')).text).to.not.include('silence-certificate.pdf')
    await page.get('/es/solicitudes/fresh/revision').expect(409)
  })
})

function bytes(res: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  res.on('data', (chunk: Buffer) => chunks.push(chunk))
  res.on('end', () => done(null, Buffer.concat(chunks)))
}
