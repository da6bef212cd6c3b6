import { expect } from 'chai'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'
import { anAct, aRequest, officer } from '../../support/request-builder.ts'
import type { Activity4Figures } from '../../../reports/activity-4/figures.ts'
import { makeReport } from '../../../server/reports/make-report.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { systemActor } from '../../../server/store/seal-events.ts'

const path = '/api/v1/editions'
const period = { from: calendarDate('2026-01-01'), to: calendarDate('2026-03-31') }

describe('an edition that is asked for too soon, twice, or of odd data', function () {
  this.timeout(120_000)
  let server: TestServer
  let coordinator: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-04-06' })
    await addSides(server)
    for (const received of ['2026-01-12', '2026-02-03', '2026-03-02'])
      await server.context.stores.requests.add(aRequest({ received }))
    await on('2026-04-06')
  })
  after(() => server.close())

  async function on(day: string): Promise<void> {
    server.setNow(day)
    coordinator = await server.signIn('coordinator')
  }

  async function made(input: object): Promise<string> {
    return (await coordinator.send('post', path).send(input).expect(201)).body.id
  }

  const open = (id: string) =>
    coordinator.send('post', `${path}/${id}/opening`).set('If-Match', '"1"').send({ days: 1 })
  const publish = (id: string) =>
    coordinator.send('post', `${path}/${id}/publication`).set('If-Match', '"2"').send({ changes: [] })

  it('stays a draft while its period is not over, and each page of the report says so', async () => {
    const id = await made({ ...period, asOf: '2026-03-30' })
    const refused = await open(id).expect(422)
    expect(refused.body.code).to.equal('period-not-over')
    expect(refused.body.detail).to.include('2026-03-31')
    expect((await coordinator.get(`${path}/${id}`)).body.state).to.equal('draft')
    const report = (asOf: string, language: 'es' | 'en') =>
      makeReport(server.context, systemActor, { ...period, asOf: calendarDate(asOf), language })
    expect((await report('2026-03-30', 'es')).document.meta.notice).to.match(/^Borrador/)
    expect((await report('2026-03-30', 'en')).document.meta.notice).to.match(/^Draft/)
    expect((await report('2026-03-31', 'es')).document.meta).to.not.have.property('notice')
  })

  it('is published once when that is asked twice at once, with the same files', async () => {
    const id = await made(period)
    await open(id).expect(200)
    await on('2026-04-09')
    const answers = await Promise.all([publish(id), publish(id)])
    expect(answers.map(({ status }) => status)).to.include(200)
    for (const { status, body } of answers)
      expect(status === 200 ? body.state : body.code).to.match(/^(published|stale)$/)
    const { files, version } = (await coordinator.get(`${path}/${id}`)).body
    expect(version).to.equal(3)
    for (const { status, body } of answers) if (status === 200) expect(body.files).to.eql(files)
  })

  it('gives the same report to two who ask at once', async () => {
    const ask = () => coordinator.get(`/api/v1/reports/activity-4.csv?from=${period.from}&to=${period.to}`)
    const [one, other] = await Promise.all([ask(), ask()])
    expect(one.text).to.equal(other.text).and.not.equal('')
  })

  describe('with an institution merged half-way', () => {
    let figures: Activity4Figures

    before(async () => {
      const { institutions, requests } = server.context.stores
      // The old one is closed to new requests; those it has stay with it, and the new one has its own.
      await institutions.change(sides.otherInstitution, 1, { active: false })
      for (const received of ['2026-01-19', '2026-02-16'])
        await requests.add(aRequest({ received, institutionId: sides.otherInstitution }))
      const task = { ...period, asOf: calendarDate('2026-04-06'), language: 'es' } as const
      figures = (await makeReport(server.context, systemActor, task)).figures
    })

    it('counts each request once, under the institution that it was sent to', () => {
      const received = figures.byInstitution.map(({ key, received: { count } }) => [key, count])
      expect(received).to.have.deep.members([
        [sides.institution, 3],
        [sides.otherInstitution, 2],
      ])
      expect(figures.indicators.volume.received.count).to.equal(5)
      expect(figures.caseIds).to.have.length(5)
    })

    it('names both, and has no more bodies asked than the register knows', () => {
      expect(figures.institutions.map(({ id }) => id)).to.have.members([
        sides.institution,
        sides.otherInstitution,
      ])
      const { institutionsAsked } = figures.indicators.volume
      expect(institutionsAsked.count).to.be.at.most(institutionsAsked.n ?? 0)
    })

    it('invites both to reply', async () => {
      const id = await made(period)
      const { body } = await open(id).expect(200)
      expect(body.invitations.map((each: { institutionId: string }) => each.institutionId)).to.have.members([
        sides.institution,
        sides.otherInstitution,
      ])
    })
  })

  describe('with requests in dispute', () => {
    it('counts and lists requests in dispute', async () => {
      const disputed = aRequest({
        received: '2026-02-10',
        then: [
          {
            actor: officer,
            acts: [
              anAct('stated', '2026-02-11', {
                fact: 'filed',
                outcome: null,
                days: null,
                note: 'La recibimos el día 11.',
              }),
            ],
          },
        ],
      })
      await server.context.stores.requests.add(disputed)
      const task = { ...period, asOf: calendarDate('2026-04-08'), language: 'es' } as const
      const { figures, document } = await makeReport(server.context, systemActor, task)
      const { disputed: s1 } = figures.indicators.testimony
      expect([s1.code, s1.count, s1.caseIds]).to.eql(['S1', 1, [disputed.id]])
      expect(JSON.stringify(document.blocks)).to.include('disputa')
    })
  })
})
