import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { AppError } from '../../../server/errors.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { actorFor } from '../../../server/http/actor.ts'
import { createReportJobs } from '../../../server/reports/report-jobs.ts'
import type { Press } from '../../../server/reports/press.ts'
import { removeExpiredReports, resultName } from '../../../server/reports/remove-expired-reports.ts'
import { reportFileKinds, type ReportJob } from '../../../server/store/report-job-store.ts'
import { refusalOf } from '../../support/refusal.ts'
import { aRequest } from '../../support/request-builder.ts'
import { addSides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'

const path = '/api/v1/reports'
const period = { from: '2024-01-01', to: '2024-06-30', asOf: '2024-07-15' }

describe('a report that is made while one waits', function () {
  this.timeout(60_000)
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

  it('says that it was interrupted when the process that made it, the only one there is, has ended', async () => {
    const context = { ...server.context, engine: { ...server.context.engine, kind: 'embedded' as const } }
    const actor = actorFor(await server.user('regulator'))
    const never: Press = { make: () => new Promise(() => {}), close: async () => {} }
    const given = { from: calendarDate('2024-01-01'), to: calendarDate('2024-03-31'), asOf: null }
    const job = await createReportJobs(context, never).start(actor, { ...given, language: 'es', size: 'A4' })
    const after = createReportJobs(context, never)
    expect((await after.find(actor, job.id)).state).to.equal('interrupted')
  })

  it('is being made for another instance too, from the first moment until its maker is silent', async () => {
    const { context } = server
    const shared = { ...context, engine: { ...context.engine, kind: 'mongodb' as const } }
    const actor = actorFor(await server.user('regulator'))
    const given = { from: calendarDate('2024-01-01'), to: calendarDate('2024-01-31'), asOf: null }
    const never: Press = { make: () => new Promise(() => {}), close: async () => {} }
    const job = await createReportJobs(shared, never).start(actor, { ...given, language: 'es', size: 'A4' })
    const elsewhere = createReportJobs(shared, never)
    expect((await elsewhere.find(actor, job.id)).state).to.equal('waiting')
    server.setNow(new Date(context.clock.now().getTime() + 31_000))
    expect((await elsewhere.find(actor, job.id)).state).to.equal('interrupted')
  })

  it('is not begun by a server that is stopping', async () => {
    const actor = actorFor(await server.user('regulator'))
    const given = { from: calendarDate('2024-01-01'), to: calendarDate('2024-04-30'), asOf: null }
    const never: Press = { make: () => new Promise(() => {}), close: async () => {} }
    const jobs = createReportJobs(server.context, never)
    const before = await jobs.list(actor)
    await jobs.close()
    const refusal = await refusalOf(jobs.start(actor, { ...given, language: 'es', size: 'A4' }))
    expect(refusal).to.include({ code: 'report-interrupted' })
    expect(await jobs.list(actor)).to.have.length(before.length)
  })

  it('is begun though an old one cannot be removed, and that is logged', async () => {
    const { context } = server
    const { stores } = context
    const reportJobs = { ...stores.reportJobs, expired: () => Promise.reject(new AppError('storage-failed')) }
    const never: Press = { make: () => new Promise(() => {}), close: async () => {} }
    const jobs = createReportJobs({ ...context, stores: { ...stores, reportJobs } }, never)
    const actor = actorFor(await server.user('regulator'))
    const given = { from: calendarDate('2024-02-01'), to: calendarDate('2024-04-30'), asOf: null }
    const { state } = await jobs.start(actor, { ...given, language: 'es', size: 'A4' })
    expect(state).to.equal('waiting')
    expect(context.logged.join()).to.include('Old reports could not be removed')
  })

  it('is removed with its files when its time is up, as are all others, however many', async () => {
    const { context } = server
    const { stores, engine } = context
    const now = context.clock.now()
    const job = (at: number): ReportJob => ({
      ...{ id: randomUUID(), userId: 'nobody', from: calendarDate('2024-01-01'), language: 'es', size: 'A4' },
      ...{ to: calendarDate('2024-01-31'), asOf: calendarDate('2024-01-31'), state: 'done', progress: null },
      ...{ error: null, pages: 1, files: [], createdAt: now, heldUntil: now, endedAt: now },
      expiresAt: new Date(now.getTime() + (at < 60 ? -at : 1)),
    })
    const jobs = Array.from({ length: 61 }, (_, at) => job(at))
    for (const each of jobs) {
      await stores.reportJobs.add(each)
      await engine.results.put(resultName(each.id, 'summary'), Buffer.from('{}'))
    }
    expect(await removeExpiredReports(context)).to.be.at.least(60)
    const left = await stores.reportJobs.listOf('nobody')
    expect(left.map(({ id }) => id)).to.eql([jobs.at(-1)?.id])
    const kept = await Promise.all(jobs.map(async ({ id }) => (await filesOf(id)).length))
    expect(kept.reduce((sum, count) => sum + count, 0)).to.equal(1)
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
