import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { pino } from 'pino'
import { createHasher } from '../../../server/auth/hasher.ts'
import { readConfig } from '../../../server/config.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { publishEdition } from '../../../server/editions/publish-edition.ts'
import { actorFor } from '../../../server/http/actor.ts'
import { openContext } from '../../../server/open-context.ts'
import { createReportJobs } from '../../../server/reports/report-jobs.ts'
import type { Press } from '../../../server/reports/press.ts'
import type { User } from '../../../server/store/user-store.ts'
import { anEdition } from '../../support/edition-builder.ts'
import { anInstitution, aRequest } from '../../support/request-builder.ts'
import { bundleServer, startServerProcess } from '../../support/server-process.ts'
import { sides, testPassword } from '../../support/test-server.ts'

const months = ['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31']
const period = { from: '2024-01-01', asOf: '2024-12-31' }
const edition = anEdition({
  ...{ state: 'in_reply', from: calendarDate('2024-01-01'), to: calendarDate('2024-12-31'), version: 2 },
  ...{ asOf: calendarDate('2024-12-31'), publishedAt: null, knownAt: null },
})

/** As the press it waits for ever: what is looked at is what an ended process left. */
const never: Press = { make: () => new Promise(() => {}), close: async () => {} }

describe('a server that ends while it makes reports', function () {
  this.timeout(180_000)
  let bundle: Awaited<ReturnType<typeof bundleServer>>
  let filled: string
  let folder: string

  before(async () => {
    bundle = await bundleServer()
    folder = filled = await mkdtemp(join(tmpdir(), 'vigia-filled-'))
    await fill()
  })
  after(async () => {
    await bundle.remove()
    await rm(filled, { recursive: true, force: true })
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-ended-'))
    await cp(filled, folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  function open() {
    return openContext(readConfig({ NODE_ENV: 'test', DATA_DIR: folder }), { log: pino({ level: 'silent' }) })
  }

  async function fill(): Promise<void> {
    const context = await open()
    const { users, requests, editions, institutions, organisations } = context.stores
    await institutions.addMissing([anInstitution()])
    const ceiba = { id: sides.organisation, name: 'Organización de la Ceiba', foldedName: 'ceiba' }
    await organisations.addMissing([{ ...ceiba, active: true, version: 1 }])
    await requests.addMany(
      Array.from({ length: 200 }, (_, at) =>
        aRequest({ received: `2024-0${1 + (at % 5)}-1${at % 9}`, published: true }),
      ),
    )
    const passwordHash = await createHasher({ memoryKiB: 8, passes: 1, lanes: 1 }).hash(testPassword)
    for (const role of ['regulator', 'coordinator'] as const) await users.add(person(role, passwordHash))
    await editions.add(edition)
    await context.engine.close()
  }

  async function endedBy(signal: 'SIGTERM' | 'SIGKILL') {
    const server = await startServerProcess(bundle.script, folder)
    const [regulator, coordinator] = [
      await signIn(server.url, 'regulator'),
      await signIn(server.url, 'coordinator'),
    ]
    for (const to of months) await regulator('POST', '/reports', { ...period, to })
    const jobs = async () => (await (await regulator('GET', '/reports')).json()).items as readonly Job[]
    await until(async () => (await jobs()).some(({ state }) => state === 'running'))
    const publishing = coordinator('POST', `/editions/${edition.id}/publication`, { changes: [] })
      .then(async reply => (await reply.json()).code)
      .catch(() => 'gone')
    // The previews behind it have moved back a place, or it is what is being printed.
    await until(async () => {
      const all = await jobs()
      return all.every(({ ahead }) => ahead !== 1) || all.every(({ state }) => state !== 'running')
    })
    const end = await server.end(signal)
    return { end, published: await publishing }
  }

  it('told to stop, ends in order: each is told as interrupted, and what was to be published is not', async () => {
    expect(await endedBy('SIGTERM')).to.eql({ end: 0, published: 'report-interrupted' })
    const context = await open()
    const jobs = await context.stores.reportJobs.listOf('user-regulator')
    const made = jobs.filter(({ state }) => state === 'done')
    expect(jobs).to.have.length(months.length)
    expect(jobs.map(({ state }) => state)).to.include('interrupted')
    for (const { state, endedAt, files } of jobs) {
      expect(state).to.be.oneOf(['done', 'interrupted'])
      expect(endedAt).to.be.instanceOf(Date)
      expect(files).to.have.length(state === 'done' ? 5 : 0)
    }
    expect(await readdir(join(folder, 'results'))).to.have.length(5 * made.length)
    await expectUnpublished(context)
    await context.engine.close()
  })

  it('killed, leaves none that seems to be under way, no half file, and an edition that can be published', async () => {
    expect(await endedBy('SIGKILL')).to.eql({ end: 'SIGKILL', published: 'gone' })
    const context = await open()
    const actor = actorFor(person('regulator', ''))
    const jobs = createReportJobs(context, never)
    const states = (await jobs.list(actor)).map(({ state }) => state)
    expect(states).to.have.length(months.length).and.include('interrupted')
    for (const state of states) expect(state).to.be.oneOf(['done', 'interrupted'])
    expect((await readdir(join(folder, 'results'))).filter(name => name.endsWith('.partial'))).to.eql([])
    const to = calendarDate('2024-05-31')
    const given = { from: calendarDate(period.from), to, asOf: calendarDate(period.asOf) }
    const again = await jobs.start(actor, { ...given, language: 'es', size: 'A4' })
    expect(again.state).to.equal('waiting')
    await expectUnpublished(context)
    const bytes = Buffer.from('%PDF-')
    const printer = {
      pagesOf: async () => [],
      print: async () => [{ kind: 'pdf_es', name: 'a.pdf', mediaType: 'application/pdf', bytes } as const],
    }
    const coordinator = actorFor(person('coordinator', ''))
    const published = await publishEdition(context, coordinator, printer, {
      ...{ id: edition.id, version: 2, changes: [] },
    })
    expect(published.state).to.equal('published')
    await context.engine.close()
  })

  async function expectUnpublished(context: Awaited<ReturnType<typeof open>>): Promise<void> {
    const { state, version, files } = (await context.stores.editions.find(edition.id)) ?? {}
    expect({ state, version, files }).to.eql({ state: 'in_reply', version: 2, files: [] })
    expect(await readdir(join(folder, 'files/incoming'))).to.eql([])
  }
})

interface Job {
  readonly state: string
  readonly ahead: number | null
}

function person(role: 'regulator' | 'coordinator', passwordHash: string): User {
  const now = new Date('2024-01-02T15:00:00Z')
  return {
    ...{ id: `user-${role}`, role, email: `${role}@ejemplo.test`, name: `Persona ${role}`, passwordHash },
    ...{ organisationId: null, institutionId: null, language: 'es', active: true, mustChangePassword: false },
    ...{ createdAt: now, sessionsValidFrom: now, version: 1 },
  }
}

type Call = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Response>

async function signIn(url: string, role: string): Promise<Call> {
  const json = { 'Content-Type': 'application/json' }
  const reply = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: `${role}@ejemplo.test`, password: testPassword }),
  })
  const { csrfToken }: { csrfToken: string } = await reply.json()
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const headers = { ...json, cookie, 'X-CSRF-Token': csrfToken, 'If-Match': '"2"' }
  return (method, path, body) =>
    fetch(`${url}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(20)
}
