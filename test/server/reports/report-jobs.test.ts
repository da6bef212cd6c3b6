import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { AppError } from '../../../server/errors.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { actorFor } from '../../../server/http/actor.ts'
import { createReportJobs } from '../../../server/reports/report-jobs.ts'
import type { Press } from '../../../server/reports/press.ts'
import { resultName } from '../../../server/reports/remove-expired-reports.ts'
import { reportFileKinds } from '../../../server/store/report-job-store.ts'
import { aRequest } from '../../support/request-builder.ts'
import { addSides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'

const path = '/api/v1/reports'
const period = { from: '2024-01-01', to: '2024-06-30', asOf: '2024-07-15' }

describe('a report that is made while one waits', () => {
  let server: TestServer
  let regulator: SignedIn

  before(async () => {
    server = await testServer({ now: '2024-07-15' })
    await addSides(server)
    await server.context.stores.requests.add(aRequest({ received: '2024-02-05' }))
    regulator = await server.signIn('regulator')
  })
  after(() => server.close())

  async function ended(who: SignedIn, location: string) {
    for (;;) {
      const { body } = await who.get(location).expect(200)
      if (body.state !== 'waiting' && body.state !== 'running') return body
      await setTimeout(50)
    }
  }

  it('is asked for, looked after and fetched, with the bytes of one that was waited for', async () => {
    const reply = await regulator.send('post', path).send(period).expect(202)
    const job = await ended(regulator, String(reply.headers.location))
    expect([job.state, job.error]).to.eql(['done', null])
    const files = Object.fromEntries(job.files.map((file: { kind: string }) => [file.kind, file]))
    const query = new URLSearchParams(period).toString()
    const direct = await regulator.get(`${path}/activity-4.pdf?${query}`).buffer(true).expect(200)
    const fetched = await regulator.get(files.pdf.href).buffer(true).expect(200)
    expect(fetched.body.equals(direct.body)).to.equal(true)
    const figures = await regulator.get(files.figures.href).expect(200)
    expect(figures.body).to.eql((await regulator.get(`${path}/activity-4?${query}`)).body)
  })

  it('is one work when the same is asked twice at once, and another for somebody else', async () => {
    const coordinator = await server.signIn('coordinator')
    const [first, second, other] = await Promise.all([
      regulator.send('post', path).send(period),
      regulator.send('post', path).send(period),
      coordinator.send('post', path).send(period),
    ])
    expect(second.headers.location).to.equal(first.headers.location)
    expect(other.headers.location).to.not.equal(first.headers.location)
    await Promise.all([
      ended(regulator, String(first.headers.location)),
      ended(coordinator, String(other.headers.location)),
    ])
  })

  it('is of whoever asked for it alone', async () => {
    const location = String((await regulator.send('post', path).send(period)).headers.location)
    const coordinator = await server.signIn('coordinator')
    await coordinator.get(location).expect(404)
    await coordinator.send('delete', location).expect(404)
    await coordinator.get(`${location}/files/pdf`).expect(404)
    await server.anonymous.get(location).expect(401)
    await ended(regulator, location)
  })

  it('is cancelled on request, and leaves no file', async () => {
    const location = String(
      (await regulator.send('post', path).send({ ...period, to: '2024-05-31' })).headers.location,
    )
    const { body } = await regulator.send('delete', location).expect(200)
    expect([body.state, body.files]).to.eql(['cancelled', []])
    await regulator.get(`${location}/files/pdf`).expect(409)
    expect(await filesOf(location)).to.eql([])
  })

  it('is kept for a day, and then removed with its files', async () => {
    const location = String((await regulator.send('post', path).send(period)).headers.location)
    await ended(regulator, location)
    expect(await filesOf(location)).to.have.length(5)
    server.setNow('2024-07-17')
    const again = await server.signIn('regulator')
    const next = String((await again.send('post', path).send(period)).headers.location)
    expect(await filesOf(location)).to.eql([])
    await again.get(location).expect(404)
    await ended(again, next)
  })

  it('says that it was interrupted when the process that made it has ended', async () => {
    const { context } = server
    const actor = actorFor(await server.user('regulator'))
    const never: Press = { make: () => new Promise(() => {}), close: async () => {} }
    const given = { from: calendarDate('2024-01-01'), to: calendarDate('2024-03-31'), asOf: null }
    const job = await createReportJobs(context, never).start(actor, { ...given, language: 'es', size: 'A4' })
    const after = createReportJobs(context, never)
    expect((await after.find(actor, job.id)).state).to.equal('interrupted')
  })

  it('says that the disk is full, and keeps no half of it', async () => {
    const { context } = server
    const results = {
      ...context.engine.results,
      put: (name: string, bytes: Uint8Array) =>
        name.endsWith('.cases')
          ? Promise.reject(new AppError('disk-full', { cause: 'ENOSPC' }))
          : context.engine.results.put(name, bytes),
    }
    const full = { ...context, engine: { ...context.engine, results } }
    const part = { name: 'x', mediaType: 'text/csv', sha256: '0'.repeat(64), pages: null }
    const press: Press = {
      make: async ({ parts }) => parts.map(kind => ({ ...part, kind, bytes: Buffer.from(kind) })),
      close: async () => {},
    }
    const actor = actorFor(await server.user('regulator'))
    const jobs = createReportJobs(full, press)
    const given = { from: calendarDate('2024-01-01'), to: calendarDate('2024-02-29'), asOf: null }
    const { id } = await jobs.start(actor, { ...given, language: 'es', size: 'A4' })
    await jobs.close()
    const job = await jobs.find(actor, id)
    expect([job.state, job.error?.code, job.files]).to.eql(['failed', 'disk-full', []])
    expect(await filesOf(id)).to.eql([])
  })

  async function filesOf(location: string): Promise<string[]> {
    const id = location.split('/').at(-1) ?? ''
    const found: string[] = []
    for (const kind of reportFileKinds) {
      const content = await server.context.engine.results.open(resultName(id, kind)).catch(() => null)
      if (content) found.push(kind)
      content?.destroy()
    }
    return found
  }
})
